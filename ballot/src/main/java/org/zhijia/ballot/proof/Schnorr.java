package org.zhijia.ballot.proof;

import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.group.VartimeBase;

/// Proofs of knowledge of an exponent, which also serve as signatures.
///
/// Commitment A = g^w, challenge c = SHA-256(prefix ‖ A) mod q, response w − x·c. The prefix
/// carries the statement and ends with the bar before A: `pok|Ed25519|X|` for a trustee's key,
/// `sig|H|` for a ballot, `sigmsg|M|` for a message between trustees.
///
/// Source: Belenios specification 3.1, sections 4.5, 4.6.1, 4.16.
public final class Schnorr {
  private Schnorr() {}

  /// Constant time in the secret.
  public static Proof prove(Group group, String prefix, Scalar secret, Randomness randomness) {
    Scalar w = group.randomScalar(randomness);
    Element a = group.generatorPower(w);
    Scalar challenge = challenge(group, prefix + a.encoding());
    return new Proof(challenge, w.minus(secret.times(challenge)));
  }

  public static boolean verify(Group group, String prefix, Element publicKey, Proof proof) {
    return verify(group, prefix, group.vartimeBase(publicKey), proof);
  }

  public static boolean verify(Group group, String prefix, VartimeBase publicKey, Proof proof) {
    String a =
        group
            .vartimeProducts()
            .begin()
            .times(group.vartimeBase(group.generator()), proof.response())
            .times(publicKey, proof.challenge())
            .encode()
            .getFirst();
    return challenge(group, prefix + a).equals(proof.challenge());
  }

  /// SHA-256 of the text as a big-endian number, reduced mod q.
  public static Scalar challenge(Group group, String text) {
    return group.scalarModulo(Sha256.of(text));
  }
}
