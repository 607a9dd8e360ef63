package org.zhijia.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;
import org.zhijia.bench.fuzz.Mutations.Kind;

/// The messages of a threshold ceremony, the secret ones inside and outside of their encryption.
final class Ceremonies {
  private final Group group;
  private final SampleCeremony made;
  private final Randomness randomness;
  private final Scalar signingKey;
  private final Element encryptionKey;

  private Ceremonies(SampleElection sample) {
    this.group = sample.group;
    this.made = sample.ceremony().orElseThrow();
    this.randomness = sample.randomness;
    String letters = made.seeds().getFirst().secretText();
    this.signingKey = group.scalarModulo(Sha256.of("sk|" + letters));
    this.encryptionKey = made.certificates().getFirst().encryption();
  }

  static List<Target> of(SampleElection sample) {
    Ceremonies ceremonies = new Ceremonies(sample);
    SampleCeremony made = ceremonies.made;
    String addressed =
        new JsonText()
            .open()
            .field("recipient")
            .text(ceremonies.encryptionKey.encoding())
            .field("message")
            .text("{\"decryption_key\":\"" + made.shares().getFirst().decimal() + "\"}")
            .close()
            .toString();
    return List.of(
        new Target("certificate", Kind.JSON, written(made.certificates()), ceremonies::certificate),
        new Target("polynomial", Kind.JSON, written(made.polynomials()), ceremonies::polynomial),
        new Target("share", Kind.JSON, written(made.messages()), ceremonies::share),
        new Target(
            "channel-inside", Kind.JSON, List.of(addressed.getBytes(UTF_8)), ceremonies::inside));
  }

  private static List<byte[]> written(List<? extends JsonText.Writable> messages) {
    return messages.stream().map(JsonText::bytesOf).toList();
  }

  private String certificate(byte[] input) throws Malformed, CeremonyFault {
    Certificate read = Certificate.read(group, JsonNode.parse(input));
    List<Certificate> all = new ArrayList<>(made.certificates());
    all.set(0, read);
    new ThresholdCeremony(group, all);
    return "accepted";
  }

  private String polynomial(byte[] input) throws Malformed, CeremonyFault {
    Polynomial read = Polynomial.read(group, JsonNode.parse(input));
    List<Polynomial> all = new ArrayList<>(made.polynomials());
    all.set(0, read);
    new ThresholdCeremony(group, made.certificates())
        .share(made.seeds().getLast(), all, randomness);
    return "accepted";
  }

  private String share(byte[] input) throws Malformed, CeremonyFault {
    ThresholdShare read = ThresholdShare.read(group, JsonNode.parse(input));
    List<ThresholdShare> all = new ArrayList<>(made.messages());
    all.set(0, read);
    ThresholdCeremony.openShare(made.seeds().getFirst(), read);
    new ThresholdCeremony(group, made.certificates()).key(made.polynomials(), all);
    return "accepted";
  }

  /// What stands inside a secret message is signed and encrypted as a trustee would.
  private String inside(byte[] input) throws Malformed {
    var signed = SignedMessage.sign(group, signingKey, new String(input, UTF_8), randomness);
    TrusteeSeed seed = made.seeds().getFirst();
    ThresholdShare valid = made.messages().getFirst();
    var message = new ThresholdShare(encrypted(JsonText.bytesOf(signed)), valid.publicKey());
    ThresholdCeremony.openShare(seed, message);
    return "accepted";
  }

  private String encrypted(byte[] text) {
    Scalar r = group.randomScalar(randomness);
    Element key = group.generatorPower(group.randomScalar(randomness));
    Element alpha = group.generatorPower(r);
    byte[] aes = Sha256.of("key|" + key.encoding());
    byte[] vector = Sha256.of("iv|" + alpha.encoding());
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(aes, "AES"), new GCMParameterSpec(128, vector));
      return new JsonText()
          .open()
          .field("algorithm")
          .text("AES-GCM")
          .field("alpha")
          .text(alpha.encoding())
          .field("beta")
          .text(encryptionKey.power(r).times(key).encoding())
          .field("data")
          .text(HexFormat.of().formatHex(cipher.doFinal(text)))
          .close()
          .toString();
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }
}
