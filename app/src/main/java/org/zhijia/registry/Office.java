package org.zhijia.registry;

/// The offices of a union organisation.
public enum Office {
  CHAIR("主席"),
  VICE_CHAIR("副主席"),
  STANDING_MEMBER("常务委员"),
  COMMITTEE_MEMBER("委员"),
  AUDIT_MEMBER("经费审查委员会委员"),
  AUDIT_CHAIR("经费审查委员会主任"),
  WOMEN_CHAIR("女职工委员会主任");

  private final String word;

  Office(String word) {
    this.word = word;
  }

  /// As official documents name it.
  public String word() {
    return word;
  }
}
