package org.zhijia.ballot.audit;

import java.util.List;

/// A check that fails: which, where, and why. Thrown inside the verifier to stop at once; it leaves
/// the package only as a [Verdict.Fails].
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Check check;
  private final String where;
  private final List<String> causes;

  Fault(Check check, String where, String... causes) {
    super(check + " at " + where, null, false, false);
    this.check = check;
    this.where = where;
    this.causes = List.of(causes);
  }

  Check check() {
    return check;
  }

  String where() {
    return where;
  }

  List<String> causes() {
    return causes;
  }

  Verdict.Fails verdict(Findings findings) {
    return new Verdict.Fails(check, where, causes, findings);
  }
}
