package org.zhijia.ballot.trustee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.zhijia.ballot.belenios.v1.CombinedFactors;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;

/// Opens the tally from enough partial decryptions.
public final class ResultMaker {
  private ResultMaker() {}

  /// @param totalWeight bound of every sum
  /// @param byOwner verified partial decryptions by trustee number from 1
  /// @throws IllegalArgumentException if they are too few, or one was not verified before and the
  ///     sums cannot be found
  public static Result make(
      Group group,
      Trustees trustees,
      EncryptedTally tally,
      long totalWeight,
      Map<Integer, PartialDecryption> byOwner) {
    List<List<Element>> factors = new CombinedFactors(group, trustees).combine(byOwner);
    DiscreteLogs logs = new DiscreteLogs(group, totalWeight);
    List<List<Long>> rows = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      List<Long> row = new ArrayList<>();
      for (int j = 0; j < factors.get(i).size(); j++) {
        Element power = tally.rows().get(i).get(j).beta().dividedBy(factors.get(i).get(j));
        OptionalLong sum = logs.of(power);
        row.add(
            sum.orElseThrow(
                () -> new IllegalArgumentException("a partial decryption does not fit")));
      }
      rows.add(row);
    }
    return new Result(rows);
  }
}
