package org.zhijia.statute;

/// The kinds of body whose elections and compositions the rules tell apart.
public enum BodyKind {
  /// A local federation: 地方总工会.
  DISTRICT("地方总工会", "local federation"),
  /// A grassroots union: 基层工会.
  GRASSROOTS("基层工会", "grassroots union"),
  /// The union of an enterprise, where the rules for enterprises differ: 企业工会.
  ENTERPRISE("企业工会", "enterprise union");

  private final Text label;

  BodyKind(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /// As written in facts and packs: `district`.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
