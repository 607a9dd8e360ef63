package org.zhijia.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/// Opens what [SealedOutput] sealed; never hands out a byte whose part was not authentic.
final class SealedInput extends InputStream {
  private final PushbackInputStream in;
  private final SealedParts parts;
  private byte[] plain = new byte[0];
  private int position;
  private boolean last;

  SealedInput(InputStream in, SealedParts parts) {
    this.in = new PushbackInputStream(in, 1);
    this.parts = parts;
  }

  @Override
  public int read() throws IOException {
    return fill() ? plain[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int now = Math.min(count, plain.length - position);
    System.arraycopy(plain, position, into, offset, now);
    position += now;
    return now;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// @return false at the end
  private boolean fill() throws IOException {
    while (position == plain.length) {
      if (last) {
        return false;
      }
      byte[] sealed = in.readNBytes(SealedParts.PLAIN + SealedParts.TAG);
      int ahead = in.read();
      last = ahead < 0;
      if (!last) {
        in.unread(ahead);
      }
      plain = parts.open(sealed, sealed.length, last);
      position = 0;
    }
    return true;
  }
}
