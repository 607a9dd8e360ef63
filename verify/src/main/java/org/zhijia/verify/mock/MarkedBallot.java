package org.zhijia.verify.mock;

import java.util.List;

/// One row of a ballots file that keeps the rules: whom a voter approves and opposes.
///
/// @param voter name or number of the voter, distinct
/// @param approve indices of candidates, from 0
/// @param against indices of candidates, from 0
record MarkedBallot(String voter, List<Integer> approve, List<Integer> against) {
  MarkedBallot {
    approve = List.copyOf(approve);
    against = List.copyOf(against);
  }
}
