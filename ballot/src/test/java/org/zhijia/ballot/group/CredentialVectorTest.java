package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

/// A credential as Belenios derives it: 512 bits of digest, reduced, and its public part.
class CredentialVectorTest {

  @Test
  void theCredentialOfBeleniosIsDerived() throws NoSuchAlgorithmException {
    String uuid = "11111111111111";
    String credential = "11111-111111-11111-111111";
    byte[] seed = new byte[64];
    for (int i = 0; i < 2; i++) {
      String input = "derive_credential|" + uuid + "|" + i + "|" + credential;
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
      System.arraycopy(digest, 0, seed, 32 * i, 32);
    }
    Scalar secret = Ed25519.group().scalarModulo(seed);
    assertThat(secret.decimal())
        .isEqualTo("4082172962323728733656744003150561180372421194868371675424092369567009022358");
    assertThat(Ed25519.group().generatorPower(secret).encoding())
        .isEqualTo("6be53e799ef86b639f838e02b78e9dc9162275f0b256f9f5079b4b217f8c30b5");
  }
}
