package org.zhijia.operation.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Looks at the files of an installation: data directory, field key, certificate, last backup.
public final class FileLooks {
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Duration SOON = Duration.ofDays(21);
  private static final Duration OLD = Duration.ofDays(8);

  private FileLooks() {}

  public static Finding data(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return Finding.warning("data", data);
    }
    String owner = Files.getOwner(data).getName();
    String user = System.getProperty("user.name");
    if (!Files.isWritable(data)) {
      return Finding.wrong("data", data, owner, user);
    }
    return owner.equals(user)
        ? Finding.fine("data", data)
        : Finding.warning("data-owner", data, owner, user);
  }

  public static Finding fieldKey(Path file, Path data) throws IOException {
    if (!Files.exists(file)) {
      return Files.isDirectory(data) ? Finding.wrong("key", file) : Finding.fine("key-later", file);
    }
    if (file.startsWith(data)) {
      return Finding.warning("key-inside", file, data);
    }
    if (Files.size(file) != KEY_BYTES) {
      return Finding.wrong("key-length", file, KEY_BYTES);
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.stream().anyMatch(OTHERS::contains)
        ? Finding.wrong("key-open", file)
        : Finding.fine("key", file);
  }

  public static Finding certificate(Path file, Instant now) throws IOException {
    if (!Files.isReadable(file)) {
      return Finding.wrong("certificate", file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return expiry(file, certificate.getNotAfter().toInstant(), now);
    } catch (CertificateException unreadable) {
      return Finding.wrong("certificate", file);
    }
  }

  static Finding expiry(Path file, Instant end, Instant now) {
    long days = Duration.between(now, end).toDays();
    if (end.isBefore(now)) {
      return Finding.wrong("certificate-end", file);
    }
    return end.isBefore(now.plus(SOON))
        ? Finding.warning("certificate-end", file, days)
        : Finding.fine("certificate-end", file, days);
  }

  public static Finding lastBackup(Optional<Instant> last, Instant now) {
    if (last.isEmpty()) {
      return Finding.warning("backup-none");
    }
    long days = Duration.between(last.get(), now).toDays();
    return last.get().isBefore(now.minus(OLD))
        ? Finding.warning("backup", days)
        : Finding.fine("backup", days);
  }
}
