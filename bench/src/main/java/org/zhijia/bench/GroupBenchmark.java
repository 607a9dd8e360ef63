package org.zhijia.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.FixedBase;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;

/// Single operations of the group.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GroupBenchmark {
  private final Group group = Ed25519.group();
  private final Scalar exponent = group.randomScalar(Randomness.secure());
  private final Element element = group.generatorPower(exponent);
  private final FixedBase fixed = group.fixedBase(element);
  private final String text = element.encoding();

  /// g^x, constant time.
  @Benchmark
  public Element generatorPower() {
    return group.generatorPower(exponent);
  }

  /// y^x over laid-out tables, constant time.
  @Benchmark
  public Element fixedBasePower() {
    return fixed.power(exponent);
  }

  /// α^x, constant time.
  @Benchmark
  public Element power() {
    return element.power(exponent);
  }

  /// Reading an element with its membership check, and two variable-time powers.
  @Benchmark
  public Object vartimeBaseAndTwoPowers() {
    var base = group.vartimeProducts().base(text).orElseThrow();
    return group
        .vartimeProducts()
        .begin()
        .times(base, exponent)
        .begin()
        .times(base, exponent)
        .elements();
  }
}
