package org.zhijia.congress;

/// In what capacity somebody sits in the hall.
enum Standing {
  /// Has a vote and counts as due.
  DELEGATE("正式代表"),
  INVITED("特邀代表"),
  OBSERVER("列席人员");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /// As printed papers, which are Chinese, call it.
  String word() {
    return word;
  }
}
