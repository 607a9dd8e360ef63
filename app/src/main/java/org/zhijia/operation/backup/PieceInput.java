package org.zhijia.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream that is made of pieces, one after the other.
abstract class PieceInput extends InputStream {
  private byte[] piece = new byte[0];
  private int position;

  /// The next piece, which may be empty; none at the end.
  abstract Optional<byte[]> next() throws IOException;

  @Override
  public final int read() throws IOException {
    return fill() ? piece[position++] & 0xff : -1;
  }

  @Override
  public final int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int now = Math.min(count, piece.length - position);
    System.arraycopy(piece, position, into, offset, now);
    position += now;
    return now;
  }

  /// @return false at the end
  private boolean fill() throws IOException {
    while (position == piece.length) {
      Optional<byte[]> following = next();
      if (following.isEmpty()) {
        return false;
      }
      piece = following.get();
      position = 0;
    }
    return true;
  }

  final void skipToEnd() throws IOException {
    while (fill()) {
      position = piece.length;
    }
  }
}
