package org.zhijia.rehearsal;

import java.util.List;

/// Whom a simulation signs in as, where the accounts are there already.
///
/// @param scrutineers the chief first
public record Cast(
    SignIn secretary, SignIn clerk, SignIn usher, List<SignIn> tellers, List<SignIn> scrutineers) {
  public Cast {
    tellers = List.copyOf(tellers);
    scrutineers = List.copyOf(scrutineers);
  }

  /// @param person whom the account is called by
  public record SignIn(String name, String person, String password) {}
}
