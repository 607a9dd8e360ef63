package org.zhijia.ballot.group;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Ed25519 signatures of RFC 8032, section 5.1, over the library's own operations: what lets us
/// borrow the vectors of others.
final class Signatures {

  private static final Group GROUP = Ed25519.group();
  private static final HexFormat HEX = HexFormat.of();

  private Signatures() {}

  static byte[] publicKey(byte[] secretKey) {
    return encode(GROUP.generatorPower(signingExponent(hash(secretKey))));
  }

  static byte[] sign(byte[] secretKey, byte[] message) {
    byte[] hash = hash(secretKey);
    Scalar exponent = signingExponent(hash);
    Scalar nonce = littleEndian(hash(Arrays.copyOfRange(hash, 32, 64), message));
    byte[] commitment = encode(GROUP.generatorPower(nonce));
    Scalar challenge = littleEndian(hash(commitment, publicKey(secretKey), message));
    return concatenate(commitment, bytes(nonce.plus(challenge.times(exponent))));
  }

  /// Strict: S < q, one encoding for each point, no cofactor.
  static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != 64) {
      return false;
    }
    byte[] commitment = Arrays.copyOf(signature, 32);
    Optional<VartimeBase> key = GROUP.vartimeProducts().base(HEX.formatHex(reversed(publicKey)));
    Optional<Scalar> response = response(Arrays.copyOfRange(signature, 32, 64));
    if (key.isEmpty() || response.isEmpty()) {
      return false;
    }
    Scalar challenge = littleEndian(hash(commitment, publicKey, message));
    String expected =
        GROUP
            .vartimeProducts()
            .begin()
            .times(GROUP.vartimeBase(GROUP.generator()), response.get())
            .times(key.get(), challenge.negated())
            .encode()
            .getFirst();
    return expected.equals(HEX.formatHex(reversed(commitment)));
  }

  private static Optional<Scalar> response(byte[] littleEndian) {
    return GROUP.scalar(new BigInteger(1, reversed(littleEndian)).toString());
  }

  private static Scalar signingExponent(byte[] hash) {
    byte[] clamped = Arrays.copyOf(hash, 32);
    clamped[0] &= (byte) 248;
    clamped[31] &= 127;
    clamped[31] |= 64;
    return littleEndian(clamped);
  }

  private static Scalar littleEndian(byte[] bytes) {
    return GROUP.scalarModulo(reversed(bytes));
  }

  private static byte[] bytes(Scalar scalar) {
    byte[] bytes = new BigInteger(scalar.decimal()).toByteArray();
    return Arrays.copyOf(reversed(bytes), 32);
  }

  private static byte[] encode(Element element) {
    return reversed(HEX.parseHex(element.encoding()));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] hash(byte[]... parts) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(concatenate(parts));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] concatenate(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
