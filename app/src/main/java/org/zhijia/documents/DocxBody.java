package org.zhijia.documents;

import java.util.List;
import java.util.Locale;

/// The text of a document as semantic paragraphs, and the page as a word processor understands it:
/// margins, and a document grid of 22 lines by 28 characters that the body is snapped to.
final class DocxBody {
  private static final String XMLNS =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
          + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String RED = "E60D14";
  private static final int TWIPS = 20;

  /// 28.99 pt, as the grid counts lines.
  private static final int LINE = (int) Math.round(Grid.ROW * TWIPS);

  /// A body character is set closer, so that 28 of them fill the line. The style says so itself
  /// and leaves the grid's own spacing alone: word processors differ in how they apply that to a
  /// character wider than its cell.
  private static final int CLOSER = (int) Math.floor((Grid.CELL - Grid.BODY) * TWIPS);

  /// A character of the grid, which is what indents in hundredths of a character count.
  private static final int CELL = (int) Math.round(Grid.CELL * TWIPS);

  private final Wording wording;
  private final String number;
  private final StringBuilder xml = new StringBuilder();

  DocxBody(Wording wording, String number) {
    this.wording = wording;
    this.number = number;
  }

  String xml() {
    xml.append("<w:document ").append(XMLNS).append("><w:body>");
    head();
    title();
    if (!wording.addressee().isEmpty()) {
      paragraph("", run(wording.addressee() + "：", Face.FANG, Grid.BODY, ""));
    }
    for (Paragraph each : Paragraph.of(wording.body())) {
      StringBuilder runs = new StringBuilder();
      each.parts().forEach(part -> runs.append(run(part.text(), part.face(), Grid.BODY, "")));
      paragraph(
          "<w:ind w:firstLineChars=\"200\" w:firstLine=\"" + 2 * CELL + "\"/>", runs.toString());
    }
    attachments();
    signature();
    imprint();
    return xml.append(section()).append("</w:body></w:document>").toString();
  }

