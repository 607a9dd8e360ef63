package org.zhijia.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/// Draws pages as PDF with the typefaces embedded as subsets. The same pages give the same bytes:
/// no clock, no chance; the document's id comes from its title and number.
final class PdfFile {
  /// The red of official heads.
  private static final float[] RED = {0.90f, 0.05f, 0.08f};

  private static final String PRODUCER = "Zhijia";

  private final PDDocument document;
  private final Typefaces faces;
  private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

  private PdfFile(PDDocument document, Typefaces faces) {
    this.document = document;
    this.faces = faces;
  }

  static byte[] of(List<Page> pages, String title, Typefaces faces) {
    try (PDDocument document = new PDDocument()) {
      PdfFile file = new PdfFile(document, faces);
      for (Page page : pages) {
        file.draw(page);
      }
      document.getDocumentInformation().setTitle(title);
      document.getDocumentInformation().setProducer(PRODUCER);
      document.getDocumentCatalog().setLanguage("zh-CN");
      CRC32 id = new CRC32();
      id.update(title.getBytes(StandardCharsets.UTF_8));
      document.setDocumentId(id.getValue());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void draw(Page page) throws IOException {
    PDPage sheet = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
    document.addPage(sheet);
    try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
      for (Page.Line line : page.lines()) {
        draw(line, page.height(), out);
      }
      fill(page, false, out);
      fill(page, true, out);
    }
  }

  /// All of one colour at once: many small squares that touch show no seams.
  private static void fill(Page page, boolean red, PDPageContentStream out) throws IOException {
    List<Page.Rule> rules = page.rules().stream().filter(each -> each.red() == red).toList();
    if (rules.isEmpty()) {
      return;
    }
    colour(out, red);
    for (Page.Rule rule : rules) {
      out.addRect(
          (float) rule.left(),
          (float) (page.height() - rule.y() - rule.thickness() / 2),
          (float) (rule.right() - rule.left()),
          (float) rule.thickness());
    }
    out.fill();
  }

  private void draw(Page.Line line, double height, PDPageContentStream out) throws IOException {
    colour(out, line.red());
    out.beginText();
    for (Page.Glyph glyph : line.glyphs()) {
      out.setFont(font(glyph.face()), (float) glyph.size());
      out.setTextMatrix(
          Matrix.getTranslateInstance((float) glyph.x(), (float) (height - line.baseline())));
      out.showText(Character.toString(glyph.codePoint()));
    }
    out.endText();
  }

  private static void colour(PDPageContentStream out, boolean red) throws IOException {
    if (red) {
      out.setNonStrokingColor(RED[0], RED[1], RED[2]);
    } else {
      out.setNonStrokingColor(0f);
    }
  }

  private PDFont font(Face face) throws IOException {
    PDFont known = fonts.get(face);
    if (known == null) {
      known = PDType0Font.load(document, faces.file(face), true);
      fonts.put(face, known);
    }
    return known;
  }
}
