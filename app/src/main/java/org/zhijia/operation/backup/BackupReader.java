package org.zhijia.operation.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.zhijia.operation.backup.Manifest.Closing;
import org.zhijia.operation.backup.Manifest.Counted;
import org.zhijia.operation.backup.Manifest.Head;
import org.zhijia.operation.backup.Manifest.Table;
import org.zhijia.operation.backup.Records.Kind;

/// Reads a backup as often as needed; each reading opens and checks every part again.
public final class BackupReader {
  private static final int BUFFER = 1 << 17;

  private final Path file;
  private final Header header;
  private final BackupKeys keys;

  private BackupReader(Path file, Header header, BackupKeys keys) {
    this.file = file;
    this.header = header;
    this.keys = keys;
  }

  /// @throws BackupRefused if it is no backup, or the passphrase is another one
  public static BackupReader open(Path file, Passphrase passphrase) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Header header = Header.read(in);
      BackupKeys keys = header.keys(passphrase);
      header.verify(in, keys);
      return new BackupReader(file, header, keys);
    }
  }

  /// What the reading of a table's rows leads to: their number.
  interface Tables {
    /// Reads the rows to their end.
    long rows(Table table, InputStream rows) throws IOException;
  }

  /// Reads all of it, writes nothing.
  ///
  /// @throws BackupRefused if a byte, a row or a table is missing or changed
  public BackupSummary verify() throws IOException {
    Head head = head();
    Closing closing = read(BackupReader::count);
    return BackupSummary.of(head, closing);
  }

  Head head() throws IOException {
    try (InputStream in = content()) {
      return new Records.Reader(in).read(Kind.HEAD, Head.class);
    }
  }

  /// The key of the sensitive fields.
  public Optional<byte[]> fieldKey() throws IOException {
    String wrapped = head().fieldKey();
    return wrapped == null
        ? Optional.empty()
        : Optional.of(keys.unwrap(Base64.getDecoder().decode(wrapped)));
  }

  /// Hands out each table and compares what was read with what the closing says.
  Closing read(Tables tables) throws IOException {
    try (InputStream in = content()) {
      Records.Reader records = new Records.Reader(in);
      records.read(Kind.HEAD);
      List<Counted> counted = new ArrayList<>();
      while (records.isNext(Kind.TABLE)) {
        Table table = records.read(Kind.TABLE, Table.class);
        RowsInput rows = new RowsInput(records);
        long count = tables.rows(table, rows);
        rows.skipToEnd();
        counted.add(
            new Counted(table.qualified(), count, HexFormat.of().formatHex(rows.digest.digest())));
      }
      Closing closing = records.read(Kind.CLOSING, Closing.class);
      if (!records.isAtEnd() || !closing.tables().equals(counted)) {
        throw new BackupRefused("backup-damaged");
      }
      return closing;
    }
  }

  private InputStream content() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(this.file), BUFFER);
    Header.read(file);
    header.verify(file, keys);
    SealedInput opened = new SealedInput(file, new SealedParts(keys, header));
    return new BufferedInputStream(opened, BUFFER);
  }

  /// In COPY's text each row ends in a line feed, and there is none within a row.
  private static long count(Table table, InputStream rows) throws IOException {
    byte[] buffer = new byte[SealedParts.PLAIN];
    long count = 0;
    for (int length = rows.read(buffer); length >= 0; length = rows.read(buffer)) {
      for (int i = 0; i < length; i++) {
        count += buffer[i] == '\n' ? 1 : 0;
      }
    }
    return count;
  }

  /// The rows of one table.
  private static final class RowsInput extends PieceInput {
    private final Records.Reader records;
    private final MessageDigest digest = BackupWriter.sha256();

    private RowsInput(Records.Reader records) {
      this.records = records;
    }

    @Override
    Optional<byte[]> next() throws IOException {
      if (!records.isNext(Kind.ROWS)) {
        return Optional.empty();
      }
      byte[] piece = records.read(Kind.ROWS);
      digest.update(piece);
      return Optional.of(piece);
    }
  }
}