  /// The mark at its place below the upper edge of the text area, off the grid; the number with the
  /// red rule 4 mm (11 pt) below it.
  private void head() {
    if (wording.mark().isEmpty()) {
      blank();
      return;
    }
    double size = Math.min(48, 150 * Grid.MM / wording.mark().length());
    int above = (int) Math.round(35 * Grid.MM * TWIPS);
    int height = (int) Math.round(size * TWIPS * 1.1);
    xml.append("<w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"").append(above);
    xml.append("\" w:line=\"").append(height).append("\" w:lineRule=\"exact\"/>");
    xml.append("<w:jc w:val=\"center\"/></w:pPr>");
    xml.append(run(wording.mark(), Face.SONG, size, "<w:color w:val=\"" + RED + "\"/>"));
    xml.append("</w:p>");
    blank();
    blank();
    paragraph(
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"11\" w:color=\""
            + RED
            + "\"/></w:pBdr>",
        "<w:jc w:val=\"center\"/>",
        run(number, Face.FANG, Grid.BODY, ""));
    blank();
    blank();
  }

  private void title() {
    for (String line : wording.title().lines().toList()) {
      paragraph("<w:jc w:val=\"center\"/>", run(line, Face.SONG, Grid.TITLE, ""));
    }
    if (!wording.adoption().isEmpty()) {
      paragraph("<w:jc w:val=\"center\"/>", run(wording.adoption(), Face.KAI, Grid.BODY, ""));
    }
    blank();
  }

  private void attachments() {
    List<String> names = wording.attachments().lines().toList();
    if (!names.isEmpty()) {
      blank();
    }
    for (int i = 0; i < names.size(); i++) {
      String start = i == 0 ? "附件：" : "";
      String count = names.size() == 1 ? "" : i + 1 + ". ";
      int left = (i == 0 ? 2 : 5) * CELL;
      paragraph(
          "<w:ind w:left=\"" + left + "\"/>",
          run(start + count + names.get(i), Face.FANG, Grid.BODY, ""));
    }
  }

  /// Both lines centred on the date, which ends four characters from the edge.
  private void signature() {
    if (wording.signatory().isEmpty() && wording.date().isEmpty()) {
      return;
    }
    blank();
    blank();
    int widest = Math.max(wording.signatory().length(), 8);
    int right = Math.max(2, 4 - Math.max(0, widest - 8) / 2);
    int left = Grid.COLUMNS - right - widest;
    String indent =
        "<w:ind w:left=\"" + Math.max(0, left) * CELL + "\" w:right=\"" + right * CELL + "\"/>";
    for (String line : List.of(wording.signatory(), wording.date())) {
      if (!line.isEmpty()) {
        paragraph(
            "<w:keepNext/>",
            indent + "<w:jc w:val=\"center\"/>",
            run(line, Face.FANG, Grid.BODY, ""));
      }
    }
  }

  private void imprint() {
    boolean copies = !wording.copies().isEmpty();
    boolean printer = !wording.printer().isEmpty();
    String small = "<w:ind w:left=\"280\" w:right=\"280\"/>";
    if (copies || printer) {
      blank();
    }
    if (copies) {
      paragraph(
          border(true, !printer),
          small,
          run("抄送：" + wording.copies().replace("\n", "，"), Face.FANG, Grid.SMALL, ""));
    }
    if (printer) {
      int tab = (int) Math.round(Grid.WIDTH * TWIPS) - 280;
      paragraph(
          border(true, true).replace("w:sz=\"3\"", copies ? "w:sz=\"2\"" : "w:sz=\"3\"")
              + "<w:tabs><w:tab w:val=\"right\" w:pos=\""
              + tab
              + "\"/></w:tabs>",
          small,
          run(wording.printer(), Face.FANG, Grid.SMALL, "")
              + "<w:r><w:tab/></w:r>"
              + run(wording.date() + "印发", Face.FANG, Grid.SMALL, ""));
    }
  }

  private static String border(boolean top, boolean bottom) {
    String rule = " w:val=\"single\" w:sz=\"3\" w:space=\"1\" w:color=\"000000\"/>";
    return "<w:pBdr>"
        + (top ? "<w:top" + rule : "")
        + (bottom ? "<w:bottom" + rule : "")
        + "</w:pBdr>";
  }

  private void blank() {
    paragraph("", "");
  }

  private void paragraph(String place, String runs) {
    paragraph("", place, runs);
  }

  /// @param before what the schema wants in front of indents and alignment
  private void paragraph(String before, String place, String runs) {
    xml.append("<w:p>");
    if (!before.isEmpty() || !place.isEmpty()) {
      xml.append("<w:pPr>").append(before).append(place).append("</w:pPr>");
    }
    xml.append(runs).append("</w:p>");
  }

  private static String run(String text, Face face, double size, String colour) {
    StringBuilder run = new StringBuilder("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"");
    for (String script : List.of("ascii", "hAnsi", "eastAsia", "cs")) {
      run.append(" w:").append(script).append("=\"").append(face.wordName()).append('"');
    }
    int half = (int) Math.round(size * 2);
    run.append("/>").append(colour);
    run.append("<w:sz w:val=\"").append(half).append("\"/><w:szCs w:val=\"").append(half);
    run.append("\"/></w:rPr><w:t xml:space=\"preserve\">").append(escaped(text));
    return run.append("</w:t></w:r>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
  }

  private static String section() {
    long top = Math.round(Grid.TOP * TWIPS);
    long height = Math.round(Grid.PAGE_HEIGHT * TWIPS);
    long bottom = height - top - (long) Grid.ROWS * LINE; // a twip less, and 21 lines fit
    int right = (int) Math.round((210 - 28 - 156) * Grid.MM * TWIPS);
    int footer = (int) Math.round((297 - 37 - 225 - 7 - 5) * Grid.MM * TWIPS);
    long space = Math.round((Grid.CELL - Grid.BODY) * 4096);
    return String.format(
        Locale.ROOT,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
            + "<w:footerReference w:type=\"even\" r:id=\"rId4\"/>"
            + "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\""
            + " w:left=\"%d\" w:header=\"851\" w:footer=\"%d\" w:gutter=\"0\"/>"
            + "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"%d\" w:charSpace=\"%d\"/>"
            + "</w:sectPr>",
        Math.round(Grid.PAGE_WIDTH * TWIPS),
        height,
        top,
        right,
        bottom,
        Math.round(Grid.LEFT * TWIPS),
        footer,
        LINE,
        space);
  }

  static String styles() {
    return "<w:styles "
        + XMLNS
        + "><w:docDefaults><w:rPrDefault><w:rPr>"
        + "<w:rFonts w:ascii=\"仿宋\" w:hAnsi=\"仿宋\" w:eastAsia=\"仿宋\" w:cs=\"仿宋\"/>"
        + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
        + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
        + "<w:name w:val=\"Normal\"/><w:pPr>"
        + "<w:widowControl w:val=\"0\"/><w:snapToGrid w:val=\"0\"/>"
        + "<w:spacing w:line=\""
        + LINE
        + "\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr>"
        + "<w:rPr><w:snapToGrid w:val=\"0\"/><w:spacing w:val=\""
        + CLOSER
        + "\"/>"
        + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/></w:rPr></w:style></w:styles>";
  }

  static String settings() {
    return "<w:settings "
        + XMLNS
        + "><w:evenAndOddHeaders/>"
        + "<w:characterSpacingControl w:val=\"compressPunctuation\"/>"
        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
        + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + "</w:settings>";
  }

  /// @param side `right` on odd pages, `left` on even ones, one character from the edge
  static String footer(String side) {
    String run = "<w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr>";
    return "<w:ftr "
        + XMLNS
        + "><w:p><w:pPr><w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\""
        + side
        + "\"/></w:pPr>"
        + run
        + "<w:t xml:space=\"preserve\">— </w:t></w:r>"
        + run
        + "<w:fldChar w:fldCharType=\"begin\"/></w:r>"
        + run
        + "<w:instrText>PAGE</w:instrText></w:r>"
        + run
        + "<w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + run
        + "<w:t>1</w:t></w:r>"
        + run
        + "<w:fldChar w:fldCharType=\"end\"/></w:r>"
        + run
        + "<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
  }
}
