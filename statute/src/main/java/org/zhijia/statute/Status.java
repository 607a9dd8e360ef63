package org.zhijia.statute;

/// How well a number of law is known to us. It is shown wherever the number is cited.
public enum Status {
  /// Read in the statute's own text, article number exact.
  S("法条原文", "read in the statute"),
  /// Read in a notice, a template or a press page.
  P("通知或实践", "from notices and practice"),
  /// Generally known; the text was not read again.
  K("一般了解", "general knowledge"),
  /// Doubtful: data that a federation confirms before it relies on it.
  U("待确认", "to be confirmed");

  private final Text label;

  Status(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }
}
