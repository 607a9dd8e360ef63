package org.zhijia.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.documents.Finding.About;

/// Templates and their markup, numbers, days.
class TemplateTest {
  private static final String TEXT =
      """
      文种：通知
      要素：会期
      标题：关于会议的通知
      正文：
      大会于{{会期}}召开。
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "congress-request",
        "congress-notice",
        "election-method",
        "resolution",
        "election-report",
        "reply",
        "announcement",
        "letter",
        "minutes"
      })
  void shippedTemplatesHaveNoFindingsAndFill(String name) {
    Template template = Samples.template(name);
    assertThat(template.check()).isEmpty();
    Map<String, String> values = new HashMap<>(Map.of("发文机关", "青川区总工会"));
    template.asks().forEach(ask -> values.put(ask, "青工发"));
    Template.Filled filled = template.fill(values);
    assertThat(filled.findings()).isEmpty();
    assertThat(WordingCheck.check(filled.wording(), Typefaces.get())).isEmpty();
  }

  @Test
  void aMissingValueIsAFindingWithItsLine() {
    assertThat(new Template("t", TEXT).fill(Map.of()).findings())
        .containsExactly(Finding.at(5, About.VALUE_MISSING, "会期"));
  }

  @Test
  void anUnknownPlaceholderIsAFindingWithItsLine() {
    String text = TEXT.replace("{{会期}}", "{{会朝}}");
    assertThat(new Template("t", text).check())
        .contains(
            Finding.at(5, About.UNKNOWN_PLACEHOLDER, "会朝"),
            Finding.hint(0, About.UNUSED_PLACEHOLDER, "会期"));
  }

  @Test
  void bracesThatAreNotPairedAreFound() {
    assertThat(new Template("t", TEXT.replace("{{会期}}", "{{会期}}{{会")).check())
        .containsExactly(Finding.at(5, About.UNCLOSED_PLACEHOLDER, ""));
  }

  @Test
  void anUnknownFieldIsFound() {
    assertThat(new Template("t", TEXT.replace("标题：", "题目：")).check())
        .contains(Finding.at(3, About.UNKNOWN_FIELD, "题目"));
  }

  @Test
  void aValueCannotBringInAFieldOrAPlaceholder() {
    Wording wording =
        new Template("t", TEXT.replace("标题：关于会议", "标题：关于{{会期}}"))
            .fill(Map.of("会期", "四月\n标志：假文件"))
            .wording();
    assertThat(wording.mark()).isEmpty();
  }

  @Test
  void aWordingReadsBackAsItWasWritten() {
    Wording wording = Samples.notice();
    assertThat(Markup.read(Markup.write(wording)).wording()).isEqualTo(wording);
  }

  @ParameterizedTest
  @CsvSource({
    "青工发〔2026〕5号, true",
    "青川工办发〔2026〕123号, true",
    "青工发〔2026〕05号, false",
    "青工发〔2026〕0号, false",
    "青工发〔2026〕第5号, false",
    "青工发[2026]5号, false",
    "青工发（2026）5号, false",
    "青工发〔26〕5号, false",
    "青〔2026〕5号, false",
    "QGF〔2026〕5号, false",
    "青川区总工会发文字〔2026〕5号, false"
  })
  void numbersAreWrittenInOneWay(String text, boolean valid) {
    assertThat(DocumentNumber.parse(text).isPresent()).isEqualTo(valid);
    DocumentNumber.parse(text).ifPresent(number -> assertThat(number.text()).isEqualTo(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026年4月3日, true",
    "2026年04月3日, false",
    "2026年2月29日, false",
    "2024年2月29日, true",
    "二〇二六年四月三日, false"
  })
  void daysAreArabicWithoutLeadingZerosAndExist(String text, boolean valid) {
    assertThat(WordingCheck.day(text).isPresent()).isEqualTo(valid);
  }
}
