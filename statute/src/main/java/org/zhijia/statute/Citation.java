package org.zhijia.statute;

/// Where a rule stands: the instrument, its article, and how well we know it.
///
/// @param instrument title and edition, e.g. 中华人民共和国工会法（2021年修正）
/// @param article e.g. 第十八条; empty where the article is not known
public record Citation(Text instrument, String article, Status status) {

  /// Chinese instruments are cited in Chinese; the English title follows for English readers.
  public Text text() {
    String where = article.isEmpty() ? "" : " " + article;
    return new Text("《" + instrument.zh() + "》" + where, instrument.en() + where);
  }
}
