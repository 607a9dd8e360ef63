package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.registry.Sensitive.Field;

class FieldSealTest {
  private static final Sensitive FIELDS =
      new Sensitive(Map.of(Field.ID_NUMBER, "410104199001010015", Field.ETHNICITY, "汉族"));

  @TempDir private Path folder;
  private FieldSeal seal;

  @BeforeEach
  void makeKey() throws IOException {
    seal = new FieldSeal(key("a.key", 1));
  }

  private Path key(String name, int content) throws IOException {
    byte[] key = new byte[32];
    key[0] = (byte) content;
    return Files.write(folder.resolve(name), key);
  }

  @Test
  void whatIsSealedIsOpenedAgainAndLooksLikeNothing() {
    byte[] sealed = seal.seal(FIELDS);
    assertThat(seal.open(sealed)).isEqualTo(FIELDS);
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("410104");
    assertThat(seal.seal(FIELDS)).as("another nonce each time").isNotEqualTo(sealed);
  }

  @Test
  void everyChangedByteIsFound() {
    byte[] sealed = seal.seal(FIELDS);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> seal.open(changed)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anotherKeyOpensNothingAndFindsNothing() throws IOException {
    FieldSeal other = new FieldSeal(key("b.key", 2));
    byte[] sealed = seal.seal(FIELDS);
    assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    assertThat(other.digest("410104199001010015")).isNotEqualTo(seal.digest("410104199001010015"));
  }

  @Test
  void aFileOfAnotherLengthIsNoKey() throws IOException {
    Path stump = Files.write(folder.resolve("c.key"), new byte[16]);
    assertThatThrownBy(() -> new FieldSeal(stump)).isInstanceOf(IOException.class);
  }

  @Test
  void masksShowNoMoreThanTheyMay() {
    Sensitive all =
        new Sensitive(
            Map.of(
                Field.ID_NUMBER, "410104199001010015",
                Field.PHONE, "13912345678",
                Field.BANK_ACCOUNT, "6222020200012345678",
                Field.BIRTH, "1990-01-01"));
    assertThat(all.masked(Field.ID_NUMBER)).isEqualTo("410*************15");
    assertThat(all.masked(Field.PHONE)).isEqualTo("139****5678");
    assertThat(all.masked(Field.BANK_ACCOUNT)).isEqualTo("***************5678");
    assertThat(all.masked(Field.BIRTH)).isEqualTo("＊＊");
    assertThat(new Sensitive(Map.of(Field.PHONE, "1391")).masked(Field.PHONE)).isEqualTo("＊＊");
  }
}
