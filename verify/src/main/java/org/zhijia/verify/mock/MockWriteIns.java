package org.zhijia.verify.mock;

import java.util.List;

/// Write-ins of a mock election.
///
/// @param places how many people one voter may write in
/// @param people who may be written in
/// @param rows for each ballot its numbers, one for each place
record MockWriteIns(int places, List<String> people, List<List<Integer>> rows) {
  MockWriteIns {
    people = List.copyOf(people);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
