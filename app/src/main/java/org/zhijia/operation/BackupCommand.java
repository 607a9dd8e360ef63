package org.zhijia.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhijia.operation.backup.BackupSummary;
import org.zhijia.operation.backup.BackupWriter;
import org.zhijia.operation.backup.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `zhijia backup FILE`: everything of this moment into one sealed file, while the server runs or
/// while it does not. The file appears whole or not at all.
@Command
final class BackupCommand implements Callable<Integer> {
  private final Words words;

  @Mixin private final Place place = new Place();
  @Mixin private final PassphraseSource passphrases = new PassphraseSource();

  @Parameters(paramLabel = "FILE", descriptionKey = "option.backup-file")
  private Path file = Path.of("");

  BackupCommand(Words words) {
    this.words = words;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Path whole = file.toAbsolutePath().normalize();
    if (Files.exists(whole)) {
      throw new CannotRun("backup-exists", whole);
    }
    Installation installation = place.installation(System.getenv(), false);
    Optional<byte[]> fieldKey = OpenInstallation.fieldKey(installation.fieldKey());
    Passphrase passphrase = passphrases.choose(words);
    BackupSummary summary;
    try (OpenInstallation open = OpenInstallation.beside(installation, System.getenv())) {
      summary = write(open, fieldKey, passphrase, whole);
    }
    LastBackup.record(installation.data(), summary.madeAt());
    System.out.println(
        words.text("backup-made", whole, summary.tables(), summary.rows(), Files.size(whole)));
    System.out.println(
        summary.holdsFieldKey()
            ? words.text("backup-key-inside")
            : words.text("backup-key-missing", installation.fieldKey()));
    return 0;
  }

  private static BackupSummary write(
      OpenInstallation open, Optional<byte[]> fieldKey, Passphrase passphrase, Path whole)
      throws IOException, SQLException {
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.deleteIfExists(part);
    PrivateFile.write(part, new byte[0]);
    try (Connection connection = open.database().connect();
        FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 17)) {
      BackupWriter writer = new BackupWriter(passphrase, Release.name());
      BackupSummary summary = writer.write(connection, fieldKey.orElse(null), out);
      out.flush();
      channel.force(true);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folder =
          FileChannel.open(Objects.requireNonNull(whole.getParent()), StandardOpenOption.READ)) {
        folder.force(true);
      }
      return summary;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
