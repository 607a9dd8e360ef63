package org.zhijia.ballot.json;

/// How large a document may be before it is refused unread.
///
/// @param bytes length of the document
/// @param depth nesting of arrays and objects
/// @param textLength length of one string, in characters
/// @param values number of values, whatever they are: an empty list takes two bytes of a document
///     and twenty times as many of memory
public record JsonLimits(int bytes, int depth, int textLength, int values) {

  /// Ballots and everything else that a stranger may hand in: 16 MiB, a million values.
  public static final JsonLimits HANDED_IN = new JsonLimits(16 << 20, 16, 1 << 20, 1 << 20);

  /// What an election's organisers wrote at set-up, and its trustees after voting: 64 MiB, four
  /// million values (a row of thirty numbers for each of 130 000 ballots).
  public static final JsonLimits SETUP = new JsonLimits(64 << 20, 16, 1 << 20, 1 << 22);
}
