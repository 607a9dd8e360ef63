package org.zhijia.bench.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.FixedBase;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.Schnorr;

/// What the library promises to do in constant time, in one group; and a twin that does not.
final class Subjects {
  /// Scalar operations take less than a clock tells: so many are timed together.
  private static final int CHAIN = 50;

  private final Group group;
  private final int slower;
  private final Random random = new Random(1);
  private final Randomness randomness = random::nextBytes;
  private final Scalar constant;
  private final Scalar one;
  private final Element base;
  private final FixedBase table;

  /// @param slower how many times fewer measurements than in the fastest group
  private Subjects(Group group, int slower) {
    this.group = group;
    this.slower = slower;
    this.constant = group.randomScalar(randomness);
    this.one = group.scalar(1);
    this.base = group.generatorPower(group.randomScalar(randomness));
    this.table = group.fixedBase(base);
  }

  static List<Subject> of(Group group, int slower) {
    Subjects subjects = new Subjects(group, slower);
    List<Subject> all = new ArrayList<>();
    all.addAll(subjects.twins());
    all.addAll(subjects.arithmetic());
    all.addAll(subjects.powers());
    all.addAll(subjects.uses());
    return all;
  }

  /// Square and multiply, with a branch for each bit: its time tells how many bits are set.
  private List<Subject> twins() {
    return List.of(
        subject("leaky twin: power, constant", 100, exponent(constant, this::leakyPower)),
        subject("blind twin: random both times", 200, exponentOfEither(base::power)));
  }

  private List<Subject> arithmetic() {
    return List.of(
        subject("Scalar.plus, minus (x50), 1", 500, exponent(one, this::sums)),
        subject("Scalar.times (x50), 1", 500, exponent(one, this::products)),
        subject("Scalar.times (x50), constant", 500, exponent(constant, this::products)),
        subject("Scalar.inverted, 1", 100, exponent(one, Scalar::inverted)),
        subject("Scalar.decimal, same length", 500, ofSameLength(constant)));
  }

  private List<Subject> powers() {
    return List.of(
        subject("generatorPower, 1", 500, exponent(one, group::generatorPower)),
        subject("generatorPower, constant", 500, exponent(constant, group::generatorPower)),
        subject("FixedBase.power, 1", 500, exponent(one, table::power)),
        subject("Element.power, 1", 200, exponent(one, base::power)),
        subject("Element.power, constant", 200, exponent(constant, base::power)));
  }

  private List<Subject> uses() {
    return List.of(
        subject("Schnorr.prove (signing), 1", 200, exponent(one, this::sign)),
        subject("PartialDecryption.make, 1", 100, exponent(one, this::decrypt)),
        subject("BallotMaker.make, all marked", 100, votes()));
  }

  private Subject subject(String name, int thousands, Subject.Trials trials) {
    return new Subject(group.name() + " " + name, thousands * 1000 / slower, trials);
  }

  private interface OfScalar {
    Object apply(Scalar secret);
  }

  /// The operation over the fixed secret or a random one, each time an object of its own. A random
  /// one is made for both, so that objects of both lie equally far apart in memory: where that was
  /// not so, every operation seemed to leak some forty nanoseconds.
  private Subject.Trials exponent(Scalar fixed, OfScalar operation) {
    String text = fixed.decimal();
    return isFixed -> {
      String decimal = group.randomScalar(randomness).decimal();
      Scalar secret = group.scalar(isFixed ? text : decimal).orElseThrow();
      return () -> operation.apply(secret);
    };
  }

  /// Only how many digits a number has may show when it is written.
  private Subject.Trials ofSameLength(Scalar fixed) {
    String text = fixed.decimal();
    Scalar zero = group.scalar("0").orElseThrow();
    return isFixed -> {
      String decimal = group.randomScalar(randomness).decimal();
      while (decimal.length() != text.length()) {
        decimal = group.randomScalar(randomness).decimal();
      }
      // A scalar that was read remembers its text; one that was computed has to write it.
      Scalar secret = group.scalar(isFixed ? text : decimal).orElseThrow().plus(zero);
      return secret::decimal;
    };
  }

  /// Both classes random: whatever differs here is the measurement's own doing.
  private Subject.Trials exponentOfEither(OfScalar operation) {
    return _ -> {
      Scalar secret = group.scalar(group.randomScalar(randomness).decimal()).orElseThrow();
      return () -> operation.apply(secret);
    };
  }

  private Scalar sums(Scalar secret) {
    Scalar sum = constant;
    for (int i = 0; i < CHAIN; i++) {
      sum = secret.minus(sum.plus(secret));
    }
    return sum;
  }

  private Scalar products(Scalar secret) {
    Scalar product = constant;
    for (int i = 0; i < CHAIN; i++) {
      product = product.times(secret);
    }
    return product;
  }

  private Element leakyPower(Scalar exponent) {
    java.math.BigInteger bits = new java.math.BigInteger(exponent.decimal());
    Element power = group.neutral();
    for (int i = bits.bitLength() - 1; i >= 0; i--) {
      power = power.times(power);
      if (bits.testBit(i)) {
        power = power.times(base);
      }
    }
    return power;
  }

  private Object sign(Scalar secret) {
    return Schnorr.prove(group, "sig|timing|", secret, randomness);
  }

  private Object decrypt(Scalar key) {
    EncryptedTally tally = new EncryptedTally(List.of(List.of(new Ciphertext(base, base))));
    return PartialDecryption.make(group, "timing", key, tally, randomness);
  }

  /// One vote again and again, or any that the question allows.
  private Subject.Trials votes() {
    Question question = new Question.Homomorphic("决议", List.of("甲", "乙"), false, 0, 2);
    Election election =
        new Election(
            "",
            "",
            group,
            base,
            List.of(question),
            "1111111111111A",
            Optional.empty(),
            Optional.empty());
    BallotMaker maker = new BallotMaker(election, "timing", randomness);
    Credential credential = Credential.parse("1".repeat(22)).orElseThrow();
    return isFixed -> {
      List<Integer> row = List.of(random.nextInt(2), random.nextInt(2));
      Vote vote = new Vote(List.of(isFixed ? List.of(1, 1) : row));
      Supplier<Object> trial = () -> maker.make(credential, vote);
      return trial;
    };
  }
}
