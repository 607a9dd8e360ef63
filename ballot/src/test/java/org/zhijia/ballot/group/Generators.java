package org.zhijia.ballot.group;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Weighted random values for laws: edge values with raised odds, otherwise uniform ones.
///
/// A failing law names the seed of the failing case; `-Dzhijia.seed=…` runs that case alone.
final class Generators {

  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final BigInteger Q =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final String SEED = "zhijia.seed";

  private final Random random;

  private Generators(long seed) {
    random = new Random(seed);
  }

  /// Runs a law on many cases.
  static void law(int cases, Consumer<Generators> body) {
    Long replayed = Long.getLong(SEED);
    Random seeds = new Random();
    for (int i = 0; i < (replayed == null ? cases : 1); i++) {
      long seed = replayed == null ? seeds.nextLong() : replayed;
      try {
        body.accept(new Generators(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("replay with -D" + SEED + "=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /// 0 ≤ x < bound: near zero, near the bound, near a power of two, or anywhere.
  BigInteger below(BigInteger bound) {
    BigInteger near = BigInteger.valueOf(random.nextInt(4));
    BigInteger value =
        switch (random.nextInt(6)) {
          case 0 -> near;
          case 1 -> bound.subtract(BigInteger.ONE).subtract(near);
          case 2 -> BigInteger.TWO.pow(random.nextInt(bound.bitLength())).add(near);
          case 3 -> BigInteger.TWO.pow(random.nextInt(bound.bitLength())).subtract(near);
          default -> new BigInteger(bound.bitLength() + 64, random);
        };
    return value.mod(bound);
  }

  BigInteger exponent() {
    return below(Q);
  }

  Scalar scalar() {
    return scalarOf(exponent());
  }

  static Scalar scalarOf(BigInteger value) {
    return Ed25519.group().scalar(value.toString()).orElseThrow();
  }

  /// A member of the group, sometimes a small power of the generator or the neutral element.
  Element element() {
    return Ed25519.group().generatorPower(scalar());
  }

  /// Five limbs below a bound each.
  long[] limbs(long bound) {
    long[] limbs = new long[Field25519.LIMBS];
    boolean extreme = random.nextInt(4) == 0;
    for (int i = 0; i < limbs.length; i++) {
      limbs[i] = extreme ? bound - 1 : below(BigInteger.valueOf(bound)).longValue();
    }
    return limbs;
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
