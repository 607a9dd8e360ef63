package org.zhijia.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedStreamTest {
  private static final int SEALED = SealedParts.PLAIN + SealedParts.TAG;
  private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery");
  private static final Header HEADER = Header.fresh(64, 1);
  private static final BackupKeys KEYS = HEADER.keys(PASSPHRASE);

  @Test
  void whatIsSealedOpensAgainAtEveryLength() throws IOException {
    for (int length :
        new int[] {
          0, 1, SealedParts.PLAIN - 1, SealedParts.PLAIN, SealedParts.PLAIN + 1, 200_000
        }) {
      byte[] plain = random(length);
      assertThat(open(seal(plain))).as("length " + length).isEqualTo(plain);
    }
  }

  @Test
  void aChangedByteIsRefused() throws IOException {
    byte[] sealed = seal(random(70_000));
    for (int place : new int[] {0, 65_535, 65_536, SEALED, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[place] ^= 1;
      assertRefused(changed);
    }
  }

  @Test
  void aCutOffEndIsRefusedWhereverItIsCut() throws IOException {
    byte[] sealed = seal(random(3 * SealedParts.PLAIN));
    for (int length : new int[] {0, 1, SEALED - 1, SEALED, 2 * SEALED, sealed.length - 1}) {
      assertRefused(Arrays.copyOf(sealed, length));
    }
  }

  @Test
  void partsThatChangedPlacesAreRefused() throws IOException {
    byte[] sealed = seal(random(3 * SealedParts.PLAIN));
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 0, swapped, SEALED, SEALED);
    System.arraycopy(sealed, SEALED, swapped, 0, SEALED);
    assertRefused(swapped);
  }

  @Test
  void anythingAfterTheEndIsRefused() throws IOException {
    byte[] sealed = seal(random(100));
    assertRefused(Arrays.copyOf(sealed, sealed.length + 1));
    byte[] twice = Arrays.copyOf(sealed, 2 * sealed.length);
    System.arraycopy(sealed, 0, twice, sealed.length, sealed.length);
    assertRefused(twice);
  }

  @Test
  void partsOfAnotherFileAreRefused() throws IOException {
    Header other = Header.fresh(64, 1);
    byte[] sealed = seal(random(100));
    SealedParts parts = new SealedParts(KEYS, other);
    assertThatThrownBy(
            () -> new SealedInput(new ByteArrayInputStream(sealed), parts).readAllBytes())
        .isInstanceOf(BackupRefused.class);
  }

  @Test
  void aWrongPassphraseIsToldFromDamage() throws IOException {
    byte[] check = HEADER.check(KEYS);
    HEADER.verify(new ByteArrayInputStream(check), KEYS);
    BackupKeys others = HEADER.keys(Passphrase.of("another passphrase"));
    assertThatThrownBy(() -> HEADER.verify(new ByteArrayInputStream(check), others))
        .hasMessageContaining("passphrase-wrong");
  }

  @Test
  void aHeaderIsReadBackAndBounded() throws IOException {
    byte[] encoded = HEADER.encoded();
    Header read = Header.read(new ByteArrayInputStream(encoded));
    assertThat(read.encoded()).isEqualTo(encoded);
    byte[] greedy = encoded.clone();
    greedy[15] = 0x7f; // two terabytes
    assertThatThrownBy(() -> Header.read(new ByteArrayInputStream(greedy)))
        .hasMessageContaining("backup-damaged");
    byte[] later = encoded.clone();
    later[14] = 2;
    assertThatThrownBy(() -> Header.read(new ByteArrayInputStream(later)))
        .hasMessageContaining("backup-format");
    assertThatThrownBy(() -> Header.read(new ByteArrayInputStream(new byte[3])))
        .hasMessageContaining("backup-unknown");
  }

  @Test
  void theFieldKeyIsWrappedUnderItsOwnKey() {
    byte[] fieldKey = random(32);
    byte[] wrapped = KEYS.wrap(fieldKey);
    assertThat(wrapped).hasSize(40);
    assertThat(KEYS.unwrap(wrapped)).isEqualTo(fieldKey);
    wrapped[7] ^= 1;
    assertThatThrownBy(() -> KEYS.unwrap(wrapped)).hasMessageContaining("backup-damaged");
  }

  @Test
  void aShortPassphraseIsRefusedAndChineseCountsByCharacter() {
    assertThatThrownBy(() -> Passphrase.of("elevenchars")).hasMessageContaining("passphrase-short");
    assertThat(Passphrase.of("职工之家职工之家职工之家").utf8()).hasSize(36);
  }

  private static byte[] seal(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealedOutput sealed = new SealedOutput(out, new SealedParts(KEYS, HEADER))) {
      for (int i = 0; i < plain.length; i += 1000) {
        sealed.write(plain, i, Math.min(1000, plain.length - i));
      }
    }
    return out.toByteArray();
  }

  private static byte[] open(byte[] sealed) throws IOException {
    return new SealedInput(new ByteArrayInputStream(sealed), new SealedParts(KEYS, HEADER))
        .readAllBytes();
  }

  private static void assertRefused(byte[] sealed) {
    assertThatThrownBy(() -> open(sealed))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("backup-damaged");
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
