package org.zhijia.operation;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhijia.operation.backup.BackupReader;
import org.zhijia.operation.backup.BackupSummary;
import org.zhijia.operation.backup.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia restore FILE`: checks all of a backup, then puts it in the place of the installation's
/// data, whole or not at all. The server must be at rest.
@Command
final class RestoreCommand implements Callable<Integer> {
  private final Words words;

  @Mixin private final Place place = new Place();
  @Mixin private final PassphraseSource passphrases = new PassphraseSource();

  @Parameters(paramLabel = "FILE", descriptionKey = "option.restore-file")
  private Path file = Path.of("");

  @Option(names = "--replace", descriptionKey = "option.replace")
  private boolean replace;

  @Option(names = "--yes", descriptionKey = "option.yes")
  private boolean yes;

  @Option(names = "--check", descriptionKey = "option.check")
  private boolean checkOnly;

  RestoreCommand(Words words) {
    this.words = words;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    if (!Files.isReadable(file)) {
      throw new CannotRun("unreadable", file);
    }
    BackupReader backup = BackupReader.open(file, passphrases.give(words));
    BackupSummary summary = backup.verify();
    System.out.println(
        words.text(
            "backup-holds",
            words.moment(summary.madeAt()),
            summary.product(),
            summary.tables(),
            summary.rows()));
    if (checkOnly) {
      return 0;
    }
    Installation installation = place.installation(System.getenv(), false);
    Optional<byte[]> fieldKey = backup.fieldKey();
    refuseOtherKey(installation.fieldKey(), fieldKey);
    try (OpenInstallation open = OpenInstallation.alone(installation, System.getenv())) {
      Restoration restoration = new Restoration(open.database(), backup);
      if (restoration.wouldReplace() && !mayReplace(installation)) {
        return ServerProgram.NOT_DONE;
      }
      if (fieldKey.isPresent() && !Files.exists(installation.fieldKey())) {
        PrivateFile.write(installation.fieldKey(), fieldKey.get());
      }
      restoration.run();
    }
    System.out.println(words.text("restored", installation.data()));
    System.out.println(
        fieldKey.isPresent()
            ? words.text("restored-key", installation.fieldKey())
            : words.text("restored-without-key", installation.fieldKey()));
    return 0;
  }

  private static void refuseOtherKey(Path file, Optional<byte[]> restored) throws IOException {
    Optional<byte[]> present = OpenInstallation.fieldKey(file);
    if (present.isPresent()
        && restored.isPresent()
        && !Arrays.equals(present.get(), restored.get())) {
      throw new CannotRun("restore-other-key", file);
    }
  }

  private boolean mayReplace(Installation installation) {
    if (!replace) {
      throw new CannotRun("restore-over", installation.data());
    }
    if (yes) {
      return true;
    }
    Console console =
        PassphraseSource.terminal().orElseThrow(() -> new CannotRun("restore-ask-nobody"));
    String answer = console.readLine("%s", words.text("restore-ask", installation.data()));
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
  }
}
