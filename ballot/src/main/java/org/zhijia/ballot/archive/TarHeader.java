package org.zhijia.ballot.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.zhijia.ballot.json.Malformed;

/// The 512-byte header of one record, in the one spelling that the format allows: old-style tar, no
/// magic, no owner, mode 0644, the same time for every record.
///
/// Source: Belenios specification 3.1, section 4.4; `docs/spec/ballot.md`, section 5.
record TarHeader(String name, long size, long timestamp) {

  static final int BLOCK = 512;

  /// Names are `BELENIOS` or 64 hex digits and a suffix.
  private static final int LONGEST_NAME = 80;

  byte[] bytes() {
    byte[] block = new byte[BLOCK];
    put(block, 0, name);
    put(block, 100, "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, octal(size));
    put(block, 136, octal(timestamp));
    put(block, 148, "        ");
    put(block, 156, "0");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xFF;
    }
    put(block, 148, String.format("%06o\0 ", sum));
    return block;
  }

  /// Reads a header and demands that writing it again gives the same bytes.
  static TarHeader read(byte[] block, String where) throws Malformed {
    int end = 0;
    while (end < LONGEST_NAME && block[end] != 0) {
      end++;
    }
    TarHeader header =
        new TarHeader(
            new String(block, 0, end, US_ASCII),
            number(block, 124, where),
            number(block, 136, where));
    if (!Arrays.equals(block, header.bytes())) {
      throw new Malformed(where, "the record's header is not in the one form that is allowed");
    }
    return header;
  }

  /// Bytes of padding after the record's content.
  static int padding(long size) {
    return (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private static String octal(long value) {
    if (value < 0 || value >= 1L << 33) {
      throw new IllegalArgumentException("does not fit 11 octal digits: " + value);
    }
    return String.format("%011o", value);
  }

  private static long number(byte[] block, int at, String where) throws Malformed {
    long value = 0;
    for (int i = at; i < at + 11; i++) {
      if (block[i] < '0' || block[i] > '7') {
        throw new Malformed(where, "the record's header has a number that is not octal");
      }
      value = value * 8 + (block[i] - '0');
    }
    return value;
  }
}
