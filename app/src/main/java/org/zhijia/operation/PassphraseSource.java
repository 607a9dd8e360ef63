package org.zhijia.operation;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhijia.operation.backup.Passphrase;
import picocli.CommandLine.Option;

/// Where a backup's passphrase comes from: a file's first line, or the person at the terminal. It
/// is no option, since other users of the machine can read a command's options.
final class PassphraseSource {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      descriptionKey = "option.passphrase-file")
  private @Nullable Path file;

  /// Asked twice, since whoever mistypes it loses the backup.
  Passphrase choose(Words words) throws IOException {
    if (file != null) {
      return fromFile(file);
    }
    String first = ask(words, "passphrase-new");
    Passphrase passphrase = Passphrase.of(first);
    if (!first.equals(ask(words, "passphrase-again"))) {
      throw new CannotRun("passphrases-differ");
    }
    return passphrase;
  }

  Passphrase give(Words words) throws IOException {
    return file != null ? fromFile(file) : Passphrase.of(ask(words, "passphrase-old"));
  }

  private static Passphrase fromFile(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new CannotRun("unreadable", file);
    }
    try (var lines = Files.lines(file)) {
      return Passphrase.of(lines.findFirst().orElse("").strip());
    }
  }

  /// Where a person can be asked; not where a file or a program stands in for one.
  static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  private static String ask(Words words, String key) {
    Console console = terminal().orElseThrow(() -> new CannotRun("no-terminal"));
    char[] typed = console.readPassword("%s", words.text(key));
    String text = typed == null ? "" : new String(typed);
    if (typed != null) {
      Arrays.fill(typed, '\0');
    }
    return text;
  }
}
