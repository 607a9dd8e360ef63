package org.zhijia.ballot.json;

/// A document is not what it should be. Says where and why, and what was expected there.
///
/// Checked on purpose: whoever opens a document that comes from outside must decide what a bad one
/// means. The verifier turns it into a verdict, the command line into exit code 2.
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;

  public Malformed(String where, String reason) {
    super(reason);
    this.where = where;
  }

  public Malformed(String where, String reason, Throwable cause) {
    super(reason, cause);
    this.where = where;
  }

  /// The place inside the document, e.g. `$.answers[0].choices[3].alpha`; `$` is the whole.
  public String where() {
    return where;
  }

  /// What is wrong there, in English and without the place.
  public String reason() {
    return String.valueOf(getMessage());
  }

  @SuppressWarnings("OverrideThrowableToString") // the reason is wanted alone, too
  @Override
  public String toString() {
    return where + ": " + reason();
  }
}
