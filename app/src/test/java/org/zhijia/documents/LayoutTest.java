package org.zhijia.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Laws of the grid, on the positioned lines.
class LayoutTest {
  private static final Typefaces FACES = Typefaces.get();

  /// The lines of the body; the last of each page is its folio.
  private static List<Page.Line> body(Page page) {
    return page.lines().subList(0, page.lines().size() - 1);
  }

  @Test
  void aFullPageOfBodyHasTwentyTwoLines() {
    List<Page> pages = Layout.of(Samples.body("工会组织职工".repeat(500)), "", FACES);
    assertThat(body(pages.get(1))).hasSize(22);
    assertThat(pages.size()).isEqualTo(6);
  }

  @Test
  void aFullLineHasTwentyEightCharactersAndTheFirstOfAParagraphTwentySix() {
    List<Page> pages = Layout.of(Samples.body("工会组织职工".repeat(500)), "", FACES);
    assertThat(body(pages.get(1))).allSatisfy(line -> assertThat(line.glyphs()).hasSize(28));
    assertThat(body(pages.getFirst()).get(1).glyphs()).hasSize(26);
  }

  @Test
  void linesAreOneTwentySecondOfTheTextAreaApart() {
    List<Page.Line> lines = body(Layout.of(Samples.body("工".repeat(900)), "", FACES).get(1));
    for (int i = 1; i < lines.size(); i++) {
      double pitch = lines.get(i).baseline() - lines.get(i - 1).baseline();
      assertThat(pitch).isCloseTo(28.99, org.assertj.core.data.Offset.offset(0.01));
    }
  }

  @Test
  void noLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne() {
    long seed = Long.getLong("zhijia.seed", 9704);
    Random random = new Random(seed);
    String letters = "工会组织职工代表大会，。、；：？！）》”（《“——……2026年GB/T 9704，，。）";
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder("工会");
      for (int i = 0; i < 300; i++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
        if (random.nextInt(3) == 0) {
          text.append("职工");
        }
      }
      var units = new Composing(FACES).units(text.toString(), Composing.Style.BODY);
      var lines = Composing.lines(units, Grid.WIDTH, Grid.WIDTH);
      for (int i = 1; i < lines.size(); i++) {
        String before = text(lines.get(i - 1));
        String line = text(lines.get(i));
        // Only a run of marks longer than a line could break this law.
        assertThat(line).as("seed " + seed).doesNotMatch("^[，。、；：？！）》”].*");
        assertThat(before).as("seed " + seed).doesNotMatch(".*[（《“]$");
      }
    }
  }

  private static String text(List<Composing.Unit> line) {
    StringBuilder text = new StringBuilder();
    line.forEach(unit -> text.appendCodePoint(unit.sort().codePoint()));
    return text.toString();
  }

  @Test
  void nothingStandsOutsideTheTextArea() {
    for (Page page : Layout.of(Samples.notice(), Samples.NUMBER, FACES)) {
      for (Page.Line line : page.lines()) {
        for (Page.Glyph glyph : line.glyphs()) {
          assertThat(glyph.x()).isGreaterThan(Grid.LEFT - 0.5);
          double right = glyph.x() + FACES.sort(glyph.face(), glyph.codePoint()).width() * 0.001;
          assertThat(right).isLessThan(Grid.RIGHT + 0.5);
        }
      }
    }
  }

  @Test
  void aNumberIsNeverCut() {
    String text = "共收".repeat(12) + "到2026134567人次";
    List<Page.Line> lines = body(Layout.of(Samples.body(text), "", FACES).getFirst());
    assertThat(lines).anyMatch(line -> line.text().contains("2026134567"));
  }

  @Test
  void headingsHaveTheirTypefaces() {
    assertThat(faceOf("一、会议时间")).isEqualTo(Face.HEI);
    assertThat(faceOf("（一）正式代表")).isEqualTo(Face.KAI);
    assertThat(faceOf("1. 会议时间")).isEqualTo(Face.FANG);
    assertThat(faceOf("（1）会议时间")).isEqualTo(Face.FANG);
  }

  private static Face faceOf(String line) {
    return Paragraph.of(line).getFirst().parts().getFirst().face();
  }

  @Test
  void theTextBehindAHeadingInItsParagraphIsBody() {
    List<Paragraph.Part> parts = Paragraph.of("（一）正式代表。经审查确认的代表。").getFirst().parts();
    assertThat(parts)
        .containsExactly(
            new Paragraph.Part("（一）正式代表。", Face.KAI), new Paragraph.Part("经审查确认的代表。", Face.FANG));
  }

  @Test
  void aLongTitleIsBalancedAndBreaksBeforeAbout() {
    var units = new Composing(FACES).units("青川区总工会关于召开青川区工会第五次代表大会的通知", Composing.Style.TITLE);
    assertThat(TitleBalance.lines(units, Grid.WIDTH).stream().map(LayoutTest::text))
        .containsExactly("青川区总工会", "关于召开青川区工会第五次代表大会的通知");
  }

  @Test
  void signatureAndDateDoNotStandAloneOnAPage() {
    for (int length = 200; length < 700; length += 13) {
      Wording wording = Samples.notice();
      Wording longer =
          new Wording(
              DocumentKind.NOTICE,
              "",
              "",
              "关于测试的通知",
              "",
              "",
              "职".repeat(length),
              "",
              wording.signatory(),
              wording.date(),
              "",
              "");
      Page last = Layout.of(longer, "", FACES).getLast();
      assertThat(body(last).size()).as("length " + length).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void theSignatureDateEndsFourCharactersFromTheEdge() {
    Page last = Layout.of(Samples.notice(), Samples.NUMBER, FACES).getLast();
    Page.Line date =
        last.lines().stream()
            .filter(line -> line.text().equals("2026年4月3日"))
            .findFirst()
            .orElseThrow();
    double right = date.glyphs().getLast().x() + Grid.BODY;
    assertThat(Grid.RIGHT - right)
        .isCloseTo(4 * Grid.CELL, org.assertj.core.data.Offset.offset(0.5));
  }

  @Test
  void foliosAreRightOnOddPagesAndLeftOnEvenOnes() {
    List<Page> pages = Layout.of(Samples.body("工".repeat(900)), "", FACES);
    assertThat(pages.get(0).lines().getLast().text()).isEqualTo("— 1 —");
    assertThat(pages.get(0).lines().getLast().glyphs().getFirst().x()).isGreaterThan(400);
    assertThat(pages.get(1).lines().getLast().text()).isEqualTo("— 2 —");
    assertThat(pages.get(1).lines().getLast().glyphs().getFirst().x()).isLessThan(100);
  }

  @Test
  void aCharacterThatNoTypefaceHasIsShownAsMissingAndFound() {
    Wording wording = Samples.body("代表䶮某。");
    assertThat(Layout.of(wording, "", FACES).getFirst().lines())
        .anyMatch(line -> line.text().contains("〓"));
    assertThat(WordingCheck.check(wording, FACES))
        .contains(Finding.hint(0, Finding.About.CHARACTER_MISSING, "䶮"));
  }
}
