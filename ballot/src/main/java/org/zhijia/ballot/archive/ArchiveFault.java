package org.zhijia.ballot.archive;

/// The container is broken: which of its rules, at which byte, and how.
public final class ArchiveFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// The container's rules, in the order in which they are met.
  public enum Rule {
    /// The first record is a header of version 1.
    HEADER,
    /// Every record is whole, in the one allowed spelling, and named by the hash of its content.
    RECORDS,
    /// Every event names the one before it, counts on from it, and names its document.
    CHAIN,
    /// Events and their documents come in the order of an election.
    ORDER
  }

  private final Rule rule;
  private final long position;

  ArchiveFault(Rule rule, long position, String reason) {
    super(reason);
    this.rule = rule;
    this.position = position;
  }

  public Rule rule() {
    return rule;
  }

  /// Byte in the file at which the offending record begins.
  public long position() {
    return position;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
