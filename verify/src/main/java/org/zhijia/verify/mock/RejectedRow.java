package org.zhijia.verify.mock;

/// A row of a ballots file that breaks the rules.
///
/// @param line line in the file on which the row begins, from 1; the header is line 1
/// @param voter as written, may be empty
/// @param detail what the reason is about: the id, the number of marks
record RejectedRow(long line, String voter, Reason reason, String detail) {

  /// Which rule is broken.
  enum Reason {
    /// The row has more or fewer fields than the header.
    FIELDS,
    /// The row names no voter.
    NO_VOTER,
    /// The voter has a row above.
    VOTER_TWICE,
    /// An id is not in the candidates file.
    UNKNOWN_CANDIDATE,
    /// The same candidate is marked twice in one list.
    MARKED_TWICE,
    /// The same candidate is approved and opposed.
    APPROVED_AND_OPPOSED,
    /// More candidates are approved than there are seats.
    OVER_SEATS
  }
}
