package org.zhijia.ballot.slate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A vector that `docs/spec/` publishes. With `-Dzhijia.write-docs=true` it is written anew.
public final class PublishedVector {
  private PublishedVector() {}

  public static void assertMadeAgain(Path published, String made) throws IOException {
    if (Boolean.getBoolean("zhijia.write-docs")) {
      Files.writeString(published, made + "\n");
    }
    assertThat(made).isEqualTo(Files.readString(published).strip());
  }
}
