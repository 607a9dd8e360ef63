package org.zhijia.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs a document for word processors (Office Open XML, ISO/IEC 29500): the parts that it must
/// have and no more, in a fixed order with a fixed time, so that the same wording gives the same
/// bytes.
final class DocxFile {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  /// The oldest time that a zip archive can name.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private DocxFile() {}

  static byte[] of(Wording wording, String number) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", contentTypes());
    parts.put("_rels/.rels", packageRelations());
    parts.put("word/document.xml", HEAD + new DocxBody(wording, number).xml());
    parts.put("word/styles.xml", HEAD + DocxBody.styles());
    parts.put("word/settings.xml", HEAD + DocxBody.settings());
    parts.put("word/footer1.xml", HEAD + DocxBody.footer("right"));
    parts.put("word/footer2.xml", HEAD + DocxBody.footer("left"));
    parts.put("word/_rels/document.xml.rels", documentRelations());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String contentTypes() {
    StringBuilder types = new StringBuilder(HEAD);
    types.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    types.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package");
    types.append(".relationships+xml\"/>");
    types.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    override(types, "document", "document.main+xml");
    override(types, "styles", "styles+xml");
    override(types, "settings", "settings+xml");
    override(types, "footer1", "footer+xml");
    override(types, "footer2", "footer+xml");
    return types.append("</Types>").toString();
  }

  private static void override(StringBuilder types, String part, String type) {
    types.append("<Override PartName=\"/word/").append(part).append(".xml\" ContentType=\"");
    types.append(WORD).append(type).append("\"/>");
  }

  private static String packageRelations() {
    return relations("officeDocument", "word/document.xml");
  }

  private static String documentRelations() {
    return relations(
        "styles",
        "styles.xml",
        "settings",
        "settings.xml",
        "footer",
        "footer1.xml",
        "footer",
        "footer2.xml");
  }

  /// @param pairs type and target in turn; their ids are rId1, rId2, …
  private static String relations(String... pairs) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
    for (int i = 0; i < pairs.length; i += 2) {
      text.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"").append(OFFICE);
      text.append("relationships/").append(pairs[i]).append("\" Target=\"").append(pairs[i + 1]);
      text.append("\"/>");
    }
    return text.append("</Relationships>").toString();
  }
}
