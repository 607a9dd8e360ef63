package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.audit.BallotBatch.Checked;
import org.zhijia.ballot.audit.PartialBox.Refused;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// The seam for whoever checks a box in parts, on many threads or on a cluster: part → [PartialBox]
/// → join → [Counted]. Knows nothing of engines, files or networks.
///
/// ```java
/// PartialBox left = bulk.check(0, firstHalf);
/// PartialBox right = bulk.check(firstHalf.size(), secondHalf);   // wherever
/// Counted counted = bulk.count(left.join(right), ballots::get);
/// ```
///
/// Checks 10 to 18 and 27 to 28 are made of each ballot, check 13 in the count. Safe to share
/// between threads.
public final class BulkCheck {
  private static final BallotBatch.How ALL = new BallotBatch.How(true, false);
  private static final int BATCH = 256;

  private final Setup setup;

  private BulkCheck(Setup setup) {
    this.setup = setup;
  }

  /// @throws Malformed if the three documents do not make an election
  public static BulkCheck of(byte[] election, byte[] trustees, byte[] credentials)
      throws Malformed {
    return new BulkCheck(Admission.setup(election, trustees, credentials));
  }

  /// A ballot as it comes.
  ///
  /// @param companion its line of the companion file; must be there for a union slate
  /// @param hint its points of the hint file, if there are any
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Item(byte[] ballot, Optional<byte[]> companion, Optional<byte[]> hint) {}

  /// The box as counted.
  ///
  /// @param tally the sum of each credential's last ballot
  /// @param refused in order
  /// @param root of the Merkle tree over all ballots
  public record Counted(Tally tally, List<Refused> refused, String root) {}

  /// Checks consecutive ballots.
  ///
  /// @param first the number of the first of them, from 0
  public PartialBox check(long first, List<Item> ballots) {
    List<Integer> credentials = new ArrayList<>(ballots.size());
    List<Refused> refused = new ArrayList<>();
    Tally sum = Tally.ofNothing(setup.group(), setup.election().questions());
    CompactRange leaves = CompactRange.empty(first);
    List<Ticket> waiting = new ArrayList<>();
    for (Item item : ballots) {
      leaves = leaves.join(CompactRange.ofLeaf(leaves.end(), item.ballot()));
      waiting.add(ticket(leaves.end(), item));
      if (waiting.size() == BATCH || leaves.end() == first + ballots.size()) {
        BallotBatch.Result result = BallotBatch.check(setup, waiting, ALL);
        for (Checked checked : result.ballots()) {
          long number = first + credentials.size();
          checked.fault().ifPresent(fault -> refused.add(refused(number, fault)));
          credentials.add(checked.credential().orElse(PartialBox.REFUSED));
        }
        sum = sum.plus(result.sum());
        waiting.clear();
      }
    }
    return new PartialBox(credentials, refused, sum, leaves);
  }

  /// @param number from 1, as people count
  private static Ticket ticket(long number, Item item) {
    Document document = new Document(Sha256.hex(item.ballot()), 0, item.ballot());
    return new Ticket(document, item.companion(), item.hint(), "ballot " + number);
  }

  private static Refused refused(long number, Fault fault) {
    return new Refused(number, fault.check(), fault.where(), fault.causes());
  }

  /// Counts a whole box: takes out what later ballots replace, and refuses a ballot that came
  /// before.
  ///
  /// @param ballots the bytes of a ballot by its number; asked only for credentials that voted more
  ///     than once
  /// @throws IllegalStateException if the box does not begin at ballot 0
  public Counted count(PartialBox box, LongFunction<byte[]> ballots) {
    String root = box.leaves().root();
    Tally tally = box.sum();
    List<Refused> refused = new ArrayList<>(box.refused());
    Map<Integer, List<Long>> votes = new HashMap<>();
    for (int i = 0; i < box.credentials().size(); i++) {
      int credential = box.credentials().get(i);
      if (credential == PartialBox.REFUSED) {
        continue;
      }
      List<Long> earlier = votes.computeIfAbsent(credential, _ -> new ArrayList<>(1));
      if (isAmong(earlier, ballots, i)) {
        Fault twice = BallotBox.castBefore("ballot " + (i + 1));
        refused.add(refused(i, twice));
        tally = tally.minus(weighed(ballots.apply(i), credential));
        continue;
      }
      if (!earlier.isEmpty()) {
        tally = tally.minus(weighed(ballots.apply(earlier.getLast()), credential));
      }
      earlier.add((long) i);
    }
    refused.sort(Comparator.comparingLong(Refused::ballot));
    return new Counted(tally, List.copyOf(refused), root);
  }

  private Tally weighed(byte[] ballot, int credential) {
    Document document = new Document("", 0, ballot);
    try {
      return BallotBox.tallyOf(setup, document, setup.roll().weight(credential));
    } catch (Malformed changed) {
      throw new IllegalArgumentException("not the ballot that was checked", changed);
    }
  }

  private static boolean isAmong(List<Long> earlier, LongFunction<byte[]> ballots, long ballot) {
    return earlier.stream()
        .anyMatch(before -> Arrays.equals(ballots.apply(before), ballots.apply(ballot)));
  }
}
