package org.zhijia.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.ThresholdKey;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;

/// A ceremony of three trustees of whom two are enough, with every message.
record SampleCeremony(
    List<TrusteeSeed> seeds,
    List<Certificate> certificates,
    List<Polynomial> polynomials,
    List<ThresholdShare> messages,
    ThresholdKey key) {
  private static final int TRUSTEES = 3;

  static SampleCeremony of(Group group, Randomness randomness) throws CeremonyFault {
    List<TrusteeSeed> seeds = new ArrayList<>();
    List<Certificate> certificates = new ArrayList<>();
    for (int i = 1; i <= TRUSTEES; i++) {
      seeds.add(TrusteeSeed.random(group, randomness));
      var context = new Certificate.Context(group.name(), TRUSTEES, 2, i);
      certificates.add(seeds.getLast().certificate(context, randomness));
    }
    ThresholdCeremony ceremony = new ThresholdCeremony(group, certificates);
    List<Polynomial> polynomials = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      polynomials.add(ceremony.polynomial(seed, randomness));
    }
    List<ThresholdShare> messages = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      messages.add(ceremony.share(seed, polynomials, randomness));
    }
    ThresholdKey key = ceremony.key(polynomials, messages);
    return new SampleCeremony(seeds, certificates, polynomials, messages, key);
  }

  /// The trustees' shares of the key.
  List<Scalar> shares() {
    List<Scalar> shares = new ArrayList<>();
    try {
      for (int i = 0; i < seeds.size(); i++) {
        shares.add(ThresholdCeremony.openShare(seeds.get(i), messages.get(i)));
      }
    } catch (Malformed impossible) {
      throw new IllegalStateException("it was made above", impossible);
    }
    return shares;
  }
}
