package org.zhijia.ballot.belenios.v1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;

class CredentialTest {
  private static final Group GROUP = Ed25519.group();

  @Test
  void theSecretAndThePublicCredentialAreThosePeersDerive() {
    Credential credential = Credential.parse("11111-111111-11111-111111").orElseThrow();
    assertThat(credential.exponent(GROUP, "11111111111111").decimal())
        .isEqualTo(
            "4082172962323728733656744003150561180372421194868371675424092369567009" + "022358");
    assertThat(credential.publicCredential(GROUP, "11111111111111"))
        .isEqualTo("6be53e799ef86b639f838e02b78e9dc9162275f0b256f9f5079b4b217f8c30b5");
  }

  @Test
  void everyWrongLetterOnASlipIsNoticed() {
    Credential credential = Credential.random(Randomness.secure());
    String slip = credential.slipText();
    for (int at = 0; at < slip.length(); at++) {
      if (slip.charAt(at) == '-') {
        continue;
      }
      for (char letter : Base58.ALPHABET.toCharArray()) {
        if (letter != slip.charAt(at)) {
          String wrong = slip.substring(0, at) + letter + slip.substring(at + 1);
          assertThat(Credential.parse(wrong)).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void aSlipMayBeTypedWithoutDashesAndWithBlanks() {
    Credential credential = Credential.random(Randomness.secure());
    String slip = credential.slipText();
    for (String typed :
        new String[] {slip, slip.replace("-", ""), " " + slip.replace("-", " ") + "\n"}) {
      assertThat(Credential.parse(typed).map(Credential::secretText))
          .contains(credential.secretText());
    }
  }

  @Test
  void lettersThatAreTakenForOneAnotherAreRefused() {
    for (String letter : new String[] {"0", "O", "I", "l"}) {
      assertThat(Credential.parse("11111-111111-11111-11111" + letter)).isEmpty();
    }
  }

  @Test
  void theExampleOfTheSpecificationHasItsCheckDigit() {
    assertThat(Credential.parse("11111-111111-11111-111111").orElseThrow().slipText())
        .isEqualTo("11111-111111-11111-111111-v");
  }

  @Test
  void nothingOfTheSecretShowsInPassing() {
    Credential credential = Credential.random(Randomness.secure());
    assertThat(credential.toString()).doesNotContain(credential.secretText());
  }
}
