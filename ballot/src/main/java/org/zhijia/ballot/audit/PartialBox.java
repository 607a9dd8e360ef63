package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Tally;

/// What came of checking a part of a box: consecutive ballots, by whichever machine. Parts join to
/// the whole in any grouping, with the same result to the byte.
///
/// Which ballots are replaced by later ones of the same credential is seen only in the whole, so
/// `sum` still holds all; [BulkCheck#count] takes the replaced ones out.
///
/// @param credentials for each ballot the index of its credential on the list, or [#REFUSED]
/// @param refused in order
/// @param sum of all ballots that hold, each with its weight
/// @param leaves of the Merkle tree over the ballots' bytes, numbered from 0: that each ballot was
///     checked once shows when the joined range has the root of the public record
public record PartialBox(
    List<Integer> credentials, List<Refused> refused, Tally sum, CompactRange leaves) {

  public static final int REFUSED = -1;

  /// A ballot that does not hold.
  ///
  /// @param ballot its number, from 0
  /// @param where in the ballot
  public record Refused(long ballot, Check check, String where, List<String> causes) {
    public Refused {
      causes = List.copyOf(causes);
    }
  }

  public PartialBox {
    credentials = List.copyOf(credentials);
    refused = List.copyOf(refused);
  }

  /// The number of the first ballot, from 0.
  public long first() {
    return leaves.begin();
  }

  /// This part and the one that follows it.
  ///
  /// @throws IllegalArgumentException if the other does not begin where this one ends
  public PartialBox join(PartialBox next) {
    CompactRange joined = leaves.join(next.leaves);
    List<Integer> all = new ArrayList<>(credentials);
    all.addAll(next.credentials);
    List<Refused> both = new ArrayList<>(refused);
    both.addAll(next.refused);
    return new PartialBox(all, both, sum.plus(next.sum), joined);
  }
}
