package org.zhijia.ballot.group;

import java.util.List;
import java.util.Optional;

/// A cyclic group of prime order q in which discrete logarithms are hard, written multiplicatively
/// as in the Belenios specification: `g^x`, `y^r · g^m`.
///
/// Elements and scalars come only out of this interface, so a value of type [Element] *is* a member
/// of the prime-order subgroup and a value of type [Scalar] *is* reduced mod q. The groups of the
/// protocol are [Ed25519], in which Zhijia's own elections are held, and the two of [FiniteField].
/// How long an encoding or a scalar is differs between them by a factor of ten: ask the group, do
/// not count digits.
///
/// Two families of operations, told apart by name:
/// - plain names run in constant time and may be given secrets;
/// - names with `Vartime` run faster, in a time that depends on their inputs. They are for what is
///   published anyway: verification, tallies, results.
///
/// Source: Belenios specification 3.1, section 5; RFC 8032, section 5.1.
public interface Group {

  /// The groups of the protocol, the usual one first. A finite field costs only whom it serves: it
  /// is made when it is asked for.
  List<String> NAMES = List.of("Ed25519", "BELENIOS-2048", "RFC-3526-2048");

  /// The group of this literal name, if the protocol has one.
  static Optional<Group> named(String name) {
    return switch (name) {
      case "Ed25519" -> Optional.of(Ed25519.group());
      case "BELENIOS-2048" -> Optional.of(FiniteField.belenios2048());
      case "RFC-3526-2048" -> Optional.of(FiniteField.rfc3526());
      default -> Optional.empty();
    };
  }

  /// The literal name that enters hashes and `election.json`, e.g. `Ed25519`.
  String name();

  Element generator();

  Element neutral();

  // --- checked doors ---------------------------------------------------------------------------

  /// Reads a canonical encoding and checks that it is a member of the prime-order subgroup; empty
  /// for anything else (wrong length or letters, not on the curve or in the field, not reduced,
  /// not of order q).
  Optional<Element> element(String text);

  /// Reads a decimal without sign or leading zero, 0 ≤ x < q; empty for anything else.
  Optional<Scalar> scalar(String decimal);

  /// A small public number as a scalar; negative numbers count from q downwards.
  Scalar scalar(long value);

  /// A big-endian number of at most 64 bytes, reduced mod q. For digests and key material:
  /// constant time.
  Scalar scalarModulo(byte[] bigEndian);

  /// A uniform scalar (bias below 2^-250), made of so many random bytes that q divides them evenly
  /// enough: 64 for Ed25519.
  Scalar randomScalar(Randomness randomness);

  // --- constant time ---------------------------------------------------------------------------

  /// g^exponent.
  Element generatorPower(Scalar exponent);

  /// Lays out tables so that many secret powers of one public base (an election's key) are cheap.
  FixedBase fixedBase(Element base);

  /// What questions whose answers are shuffled need of a group; empty if it cannot hold them.
  default Optional<Embedding> embedding() {
    return Embedding.of(this);
  }

  /// The canonical encodings of many elements at the price of one inversion.
  List<String> encode(List<Element> elements);

  // --- variable time: public data only ---------------------------------------------------------

  /// Lays out an element for a few variable-time powers; the shorter the exponents, the cheaper.
  VartimeBase vartimeBase(Element element);

  /// Lays out wide tables for an element of which thousands of powers are needed (g, y).
  VartimeBase vartimeWideBase(Element element);

  /// An empty list of products, to be computed and encoded together.
  VartimeProducts vartimeProducts();

  /// What helps verifiers that are given hints, if the group knows how.
  Optional<Hints> hints();
}
