package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// The scrutineers' part: one key for all votes of the congress; opening and signing each of them.
final class Scrutiny {
  static final int SIZE = 3;
  static final int THRESHOLD = 2;

  private final List<SimulatedScrutineer> scrutineers = new ArrayList<>();

  Scrutiny(Company company, long assembly) {
    company
        .secretary()
        .act(
            "/elections/" + assembly + "/scrutineers",
            "names",
            String.join(",", company.scrutineers().stream().map(Company.Watcher::name).toList()),
            "threshold",
            String.valueOf(THRESHOLD));
    company
        .scrutineers()
        .forEach(each -> scrutineers.add(new SimulatedScrutineer(each.client(), assembly)));
    scrutineers.forEach(SimulatedScrutineer::certify);
    scrutineers.forEach(SimulatedScrutineer::deal);
    scrutineers.forEach(SimulatedScrutineer::accept);
  }

  /// The chief first.
  List<SimulatedScrutineer> scrutineers() {
    return List.copyOf(scrutineers);
  }

  private SimulatedScrutineer chief() {
    return scrutineers.getFirst();
  }

  /// Waits until the vote has come this far.
  void await(String uuid, String stage) {
    for (int i = 0; i < 1200; i++) {
      if (chief().stage(uuid).equals(stage)) {
        return;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
    }
    throw new Stuck("vote " + uuid + " is " + chief().stage(uuid) + ", not " + stage);
  }

  /// Brings a closed vote to its count.
  ///
  /// @param electronic whether there are ballots to be decrypted
  void count(String uuid, boolean electronic) {
    if (electronic) {
      await(uuid, "closed");
      open(uuid);
    }
    await(uuid, "counted");
  }

  /// How far the vote is, as the scrutineers see it.
  String stage(String uuid) {
    return chief().stage(uuid);
  }

  /// As many as are needed verify the archive, shuffle what is decrypted ballot by ballot, and
  /// decrypt; the chief after the others.
  private void open(String uuid) {
    List<SimulatedScrutineer> opening = scrutineers.reversed().subList(0, THRESHOLD);
    opening.forEach(each -> each.shuffle(uuid));
    opening.forEach(each -> each.decrypt(uuid));
  }

  void sign(String uuid) {
    chief().sign(uuid);
  }
}
