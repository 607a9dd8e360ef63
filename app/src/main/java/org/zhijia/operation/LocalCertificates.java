package org.zhijia.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.zhijia.operation.authority.LocalAuthority;
import org.zhijia.operation.authority.PemFiles;
import org.zhijia.operation.authority.ServerNames;

/// The authority and the server's certificate of `serve --local-ca`, in the data directory. The
/// authority stays, since people have put it on their telephones; the server's certificate is made
/// anew at each start.
///
/// @param authority its certificate, for the telephones
/// @param certificate the server's
/// @param fingerprint of the authority
record LocalCertificates(Path authority, Path certificate, Path key, String fingerprint) {

  static Path server(Installation installation) {
    return installation.data().resolve("tls").resolve("server.crt");
  }

  /// @param host by which the network knows this machine; empty: by its address alone
  /// @throws CannotRun if the authority was made for another name
  static LocalCertificates prepare(Installation installation, String address, String host)
      throws IOException, GeneralSecurityException {
    Path folder = installation.data().resolve("tls");
    Files.createDirectories(folder);
    ServerNames names = ServerNames.of(InetAddress.getByName(address), host);
    Instant now = Instant.now();
    LocalAuthority authority = authority(folder, names, now);
    LocalAuthority.Issued issued = authority.issue(names, now);
    Path certificate = folder.resolve("server.crt");
    Path key = folder.resolve("server.key");
    Files.deleteIfExists(key);
    PrivateFile.write(key, PemFiles.of(issued.key()));
    Files.write(certificate, PemFiles.of(issued.certificate()));
    return new LocalCertificates(
        folder.resolve("ca.crt"), certificate, key, PemFiles.fingerprint(authority.certificate()));
  }

  private static LocalAuthority authority(Path folder, ServerNames names, Instant now)
      throws IOException, GeneralSecurityException {
    Path certificate = folder.resolve("ca.crt");
    Path key = folder.resolve("ca.key");
    Path madeFor = folder.resolve("ca.names");
    String wanted = wanted(names);
    if (Files.exists(certificate) && Files.exists(key)) {
      X509Certificate known = PemFiles.certificate(certificate);
      if (!Files.readString(madeFor).equals(wanted)) {
        throw new CannotRun("other-authority", folder);
      }
      if (now.isBefore(known.getNotAfter().toInstant())) {
        return new LocalAuthority(PemFiles.key(key), known);
      }
    }
    LocalAuthority made = LocalAuthority.make(names, now);
    Files.deleteIfExists(key);
    PrivateFile.write(key, PemFiles.of(made.key()));
    Files.write(certificate, PemFiles.of(made.certificate()));
    Files.writeString(madeFor, wanted);
    return made;
  }

  /// What the authority's constraints were cut to; private addresses it permits anyway.
  private static String wanted(ServerNames names) {
    return names.hosts()
        + " "
        + names.addresses().stream()
            .filter(own -> !own.isSiteLocalAddress() && !own.isLoopbackAddress())
            .map(InetAddress::getHostAddress)
            .sorted()
            .toList();
  }
}
