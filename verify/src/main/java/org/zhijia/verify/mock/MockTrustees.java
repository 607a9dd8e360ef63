package org.zhijia.verify.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;

/// The trustees of a mock election, with their secrets: a threshold ceremony if fewer than all are
/// to be enough, else mandatory trustees.
record MockTrustees(Trustees trustees, Element electionKey, List<Scalar> enoughKeys) {

  static MockTrustees of(Group group, MockPlan plan, Randomness randomness) {
    try {
      return plan.threshold() == plan.trustees()
          ? mandatory(group, plan.trustees(), randomness)
          : threshold(group, plan.threshold(), plan.trustees(), randomness);
    } catch (CeremonyFault | Malformed bug) {
      throw new IllegalStateException("a ceremony among honest trustees failed", bug);
    }
  }

  private static MockTrustees mandatory(Group group, int count, Randomness randomness)
      throws Malformed {
    List<Trustees.Item> items = new ArrayList<>();
    List<Scalar> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Scalar key = group.randomScalar(randomness);
      keys.add(key);
      items.add(new Trustees.Single(TrusteePublicKey.of(group, key, Optional.empty(), randomness)));
    }
    Trustees trustees = new Trustees(items);
    return new MockTrustees(trustees, trustees.electionKey(group), keys);
  }

  private static MockTrustees threshold(
      Group group, int threshold, int count, Randomness randomness)
      throws CeremonyFault, Malformed {
    List<TrusteeSeed> seeds = new ArrayList<>();
    List<Certificate> certificates = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      seeds.add(TrusteeSeed.random(group, randomness));
      var context = new Certificate.Context(group.name(), count, threshold, i);
      certificates.add(seeds.getLast().certificate(context, randomness));
    }
    ThresholdCeremony ceremony = new ThresholdCeremony(group, certificates);
    List<Polynomial> polynomials = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      polynomials.add(ceremony.polynomial(seed, randomness));
    }
    List<ThresholdShare> shares = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      shares.add(ceremony.share(seed, polynomials, randomness));
    }
    Trustees trustees =
        new Trustees(List.of(new Trustees.Threshold(ceremony.key(polynomials, shares))));
    List<Scalar> enough = new ArrayList<>();
    for (int i = 0; i < threshold; i++) {
      enough.add(ThresholdCeremony.openShare(seeds.get(i), shares.get(i)));
    }
    return new MockTrustees(trustees, trustees.electionKey(group), enough);
  }
}
