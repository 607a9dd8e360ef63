package org.zhijia.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshDemoTest {
  @TempDir private Path folder;

  @Test
  void nothingButTheLockIsLeft() throws IOException {
    Installation demo = Installation.at(folder.resolve("demo"), true);
    Files.createDirectories(demo.log());
    Files.writeString(demo.log().resolve("server.log"), "said");
    Files.writeString(demo.data().resolve("demo-clock-days"), "10");
    Files.writeString(demo.fieldKey(), "key");
    Path other = Files.writeString(folder.resolve("other.key"), "not ours");
    try (DataLock lock = DataLock.take(demo.data())) {
      assertThat(lock).isNotNull();
      FreshDemo.clear(demo, Map.of());
    }
    try (var left = Files.list(demo.data())) {
      assertThat(left).containsExactly(demo.data().resolve("lock"));
    }
    assertThat(demo.fieldKey()).doesNotExist();
    assertThat(other).exists();
  }
}
