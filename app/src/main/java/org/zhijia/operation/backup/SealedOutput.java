package org.zhijia.operation.backup;

import java.io.IOException;
import java.io.OutputStream;

/// Seals what is written to it. Without [#close], which marks the last part, it cannot be read.
final class SealedOutput extends OutputStream {
  private final OutputStream out;
  private final SealedParts parts;
  private final byte[] plain = new byte[SealedParts.PLAIN];
  private int length;
  private boolean closed;

  SealedOutput(OutputStream out, SealedParts parts) {
    this.out = out;
    this.parts = parts;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      if (length == plain.length) {
        out.write(parts.seal(plain, length, false));
        length = 0;
      }
      int now = Math.min(count - done, plain.length - length);
      System.arraycopy(bytes, offset + done, plain, length, now);
      length += now;
      done += now;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.write(parts.seal(plain, length, true));
      out.flush();
    }
  }
}
