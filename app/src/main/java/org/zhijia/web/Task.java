package org.zhijia.web;

/// What a role may allow. Pages and facades ask for tasks, never for roles.
public enum Task {
  SEE_ORGANISATIONS,
  EDIT_ORGANISATIONS,
  SEE_MEMBERS,
  EDIT_MEMBERS,
  /// Identity number, phone, birth, ethnicity, political status, photo: with a reason, recorded.
  READ_SENSITIVE,
  IMPORT,
  ISSUE_SLIPS,
  APPOINT,
  SEE_DOCUMENTS,
  EDIT_DOCUMENTS,
  /// Gives a number and freezes the files; also replaces templates.
  ISSUE_DOCUMENTS,
  /// Leads a congress from its preparation to its close; prepares and opens its votes.
  RUN_CONGRESS,
  /// Examines delegates' credentials; makes voting slips.
  CHECK_CREDENTIALS,
  /// Marks who is in the hall and hands out slips.
  CHECK_IN,
  /// Enters paper ballots and votes by hand.
  COUNT_BALLOTS,
  /// Holds a part of the key, verifies, decrypts, signs.
  SCRUTINISE,
  SEE_READINGS,
  SEE_OPERATION
}
