package org.zhijia.documents;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of official document (文种) that a union issues, by the word that ends their titles.
public enum DocumentKind {
  REQUEST("请示"),
  REPLY("批复"),
  REPORT("报告"),
  NOTICE("通知"),
  LETTER("函"),
  RESOLUTION("决议"),
  ANNOUNCEMENT("公告"),
  MINUTES("纪要"),
  OPINION("意见");

  private final String word;

  DocumentKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<DocumentKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
