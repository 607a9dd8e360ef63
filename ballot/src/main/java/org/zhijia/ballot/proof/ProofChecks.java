package org.zhijia.ballot.proof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhijia.ballot.group.VartimeBase;

/// The proofs of one ballot, gathered to be checked together. Variable time: everything here is
/// published.
///
/// For each branch A = g^response · α^challenge and B = y^response · (β/g^M)^challenge; a statement
/// holds when the hash of its prefix and commitments is the sum of its challenges mod q.
/// [DirectChecks] computes the commitments; [HintedChecks] is told them, and checks what it was
/// told.
///
/// Source: Belenios specification 3.1, sections 4.12, 4.13.3 and 4.16.
public interface ProofChecks {

  /// What one branch claims: that (α, β) encrypts `message`.
  record Claim(VartimeBase alpha, VartimeBase beta, long message) {}

  /// Reads an element that claims are to be about and checks that it is a member of the group;
  /// empty if it is not.
  Optional<VartimeBase> base(String text);

  /// The product of bases as a base of its own.
  VartimeBase product(List<VartimeBase> factors);

  /// Says that no further claim will be about the bases read so far; products of them may still be
  /// made.
  void forgetBases();

  /// Adds "one of these claims holds". There must be one proof for each claim.
  void addDisjunction(String prefix, List<Claim> claims, List<Proof> proofs);

  /// Adds "whoever made this knows the exponent of this key" (a signature over the prefix).
  void addKnowledge(String prefix, VartimeBase key, Proof proof);

  /// Adds "this does not encrypt 0"; the claim's message is not looked at. The caller has checked
  /// that the commitment A0 is a member of the group other than the neutral element.
  ///
  /// A1 = α^t1·g^t2 and A2 = β^t1·y^t2·A0^c; source: Belenios specification 3.1, section 4.15.
  void addNonZero(String prefix, Claim claim, VartimeBase commitment, NonZeroProof proof);

  /// The number, from 0 in order of addition, of the first proof that does not hold.
  OptionalInt firstFailure();
}
