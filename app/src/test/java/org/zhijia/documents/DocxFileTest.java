package org.zhijia.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;

/// The file for word processors, opened by a reader that did not write it.
class DocxFileTest {
  private static final double TWIPS_PER_MM = 1440 / 25.4;

  private static XWPFDocument notice() throws IOException {
    return new XWPFDocument(
        new ByteArrayInputStream(DocxFile.of(Samples.notice(), Samples.NUMBER)));
  }

  private static double attribute(String xml, String element, String name) {
    String of = xml.replaceAll("(?s).*<w:" + element + "([^>]*)/?>.*", "$1");
    return Double.parseDouble(of.replaceAll("(?s).*w:" + name + "=\"(-?\\d+)\".*", "$1"));
  }

  @Test
  void thePageHasTheMarginsAndTheGridOfTheStandard() throws IOException {
    try (XWPFDocument document = notice()) {
      String section = document.getDocument().getBody().getSectPr().xmlText();
      assertThat(attribute(section, "pgSz", "w") / TWIPS_PER_MM).isCloseTo(210, offset(0.1));
      assertThat(attribute(section, "pgSz", "h") / TWIPS_PER_MM).isCloseTo(297, offset(0.1));
      double top = attribute(section, "pgMar", "top");
      double bottom = attribute(section, "pgMar", "bottom");
      double left = attribute(section, "pgMar", "left");
      double right = attribute(section, "pgMar", "right");
      assertThat(top / TWIPS_PER_MM).isCloseTo(37, offset(0.1));
      assertThat(left / TWIPS_PER_MM).isCloseTo(28, offset(0.1));
      assertThat((11906 - left - right) / TWIPS_PER_MM).isCloseTo(156, offset(0.1));
      assertThat((16838 - top - bottom) / TWIPS_PER_MM).isCloseTo(225, offset(0.1));
      assertThat(section).contains("linesAndChars");
      double pitch = attribute(section, "docGrid", "linePitch");
      assertThat(pitch / 20).isCloseTo(28.99, offset(0.02));
      assertThat((int) ((16838 - top - bottom) / pitch)).isEqualTo(22);
      double cell = 16 + attribute(section, "docGrid", "charSpace") / 4096;
      assertThat(cell).isCloseTo(15.79, offset(0.01));
    }
  }

  @Test
  void markTitleHeadingsAndBodyHaveTheirFacesAndSizes() throws IOException {
    try (XWPFDocument document = notice()) {
      assertThat(run(document, "青川区总工会文件")).isEqualTo("方正小标宋简体 48.0 E60D14");
      assertThat(run(document, "关于召开青川区工会第五次代表大会的通知")).isEqualTo("方正小标宋简体 22.0 null");
      assertThat(run(document, "一、会议时间和地点")).isEqualTo("黑体 16.0 null");
      assertThat(run(document, "（一）正式代表。")).isEqualTo("楷体 16.0 null");
      assertThat(run(document, "2026年4月3日")).isEqualTo("仿宋 16.0 null");
    }
  }

  private static String run(XWPFDocument document, String text) {
    for (XWPFParagraph paragraph : document.getParagraphs()) {
      for (XWPFRun run : paragraph.getRuns()) {
        if (text.equals(run.text())) {
          return run.getFontFamily(XWPFRun.FontCharRange.eastAsia)
              + " "
              + run.getFontSizeAsDouble()
              + " "
              + run.getColor();
        }
      }
    }
    return "no run " + text;
  }

  @Test
  void oddAndEvenPagesHaveTheirOwnFooters() throws IOException {
    try (XWPFDocument document = notice()) {
      assertThat(document.getFooterList()).hasSize(2);
      assertThat(document.getSettings().getEvenAndOddHeadings()).isTrue();
    }
  }

  @Test
  void whatIsTypedCannotBreakTheFile() throws IOException {
    Wording wording = Samples.body("a < b & \"c\" > d\u0001\n二、𠀀");
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(DocxFile.of(wording, "")))) {
      List<String> text = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertThat(text).contains("a < b & \"c\" > d", "二、𠀀");
    }
  }

  @Test
  void theSameWordingGivesTheSameBytes() {
    assertThat(DocxFile.of(Samples.notice(), Samples.NUMBER))
        .isEqualTo(DocxFile.of(Samples.notice(), Samples.NUMBER));
  }
}
