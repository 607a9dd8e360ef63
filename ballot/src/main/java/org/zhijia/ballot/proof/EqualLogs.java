package org.zhijia.ballot.proof;

import java.util.List;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;

/// Proof that two elements have the same exponent: X = g^x and F = α^x (Chaum and Pedersen). It
/// shows that a partial decryption was made with the trustee's key.
///
/// Challenge = SHA-256(prefix ‖ A,B) mod q with A = g^w, B = α^w; the prefix is `decrypt|φ|X|`.
/// Source: Belenios specification 3.1, section 4.20.
///
/// @param prefix what is hashed before the commitments
public record EqualLogs(Group group, String prefix) {

  /// Constant time in x.
  public Proof prove(Element alpha, Scalar x, Randomness randomness) {
    Scalar w = group.randomScalar(randomness);
    List<String> commitments = group.encode(List.of(group.generatorPower(w), alpha.power(w)));
    Scalar challenge = Schnorr.challenge(group, prefix + String.join(",", commitments));
    return new Proof(challenge, w.minus(x.times(challenge)));
  }

  /// @param publicKey X
  /// @param factor F
  public boolean verify(Element alpha, Element publicKey, Element factor, Proof proof) {
    List<String> commitments =
        group
            .vartimeProducts()
            .begin()
            .times(group.vartimeBase(group.generator()), proof.response())
            .times(group.vartimeBase(publicKey), proof.challenge())
            .begin()
            .times(group.vartimeBase(alpha), proof.response())
            .times(group.vartimeBase(factor), proof.challenge())
            .encode();
    return Schnorr.challenge(group, prefix + String.join(",", commitments))
        .equals(proof.challenge());
  }
}
