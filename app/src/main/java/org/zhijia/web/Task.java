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
  SEE_READINGS,
  SEE_OPERATION
}
