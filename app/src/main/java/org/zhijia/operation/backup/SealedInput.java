package org.zhijia.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/// Opens what [SealedOutput] sealed; never hands out a byte whose part was not authentic.
final class SealedInput extends PieceInput {
  private final PushbackInputStream in;
  private final SealedParts parts;
  private boolean last;

  SealedInput(InputStream in, SealedParts parts) {
    this.in = new PushbackInputStream(in, 1);
    this.parts = parts;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  @Override
  Optional<byte[]> next() throws IOException {
    if (last) {
      return Optional.empty();
    }
    byte[] sealed = in.readNBytes(SealedParts.PLAIN + SealedParts.TAG);
    int ahead = in.read();
    last = ahead < 0;
    if (!last) {
      in.unread(ahead);
    }
    return Optional.of(parts.open(sealed, sealed.length, last));
  }
}
