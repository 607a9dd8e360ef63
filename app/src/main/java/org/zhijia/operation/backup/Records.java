package org.zhijia.operation.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The content of a backup as records: kind (1 byte), length (4 bytes, big-endian), bytes. A head,
/// then each table followed by its rows in pieces, then the closing, and nothing after it.
final class Records {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A table of columns, a piece of rows or a list of tables is far smaller.
  private static final int MOST_BYTES = 16 << 20;

  private Records() {}

  enum Kind {
    HEAD(0),
    TABLE(1),
    ROWS(2),
    CLOSING(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new BackupRefused("backup-damaged");
    }
  }

  static final class Writer {
    private final DataOutputStream out;

    Writer(OutputStream out) {
      this.out = new DataOutputStream(out);
    }

    void write(Kind kind, Object value) throws IOException {
      byte[] json = JSON.writeValueAsBytes(value);
      write(kind, json, json.length);
    }

    void write(Kind kind, byte[] bytes, int length) throws IOException {
      out.writeByte(kind.code);
      out.writeInt(length);
      out.write(bytes, 0, length);
    }
  }

  /// Looks one record ahead, so that whoever reads the rows of a table stops where they end.
  static final class Reader {
    private final DataInputStream in;
    private int ahead;

    Reader(InputStream in) throws IOException {
      this.in = new DataInputStream(in);
      this.ahead = in.read();
    }

    boolean isAtEnd() {
      return ahead < 0;
    }

    boolean isNext(Kind kind) {
      return !isAtEnd() && Kind.of(ahead) == kind;
    }

    <T> T read(Kind kind, Class<T> type) throws IOException {
      try {
        return JSON.readValue(read(kind), type);
      } catch (JacksonException malformed) {
        throw new BackupRefused("backup-damaged");
      }
    }

    byte[] read(Kind kind) throws IOException {
      if (!isNext(kind)) {
        throw new BackupRefused("backup-damaged");
      }
      try {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
          throw new BackupRefused("backup-damaged");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        ahead = in.read();
        return bytes;
      } catch (EOFException tooShort) {
        throw new BackupRefused("backup-damaged");
      }
    }
  }
}
