package org.zhijia.operation.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The beginning of a backup, in the clear: what it is and how its keys come from the passphrase.
///
/// Layout, numbers big-endian: `ZHIJIA-BACKUP` and a line feed (14 bytes), format version (1),
/// Argon2id memory in KiB (4), passes (4), lanes (4), salt (16), and the first 16 bytes of
/// HMAC-SHA-256 over all before it, which tells a wrong passphrase from a damaged file.
final class Header {
  private static final byte[] MAGIC = "ZHIJIA-BACKUP\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final int SALT = 16;
  private static final int CHECK = 16;

  /// A file may not make its reader use more than this.
  private static final int MOST_MEMORY = 1 << 20;

  private static final int MOST_PASSES = 16;
  private static final int MOST_LANES = 16;

  private final int memory; // in KiB
  private final int passes;
  private final int lanes;
  private final byte[] salt;

  private Header(int memory, int passes, int lanes, byte[] salt) {
    this.memory = memory;
    this.passes = passes;
    this.lanes = lanes;
    this.salt = salt;
  }

  /// 128 MiB and four passes: RFC 9106's second recommendation, with twice its memory, since a
  /// backup may be attacked for years.
  static Header fresh() {
    return fresh(128 * 1024, 4);
  }

  static Header fresh(int memory, int passes) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return new Header(memory, passes, 1, salt);
  }

  /// @throws BackupRefused if it is no backup, or one that this release cannot read
  static Header read(InputStream in) throws IOException {
    DataInputStream plain = new DataInputStream(in);
    try {
      byte[] magic = new byte[MAGIC.length];
      plain.readFully(magic);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new BackupRefused("backup-unknown");
      }
      byte version = plain.readByte();
      if (version != VERSION) {
        throw new BackupRefused("backup-format", (int) version);
      }
      return readParameters(plain);
    } catch (EOFException tooShort) {
      throw new BackupRefused("backup-unknown");
    }
  }

  private static Header readParameters(DataInputStream in) throws IOException {
    int memory = in.readInt();
    int passes = in.readInt();
    int lanes = in.readInt();
    byte[] salt = new byte[SALT];
    in.readFully(salt);
    boolean bounded = memory >= 8 && memory <= MOST_MEMORY && passes >= 1 && passes <= MOST_PASSES;
    if (!bounded || lanes < 1 || lanes > MOST_LANES) {
      throw new BackupRefused("backup-damaged");
    }
    return new Header(memory, passes, lanes, salt);
  }

  /// What is sealed together with each part, so that no header fits another file's parts.
  byte[] encoded() {
    return ByteBuffer.allocate(MAGIC.length + 1 + 12 + SALT)
        .put(MAGIC)
        .put(VERSION)
        .putInt(memory)
        .putInt(passes)
        .putInt(lanes)
        .put(salt)
        .array();
  }

  byte[] check(BackupKeys keys) {
    return Arrays.copyOf(keys.mac(encoded()), CHECK);
  }

  /// @throws BackupRefused if the passphrase is another one
  void verify(InputStream in, BackupKeys keys) throws IOException {
    byte[] check = in.readNBytes(CHECK);
    if (!MessageDigest.isEqual(check, check(keys))) {
      throw new BackupRefused("passphrase-wrong");
    }
  }

  BackupKeys keys(Passphrase passphrase) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] material = new byte[3 * BackupKeys.BYTES];
    argon.generateBytes(passphrase.utf8(), material);
    return BackupKeys.of(material);
  }
}
