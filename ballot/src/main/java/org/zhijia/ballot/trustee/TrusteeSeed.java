package org.zhijia.ballot.trustee;

import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.Sha256;

/// The one secret that a trustee keeps through a threshold ceremony: 22 Base58 letters, from which
/// the signing key and the decryption key are derived. It fits on a slip of paper.
///
/// Source: Belenios specification 3.1, section 4.6.1.
public final class TrusteeSeed {
  private static final int LETTERS = 22;

  private final Group group;
  private final String letters;

  private TrusteeSeed(Group group, String letters) {
    this.group = group;
    this.letters = letters;
  }

  public static TrusteeSeed random(Group group, Randomness randomness) {
    return new TrusteeSeed(group, Base58.random(LETTERS, randomness));
  }

  public static Optional<TrusteeSeed> parse(Group group, String text) {
    String stripped = text.strip();
    boolean valid =
        stripped.length() == LETTERS
            && stripped.chars().allMatch(letter -> Base58.ALPHABET.indexOf(letter) >= 0);
    return valid ? Optional.of(new TrusteeSeed(group, stripped)) : Optional.empty();
  }

  /// The letters. A secret: never log them.
  public String secretText() {
    return letters;
  }

  public Group group() {
    return group;
  }

  /// This trustee's certificate for a place in a ceremony.
  public Certificate certificate(Certificate.Context context, Randomness randomness) {
    var verification = group.generatorPower(signingKey());
    var encryption = group.generatorPower(decryptionKey());
    String message = Certificate.message(context, verification, encryption);
    return new Certificate(
        SignedMessage.sign(group, signingKey(), message, randomness),
        context,
        verification,
        encryption);
  }

  /// Signs a message with the key of this trustee's certificate, e.g. the hash of a result.
  public SignedMessage sign(String message, Randomness randomness) {
    return SignedMessage.sign(group, signingKey(), message, randomness);
  }

  /// Whether this seed is the secret behind the certificate.
  public boolean owns(Certificate certificate) {
    return group.generatorPower(signingKey()).equals(certificate.verification())
        && group.generatorPower(decryptionKey()).equals(certificate.encryption());
  }

  Scalar signingKey() {
    return group.scalarModulo(Sha256.of("sk|" + letters));
  }

  Scalar decryptionKey() {
    return group.scalarModulo(Sha256.of("dk|" + letters));
  }

  @Override
  public String toString() {
    return "TrusteeSeed[…]";
  }
}
