package org.zhijia.ballot.belenios.v1;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.Sha256;

/// A voter's secret credential, `XXXXX-XXXXXX-XXXXX-XXXXXX`: 22 Base58 letters, 128 bits. It gives
/// the right to cast one counted ballot, and says nothing of who holds it.
///
/// On a paper slip one more letter follows, a check digit of our own outside the protocol, so that
/// a mistyped slip is noticed at once: `…-XXXXXX-C`, by ISO 7064's hybrid scheme with M = 58, which
/// finds every single wrong letter. The protocol's 22 letters stay as they are.
///
/// Source: Belenios specification 3.1, section 4.8; `docs/spec/ballot.md`, section 3.
public final class Credential {
  private static final String LETTER = "[1-9A-HJ-NP-Za-km-z]";
  private static final Pattern FORM =
      Pattern.compile("(L{5})-?(L{6})-?(L{5})-?(L{6})(?:-?(L))?".replace("L", LETTER));

  private final String text;

  private Credential(String text) {
    this.text = text;
  }

  public static Credential random(Randomness randomness) {
    String letters = Base58.random(22, randomness);
    return new Credential(
        String.join(
            "-",
            letters.substring(0, 5),
            letters.substring(5, 11),
            letters.substring(11, 16),
            letters.substring(16)));
  }

  /// Reads a credential as stored or as typed from a slip: blanks around it and missing dashes do
  /// not matter; a check digit, where there is one, must be right. Empty for anything else.
  public static Optional<Credential> parse(String typed) {
    var match = FORM.matcher(typed.strip().replaceAll("\\s", ""));
    if (!match.matches()) {
      return Optional.empty();
    }
    Credential credential =
        new Credential(
            String.join("-", match.group(1), match.group(2), match.group(3), match.group(4)));
    String check = match.group(5);
    boolean right = check == null || check.charAt(0) == credential.checkDigit();
    return right ? Optional.of(credential) : Optional.empty();
  }

  /// The protocol's form, without check digit. A secret: never log it.
  public String secretText() {
    return text;
  }

  /// The form printed on slips, with check digit.
  public String slipText() {
    return text + "-" + checkDigit();
  }

  /// The secret exponent s in the election with this id; g^s is the public credential. One secret
  /// serves many elections (the rounds of a congress) without linking them.
  public Scalar exponent(Group group, String electionUuid) {
    byte[] wide = new byte[64];
    for (int i = 0; i < 2; i++) {
      String input = "derive_credential|" + electionUuid + "|" + i + "|" + text;
      byte[] half = Sha256.of(input.getBytes(StandardCharsets.UTF_8));
      System.arraycopy(half, 0, wide, 32 * i, 32);
    }
    return group.scalarModulo(wide);
  }

  /// The public credential in the election with this id.
  public String publicCredential(Group group, String electionUuid) {
    return group.generatorPower(exponent(group, electionUuid)).encoding();
  }

  @Override
  public String toString() {
    return "Credential[…]";
  }

  private char checkDigit() {
    int modulus = Base58.ALPHABET.length();
    int product = modulus;
    for (char letter : text.replace("-", "").toCharArray()) {
      int sum = (product + Base58.ALPHABET.indexOf(letter)) % modulus;
      product = 2 * (sum == 0 ? modulus : sum) % (modulus + 1);
    }
    return Base58.ALPHABET.charAt((modulus + 1 - product) % modulus);
  }
}
