package org.zhijia.verify.mock;

import java.util.List;
import java.util.Optional;

/// Write-ins of a mock election.
///
/// @param people who may be written in
/// @param written for each ballot who is written in, if anybody
record MockWriteIns(List<String> people, List<Optional<String>> written) {
  MockWriteIns {
    people = List.copyOf(people);
    written = List.copyOf(written);
  }
}
