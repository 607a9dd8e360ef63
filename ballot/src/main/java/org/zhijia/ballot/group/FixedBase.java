package org.zhijia.ballot.group;

/// A public base laid out for many powers with *secret* exponents. Constant time; safe to share
/// between threads.
public interface FixedBase {

  Element element();

  Element power(Scalar exponent);
}
