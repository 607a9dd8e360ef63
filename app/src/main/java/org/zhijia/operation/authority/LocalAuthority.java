package org.zhijia.operation.authority;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority of one installation (RFC 5280), on P-256. Its name constraints, marked critical,
/// let it vouch for the names it was made with and for private addresses only: whoever steals its
/// key can pose as this server, and as no web site of the world.
public record LocalAuthority(PrivateKey key, X509Certificate certificate) {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(5 * 365 + 1);

  /// Devices refuse longer ones.
  private static final Duration SERVER_LIFE = Duration.ofDays(90);

  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final String ALGORITHM = "SHA256withECDSA";

  /// Network and mask, as RFC 5280 §4.2.1.10 wants them.
  private static final List<byte[]> PRIVATE_NETWORKS =
      List.of(
          new byte[] {10, 0, 0, 0, -1, 0, 0, 0},
          new byte[] {(byte) 172, 16, 0, 0, -1, (byte) 240, 0, 0},
          new byte[] {(byte) 192, (byte) 168, 0, 0, -1, -1, 0, 0},
          new byte[] {127, 0, 0, 0, -1, 0, 0, 0});

  /// A certificate and its key.
  public record Issued(PrivateKey key, X509Certificate certificate) {}

  public static LocalAuthority make(ServerNames names, Instant now)
      throws GeneralSecurityException {
    KeyPair pair = pair();
    X500Name subject = named("Zhijia local authority " + serial().toString(36).substring(0, 6));
    JcaX509v3CertificateBuilder builder = builder(subject, subject, pair, now, AUTHORITY_LIFE);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(Extension.nameConstraints, true, constraints(names));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    } catch (CertIOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return new LocalAuthority(pair.getPrivate(), signed(builder, pair.getPrivate()));
  }

  public Issued issue(ServerNames names, Instant now) throws GeneralSecurityException {
    KeyPair pair = pair();
    X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    JcaX509v3CertificateBuilder builder =
        builder(issuer, named(names.hosts().getLast()), pair, now, SERVER_LIFE);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName, false, new GeneralNames(names.asGeneralNames()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
    } catch (CertIOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return new Issued(pair.getPrivate(), signed(builder, key));
  }

  private static NameConstraints constraints(ServerNames names) {
    List<GeneralSubtree> permitted = new ArrayList<>();
    for (String host : names.hosts()) {
      permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, host)));
    }
    for (byte[] network : PRIVATE_NETWORKS) {
      permitted.add(subtree(network));
    }
    for (InetAddress address : names.addresses()) {
      if (!address.isSiteLocalAddress() && !address.isLoopbackAddress()) {
        byte[] alone = address.getAddress();
        byte[] whole = java.util.Arrays.copyOf(alone, 2 * alone.length);
        java.util.Arrays.fill(whole, alone.length, whole.length, (byte) -1);
        permitted.add(subtree(whole));
      }
    }
    return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
  }

  private static GeneralSubtree subtree(byte[] network) {
    return new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(network)));
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair pair, Instant now, Duration life) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        serial(),
        Date.from(now.minus(CLOCKS_DIFFER)),
        Date.from(now.plus(life)),
        subject,
        pair.getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static X500Name named(String name) {
    return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(127, new SecureRandom()).setBit(126);
  }
}
