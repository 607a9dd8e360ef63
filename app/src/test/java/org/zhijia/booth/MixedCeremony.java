package org.zhijia.booth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.ThresholdKey;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;

/// A key ceremony of 2 of 3 trustees, of whom the first and the second work in JavaScript and the
/// third in Java.
record MixedCeremony(
    List<TrusteeSeed> seeds,
    List<Certificate> certificates,
    List<ThresholdShare> shares,
    ThresholdKey key) {
  private static final Group GROUP = Ed25519.group();
  private static final Randomness RANDOM = Randomness.secure();
  private static final int SIZE = 3;
  private static final int IN_JAVA = 2;

  static MixedCeremony make() {
    try {
      return new Rounds().all();
    } catch (CeremonyFault | Malformed fault) {
      throw new AssertionError(fault);
    }
  }

  private static final class Rounds {
    private final List<TrusteeSeed> seeds = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Polynomial> polynomials = new ArrayList<>();
    private final List<ThresholdShare> shares = new ArrayList<>();

    MixedCeremony all() throws CeremonyFault, Malformed {
      for (int i = 0; i < SIZE; i++) {
        seeds.add(TrusteeSeed.random(GROUP, RANDOM));
        certificates.add(certificate(i));
      }
      ThresholdCeremony ceremony = new ThresholdCeremony(GROUP, certificates);
      for (int i = 0; i < SIZE; i++) {
        polynomials.add(
            i == IN_JAVA ? ceremony.polynomial(seeds.get(i), RANDOM) : scriptedPolynomial(i));
      }
      for (int i = 0; i < SIZE; i++) {
        shares.add(
            i == IN_JAVA ? ceremony.share(seeds.get(i), polynomials, RANDOM) : scriptedShare(i));
      }
      ThresholdKey key = ceremony.key(polynomials, shares);
      String scripted =
          Node.ask(
                  "key",
                  Map.of(
                      "certificates",
                      texts(certificates),
                      "polynomials",
                      texts(polynomials),
                      "shares",
                      texts(shares)))
              .asString();
      assertThat(scripted).isEqualTo(text(key));
      return new MixedCeremony(seeds, certificates, shares, key);
    }

    private Certificate certificate(int i) throws Malformed {
      if (i == IN_JAVA) {
        var context = new Certificate.Context(GROUP.name(), SIZE, 2, i + 1);
        return seeds.get(i).certificate(context, RANDOM);
      }
      String seed = seeds.get(i).secretText();
      return Certificate.read(
          GROUP,
          made("certificate", Map.of("seed", seed, "size", SIZE, "threshold", 2, "index", i + 1)));
    }

    private Polynomial scriptedPolynomial(int i) throws Malformed {
      String seed = seeds.get(i).secretText();
      return Polynomial.read(
          GROUP, made("polynomial", Map.of("seed", seed, "certificates", texts(certificates))));
    }

    private ThresholdShare scriptedShare(int i) throws Malformed {
      String seed = seeds.get(i).secretText();
      return ThresholdShare.read(
          GROUP,
          made(
              "share",
              Map.of(
                  "seed",
                  seed,
                  "certificates",
                  texts(certificates),
                  "polynomials",
                  texts(polynomials))));
    }
  }

  private static JsonNode made(String command, Map<String, ?> given) throws Malformed {
    return JsonNode.parse(Node.ask(command, given).asString().getBytes(UTF_8));
  }

  private static List<String> texts(List<? extends JsonText.Writable> documents) {
    return documents.stream().map(MixedCeremony::text).toList();
  }

  private static String text(JsonText.Writable document) {
    return new String(JsonText.bytesOf(document), UTF_8);
  }
}
