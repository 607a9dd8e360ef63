package org.zhijia.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes rows to a table by PostgreSQL's COPY, the fastest way in, within the transaction of the
/// connection.
final class CopyRows implements AutoCloseable {
  private static final int FLUSH_AT = 64 * 1024;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(FLUSH_AT * 2);
  private boolean first = true;

  /// @param into as in `registry.import_row (import, line)`
  CopyRows(Connection connection, String into) throws SQLException {
    this.copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
  }

  CopyRows value(@Nullable Object value) {
    between();
    if (value == null) {
      buffer.append("\\N");
      return this;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '\\' -> buffer.append("\\\\");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        case '\t' -> buffer.append("\\t");
        case '\0' -> buffer.append(' ');
        default -> buffer.append(letter);
      }
    }
    return this;
  }

  CopyRows bytes(byte @Nullable [] bytes) {
    between();
    buffer.append(bytes == null ? "\\N" : "\\\\x");
    if (bytes != null) {
      buffer.append(HexFormat.of().formatHex(bytes));
    }
    return this;
  }

  void end() throws SQLException {
    buffer.append('\n');
    first = true;
    if (buffer.length() > FLUSH_AT) {
      flush();
    }
  }

  private void between() {
    if (!first) {
      buffer.append('\t');
    }
    first = false;
  }

  private void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  /// Without [#finish] before it, nothing was written.
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
