package org.zhijia.ballot.group;

/// A member of a prime-order group. Immutable; only a [Group] makes one.
///
/// All operations run in constant time. Equality compares the group elements, not representations,
/// and is constant-time too.
public interface Element {

  Element times(Element other);

  Element dividedBy(Element other);

  /// this^exponent, in constant time: for decryption, where the exponent is a trustee's key.
  Element power(Scalar exponent);

  boolean isNeutral();

  /// The canonical encoding of the group: for Ed25519 64 lower-case hex digits, most significant
  /// first (the RFC 8032 bytes reversed); for a finite field a decimal number of up to 617 digits.
  String encoding();
}
