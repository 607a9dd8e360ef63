package org.zhijia.operation.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/// Judged by path validation (RFC 5280, section 6).
class LocalAuthorityTest {
  private final Instant now = Instant.now();

  @Test
  void devicesThatTrustTheAuthorityTrustItsServer() throws Exception {
    ServerNames names = ServerNames.of(InetAddress.getByName("192.168.1.5"), "union.lan");
    LocalAuthority authority = LocalAuthority.make(names, now);
    X509Certificate server = authority.issue(names, now).certificate();
    validate(authority, server);
    assertThat(server.getSubjectAlternativeNames().toString())
        .contains("union.lan", "192.168.1.5", "127.0.0.1");
    assertThat(server.getNotAfter().toInstant()).isBefore(now.plus(91, ChronoUnit.DAYS));
    assertThat(authority.certificate().getNotAfter().toInstant())
        .isAfter(now.plus(5 * 365, ChronoUnit.DAYS));
  }

  @Test
  void itCannotVouchForOtherNames() throws Exception {
    ServerNames names = ServerNames.of(InetAddress.getByName("192.168.1.5"), "union.lan");
    LocalAuthority authority = LocalAuthority.make(names, now);
    for (ServerNames foreign :
        List.of(
            ServerNames.of(InetAddress.getByName("192.168.1.5"), "bank.example"),
            ServerNames.of(InetAddress.getByName("203.0.113.7"), "union.lan"))) {
      X509Certificate forged = authority.issue(foreign, now).certificate();
      assertThatThrownBy(() -> validate(authority, forged))
          .isInstanceOf(CertPathValidatorException.class);
    }
  }

  @Test
  void anotherPrivateAddressNeedsNoNewTrust() throws Exception {
    ServerNames names = ServerNames.of(InetAddress.getByName("192.168.1.5"), "union.lan");
    LocalAuthority authority = LocalAuthority.make(names, now);
    ServerNames moved = ServerNames.of(InetAddress.getByName("10.20.30.40"), "union.lan");
    validate(authority, authority.issue(moved, now).certificate());
  }

  private static void validate(LocalAuthority authority, X509Certificate server)
      throws GeneralSecurityException {
    // Java's own validator refuses an anchor with constraints; Bouncy Castle's honours them.
    byte[] constraints =
        ASN1OctetString.getInstance(authority.certificate().getExtensionValue("2.5.29.30"))
            .getOctets();
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), constraints)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX", new BouncyCastleProvider())
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
  }
}
