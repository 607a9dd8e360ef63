package org.zhijia.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the server listens and how the way to it is protected. Passwords, cameras and the
/// browser's cryptography need TLS, so plain HTTP is for this machine alone.
final class Network {
  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
  private int port = 8080;

  @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "option.address")
  private String address = "127.0.0.1";

  @Option(names = "--host-name", paramLabel = "NAME", descriptionKey = "option.host-name")
  private String hostName = "";

  @Option(names = "--certificate", paramLabel = "PEM", descriptionKey = "option.certificate")
  private @Nullable Path certificate;

  @Option(names = "--certificate-key", paramLabel = "PEM", descriptionKey = "option.key")
  private @Nullable Path certificateKey;

  @Option(names = "--local-ca", descriptionKey = "option.local-ca")
  private boolean localAuthority;

  @Option(names = "--behind-proxy", paramLabel = "ADDRESS", descriptionKey = "option.behind-proxy")
  private @Nullable String proxy;

  int port() {
    return port;
  }

  void refuseWhatIsUnsafe(boolean demo) throws UnknownHostException {
    if ((certificate == null) != (certificateKey == null)) {
      throw new CannotRun("certificate-without-key");
    }
    if (certificate != null && certificateKey != null) {
      for (Path file : List.of(certificate, certificateKey)) {
        if (!Files.isReadable(file)) {
          throw new CannotRun("unreadable", file);
        }
      }
    }
    boolean beyond = !InetAddress.getByName(address).isLoopbackAddress();
    if (beyond && certificate == null && !localAuthority && proxy == null) {
      throw new CannotRun("plain-http", address);
    }
    if (beyond && demo) {
      throw new CannotRun("demo-beyond");
    }
  }

  /// @return what the person must be told, with its arguments, if anything
  Optional<LocalCertificates> settle(Installation installation, Map<String, Object> settings)
      throws IOException {
    settings.put("server.address", address);
    settings.put("server.port", port);
    settings.put("server.servlet.session.cookie.secure", isSecure());
    if (proxy != null) {
      settings.put("server.forward-headers-strategy", "native");
      settings.put("server.tomcat.remoteip.internal-proxies", addresses(proxy));
      settings.put("zhijia.behind-proxy", true);
    }
    if (certificate != null && certificateKey != null) {
      settings.putAll(tls(certificate, certificateKey));
    } else if (localAuthority) {
      LocalCertificates local = certificates(installation);
      settings.putAll(tls(local.certificate(), local.key()));
      settings.put("zhijia.local-authority", local.authority().toString());
      return Optional.of(local);
    }
    return Optional.empty();
  }

  private LocalCertificates certificates(Installation installation) throws IOException {
    try {
      return LocalCertificates.prepare(installation, address, hostName);
    } catch (GeneralSecurityException failure) {
      throw new IOException(failure);
    }
  }

  /// A renewed certificate is taken over without a restart.
  private static Map<String, Object> tls(Path certificate, Path key) {
    Map<String, Object> settings = new HashMap<>();
    String bundle = "spring.ssl.bundle.pem.zhijia.";
    settings.put("server.ssl.bundle", "zhijia");
    settings.put(bundle + "keystore.certificate", certificate.toUri().toString());
    settings.put(bundle + "keystore.private-key", key.toUri().toString());
    settings.put(bundle + "reload-on-update", true);
    return settings;
  }

  /// Exactly these addresses, as a pattern.
  private static String addresses(String list) {
    return String.join(
        "|", List.of(list.split(",")).stream().map(one -> Pattern.quote(one.strip())).toList());
  }

  private boolean isSecure() {
    return certificate != null || localAuthority || proxy != null;
  }

  String url() {
    String named = hostName.isEmpty() ? address : hostName;
    String host = named.contains(":") ? "[" + named + "]" : named;
    String scheme = proxy != null || isSecure() ? "https://" : "http://";
    String place = proxy != null && !hostName.isEmpty() ? host : host + ":" + port;
    return (proxy != null && hostName.isEmpty() ? "http://" : scheme) + place + "/";
  }
}
