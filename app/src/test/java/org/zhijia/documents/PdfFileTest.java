package org.zhijia.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// The produced file, measured by a reader of PDF.
class PdfFileTest {
  private static final double MM = 72 / 25.4;
  private static final Typefaces FACES = Typefaces.get();

  private static byte[] file(Wording wording, String number) {
    return PdfFile.of(Layout.of(wording, number, FACES), wording.plainTitle(), FACES);
  }

  /// Characters of one page by their baselines, in points from the upper edge.
  private static NavigableMap<Double, List<TextPosition>> lines(byte[] file, int page)
      throws IOException {
    NavigableMap<Double, List<TextPosition>> lines = new TreeMap<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              double y = Math.round(text.getYDirAdj() * 100) / 100.0;
              lines.computeIfAbsent(y, _ -> new ArrayList<>()).add(text);
            }
          };
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      stripper.getText(document);
    }
    return lines;
  }

  @Test
  void theTextAreaIsFilledByTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
    var lines = lines(file(Samples.body("工会组织职工".repeat(500)), ""), 2);
    lines.pollLastEntry(); // the folio
    assertThat(lines).hasSize(22);
    assertThat(lines.values()).allSatisfy(line -> assertThat(line).hasSize(28));

    double top = lines.firstKey() - 0.88 * 16;
    assertThat(top / MM).isCloseTo(37, offset(1.0));
    double left = lines.firstEntry().getValue().getFirst().getXDirAdj();
    assertThat(left / MM).isCloseTo(28, offset(1.0));
    TextPosition last = lines.firstEntry().getValue().getLast();
    assertThat((last.getXDirAdj() + last.getWidthDirAdj() - left) / MM).isCloseTo(156, offset(0.3));
    assertThat((lines.lastKey() - lines.firstKey()) * 22 / 21 / MM).isCloseTo(225, offset(0.1));
  }

  @Test
  void charactersAre1579HundredthsOfAPointApart() throws IOException {
    var line = lines(file(Samples.body("工会组织职工".repeat(500)), ""), 2).firstEntry().getValue();
    for (int i = 1; i < line.size(); i++) {
      assertThat(line.get(i).getXDirAdj() - line.get(i - 1).getXDirAdj())
          .isCloseTo(15.79f, offset(0.02f));
    }
  }

  @Test
  void thePaperIsA4() throws IOException {
    try (PDDocument document = Loader.loadPDF(file(Samples.notice(), Samples.NUMBER))) {
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth() / MM).isCloseTo(210, offset(0.01));
        assertThat(page.getMediaBox().getHeight() / MM).isCloseTo(297, offset(0.01));
      }
    }
  }

  @Test
  void everyTypefaceIsEmbedded() throws IOException {
    try (PDDocument document = Loader.loadPDF(file(Samples.notice(), Samples.NUMBER))) {
      List<String> names = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName key : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(key);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        }
      }
      assertThat(names).contains("ZhijiaFangSong", "ZhijiaKaiTi", "ZhijiaHeiTi", "ZhijiaBiaoSong");
    }
  }

  @Test
  void theMarkIs35MillimetresBelowTheTextAreasUpperEdge() throws IOException {
    var first = lines(file(Samples.notice(), Samples.NUMBER), 1).firstEntry();
    double size = first.getValue().getFirst().getFontSizeInPt();
    assertThat((first.getKey() - 0.88 * size) / MM).isCloseTo(72, offset(0.2));
  }

  @Test
  void theWordsCanBeReadOutInTheirOrder() throws IOException {
    try (PDDocument document = Loader.loadPDF(file(Samples.notice(), Samples.NUMBER))) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      assertThat(text).contains("青川区总工会文件青工发〔2026〕5号青川区总工会关于召开青川区工会第五次代表大会的通知各镇（街道）总工会");
    }
  }

  @Test
  void theSameWordingGivesTheSameBytes() {
    assertThat(file(Samples.notice(), Samples.NUMBER))
        .isEqualTo(file(Samples.notice(), Samples.NUMBER));
  }
}
