package org.zhijia.ballot.group;

import java.util.Optional;

/// Hints on the curve of [Ed25519].
final class EdwardsHints implements Hints {

  static final EdwardsHints HINTS = new EdwardsHints();

  private static final int HALF = POINT_BYTES / 2;

  private final Scalar eighth = ScalarModQ.of(8).inverted();

  private EdwardsHints() {}

  @Override
  public Scalar eighth() {
    return eighth;
  }

  @Override
  public Eighths products() {
    return new VartimeProductList();
  }

  @Override
  public Optional<HintedPoints> read(byte[] points) {
    if (points.length % POINT_BYTES != 0) {
      return Optional.empty();
    }
    int count = points.length / POINT_BYTES;
    long[] addends = new long[count * Edwards.AFFINE];
    long[] members = new long[count * Edwards.ADDEND];
    Reading reading = new Reading();
    for (int i = 0; i < count; i++) {
      if (!reading.point(points, i * POINT_BYTES)) {
        return Optional.empty();
      }
      reading.addend(addends, i * Edwards.AFFINE);
      reading.eightfold(members, i * Edwards.ADDEND);
    }
    return Optional.of(new HintedPoints(addends, members));
  }

  /// The words of a number below p as 32 bytes, least significant first.
  static void write(long[] words, byte[] bytes, int at) {
    for (int i = 0; i < HALF; i++) {
      bytes[at + i] = (byte) (words[i >> 3] >>> (8 * (i & 7)));
    }
  }

  /// One point after the other.
  private static final class Reading {
    private final long[] words = new long[FieldText.WORDS];
    private final long[] p = new long[Edwards.ADDEND];
    private final long[] s = new long[Edwards.SCRATCH];

    /// Sets p to a point; false if there is none such.
    boolean point(byte[] bytes, int at) {
      if (!number(bytes, at, Edwards.X) || !number(bytes, at + HALF, Edwards.Y)) {
        return false;
      }
      Field25519.small(p, Edwards.Z, 1);
      Field25519.mul(p, Edwards.T, p, Edwards.X, p, Edwards.Y);
      Edwards.prepare(p, 0);
      // y² − x² = 1 + d·x²·y², doubled, since 2d·x·y is at hand
      Field25519.sqr(s, 0, p, Edwards.X);
      Field25519.sqr(s, 5, p, Edwards.Y);
      Field25519.sub(s, 0, s, 5, s, 0);
      Field25519.sub(s, 0, s, 0, p, Edwards.Z);
      Field25519.tighten(s, 0, s, 0);
      Field25519.add(s, 0, s, 0, s, 0);
      Field25519.mul(s, 5, p, Edwards.T, p, Edwards.K);
      return FieldText.areEqual(s, 0, s, 5);
    }

    private boolean number(byte[] bytes, int at, int to) {
      for (int w = 0; w < FieldText.WORDS; w++) {
        words[w] = (long) LONGS.get(bytes, at + 8 * w);
      }
      FieldText.limbs(p, to, words);
      return words[3] >= 0 && FieldText.isCanonical(words);
    }

    void addend(long[] addends, int at) {
      Field25519.add(addends, at + Edwards.PLUS, p, Edwards.Y, p, Edwards.X);
      Field25519.sub(addends, at + Edwards.MINUS, p, Edwards.Y, p, Edwards.X);
      Field25519.copy(addends, at + Edwards.TWICE_D, p, Edwards.K);
      Field25519.tighten(addends, at + Edwards.PLUS, addends, at + Edwards.PLUS);
      Field25519.tighten(addends, at + Edwards.MINUS, addends, at + Edwards.MINUS);
    }

    /// Eight times p, as [Edwards#twice] leaves it.
    void eightfold(long[] members, int at) {
      Edwards.twice(members, at, p, 0, s);
      Edwards.twice(members, at, members, at, s);
      Edwards.twice(members, at, members, at, s);
    }
  }

  private static final java.lang.invoke.VarHandle LONGS =
      java.lang.invoke.MethodHandles.byteArrayViewVarHandle(
          long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);
}
