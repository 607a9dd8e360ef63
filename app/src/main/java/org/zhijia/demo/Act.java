package org.zhijia.demo;

/// What the other people of the congress can do, one button each.
enum Act {
  UNITS_ELECT,
  EXAMINE,
  ARRIVE,
  RAISE_HANDS,
  MAKE_KEY,
  DRAW_SLIPS,
  NOMINATE,
  VOTE,
  COUNT,
  COUNT_HANDS,
  REPLY;

  /// Of its words in the messages.
  public String key() {
    return "people." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
