package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.zhijia.operation.ServerProgram;

/// What is wrong with the options or the files is said before anything is started.
class RehearseCommandTest {
  @TempDir private Path folder;

  private String refusal(String... options) {
    List<String> all =
        new ArrayList<>(List.of("rehearse", "--out", folder.resolve("o").toString()));
    all.addAll(List.of(options));
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      SpringApplication none = new SpringApplication(RehearseCommandTest.class);
      int exit = ServerProgram.run(none, RehearseCommand::commands, all.toArray(String[]::new));
      assertThat(exit).isEqualTo(ServerProgram.WRONG_USE);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void optionsThatMakeNoSenseAreRefusedInBothLanguages() {
    assertThat(refusal("--paper", "101", "--lang=zh")).contains("--paper 应为 0 到 100");
    assertThat(refusal("--paper", "101", "--lang=en")).contains("--paper is from 0 to 100");
    assertThat(refusal("--loss", "90", "--lang=en")).contains("--loss is from 0 to 60");
    assertThat(refusal("--shortage", "never", "--lang=zh")).contains("left-vacant, revote, reduce");
    assertThat(refusal("--ballots", "b.csv", "--lang=zh")).contains("--candidates 一起");
    assertThat(refusal("--url", "http://127.0.0.1:1/", "--lang=en")).contains("one-time-token");
    assertThat(refusal("--url", "http://127.0.0.1:1/rehearsal/x", "--lang=zh"))
        .contains("连不上 http://127.0.0.1:1/");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    String missing = folder.resolve("none.csv").toString();
    assertThat(refusal("--roster", missing, "--lang=zh")).contains(missing);
    Path headless = Files.writeString(folder.resolve("h.csv"), "1,2\n3,4\n");
    assertThat(refusal("--roster", headless.toString(), "--lang=zh")).contains("没有找到表头");
    assertThat(refusal("--candidates", headless.toString(), "--lang=en")).contains("no header");
    Path twice = Files.writeString(folder.resolve("t.csv"), "id,name\na,丁一\na,王二\n");
    assertThat(refusal("--candidates", twice.toString(), "--lang=zh")).contains("第 3 行");
  }
}
