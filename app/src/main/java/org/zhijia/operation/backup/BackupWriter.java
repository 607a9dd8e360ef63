package org.zhijia.operation.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.zhijia.operation.backup.Manifest.Closing;
import org.zhijia.operation.backup.Manifest.Counted;
import org.zhijia.operation.backup.Manifest.Head;
import org.zhijia.operation.backup.Manifest.Table;
import org.zhijia.operation.backup.Records.Kind;

/// Writes everything of one moment into a stream, while others go on reading and writing.
public final class BackupWriter {
  private static final int PIECE = 60_000;

  /// What the rows' text depends on, for any server to write and any other to read.
  static final List<String> SETTINGS =
      List.of(
          "set client_encoding to 'UTF8'",
          "set datestyle to 'ISO, YMD'",
          "set intervalstyle to 'postgres'",
          "set timezone to 'UTC'",
          "set bytea_output to 'hex'",
          "set extra_float_digits to 1",
          "set statement_timeout to 0",
          "set lock_timeout to 0");

  private final Header header;
  private final BackupKeys keys;
  private final String product;

  /// @param product the release that makes it
  public BackupWriter(Passphrase passphrase, String product) {
    this(Header.fresh(), passphrase, product);
  }

  BackupWriter(Header header, Passphrase passphrase, String product) {
    this.header = header;
    this.keys = header.keys(passphrase);
    this.product = product;
  }

  /// @param connection used by nobody else; its transaction is the backup's one view
  /// @param fieldKey the key of the sensitive fields, if there is one
  public BackupSummary write(Connection connection, byte @Nullable [] fieldKey, OutputStream out)
      throws SQLException, IOException {
    out.write(header.encoded());
    out.write(header.check(keys));
    try (SealedOutput sealed = new SealedOutput(out, new SealedParts(keys, header))) {
      connection.setAutoCommit(false);
      begin(connection);
      Records.Writer records = new Records.Writer(sealed);
      Catalog catalog = new Catalog(connection);
      Head head = head(connection, catalog, fieldKey);
      records.write(Kind.HEAD, head);
      List<Counted> counted = new ArrayList<>();
      for (Table table : catalog.keptTables()) {
        records.write(Kind.TABLE, table);
        counted.add(copy(connection, table, records));
      }
      Closing closing = new Closing(catalog.sequences(), List.copyOf(counted));
      records.write(Kind.CLOSING, closing);
      connection.rollback();
      return BackupSummary.of(head, closing);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
  }

  private Head head(Connection connection, Catalog catalog, byte @Nullable [] fieldKey)
      throws SQLException {
    return new Head(
        product,
        Instant.now().toString(),
        connection.getMetaData().getDatabaseProductVersion(),
        catalog.migrations(),
        fieldKey == null ? null : Base64.getEncoder().encodeToString(keys.wrap(fieldKey)));
  }

  private static Counted copy(Connection connection, Table table, Records.Writer records)
      throws SQLException, IOException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    String sql =
        "copy (select %s from %s) to stdout"
            .formatted(Catalog.columns(table), Catalog.quoted(table));
    try (RowsOutput rows = new RowsOutput(records)) {
      long count = copies.copyOut(sql, rows);
      rows.close();
      return new Counted(table.qualified(), count, HexFormat.of().formatHex(rows.digest()));
    }
  }

  /// Gathers rows into records and hashes them.
  private static final class RowsOutput extends OutputStream {
    private final Records.Writer records;
    private final MessageDigest digest = sha256();
    private final byte[] piece = new byte[PIECE];
    private int length;

    private RowsOutput(Records.Writer records) {
      this.records = records;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      digest.update(bytes, offset, count);
      for (int done = 0; done < count; ) {
        if (length == piece.length) {
          flush();
        }
        int now = Math.min(count - done, piece.length - length);
        System.arraycopy(bytes, offset + done, piece, length, now);
        length += now;
        done += now;
      }
    }

    @Override
    public void flush() throws IOException {
      if (length > 0) {
        records.write(Kind.ROWS, piece, length);
        length = 0;
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }

    private byte[] digest() {
      return digest.digest();
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
