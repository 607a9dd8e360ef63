package org.zhijia.ballot.trustee;

/// A key ceremony cannot go on: what is wrong, and by whom. The trustees then stop and begin anew;
/// a key whose making was disturbed is never used.
public final class CeremonyFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int trustee;

  CeremonyFault(int trustee, String reason) {
    super(reason);
    this.trustee = trustee;
  }

  CeremonyFault(int trustee, String reason, Throwable cause) {
    super(reason, cause);
    this.trustee = trustee;
  }

  /// Index from 1 of the trustee whose message is at fault; 0 if it is nobody's in particular.
  public int trustee() {
    return trustee;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
