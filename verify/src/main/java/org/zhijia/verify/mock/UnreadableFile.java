package org.zhijia.verify.mock;

import java.nio.file.Path;

/// An input file as a whole cannot be used. The command ends with exit code 2 and this explanation.
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final long line;
  private final Reason reason;
  private final String detail;

  /// @param line from 1; 0 if no line is to blame
  UnreadableFile(Path file, long line, Reason reason, String detail) {
    super(file + ":" + line + " " + reason + " " + detail);
    this.file = file;
    this.line = line;
    this.reason = reason;
    this.detail = detail;
  }

  /// What is wrong with the file.
  enum Reason {
    /// It is not there or cannot be opened.
    NOT_READABLE,
    /// It is not UTF-8, or not CSV.
    NOT_CSV,
    /// The header lacks a column.
    NO_COLUMN,
    /// A candidate has no id, or an id that another has.
    BAD_CANDIDATE,
    /// It has no rows.
    EMPTY
  }

  Path file() {
    return file;
  }

  long line() {
    return line;
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
