package org.zhijia.verify.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;

/// What a mock election is to be: the slate, the choices, the trustees.
///
/// @param group in which it is held
/// @param resolution what is put to the vote beside the slate, if anything
/// @param writeIns who may be written in, and who is on which ballot, if anybody may
/// @param resolutionMarks for each ballot 0 approve, 1 against, 2 blank; empty without a resolution
/// @param threshold how many of the trustees must decrypt; all of them if it equals their number
record MockPlan(
    Group group,
    String name,
    String description,
    List<Candidate> candidates,
    int seats,
    List<MarkedBallot> ballots,
    Optional<String> resolution,
    List<Integer> resolutionMarks,
    Optional<MockWriteIns> writeIns,
    int trustees,
    int threshold,
    int minimumBallots,
    int threads) {

  MockPlan {
    candidates = List.copyOf(candidates);
    ballots = List.copyOf(ballots);
    resolutionMarks = List.copyOf(resolutionMarks);
  }

  /// The slate is always the first two questions, its write-in the third.
  UnionSlate slate() {
    return new UnionSlate(0, 1, writeIns.map(added -> new WriteIn(2, added.people())));
  }

  List<Question> questions() {
    List<String> candidateNames = candidates.stream().map(Candidate::name).toList();
    Optional<WriteIn> writeIn = slate().writeIn();
    List<String> names = writeIn.isPresent() ? WriteIn.withPlace(candidateNames) : candidateNames;
    List<Question> questions = new ArrayList<>();
    questions.add(UnionSlate.approvals(name + "：赞成", names, seats));
    questions.add(UnionSlate.oppositions(name + "：反对", names));
    writeIn.ifPresent(added -> questions.add(added.question(name + "：另选他人")));
    resolution.ifPresent(
        text -> questions.add(new Question.Homomorphic(text, List.of("赞成", "反对"), true, 1, 1)));
    return questions;
  }

  /// Where the resolution's sums stand in the result.
  int resolutionQuestion() {
    return writeIns.isPresent() ? 3 : 2;
  }

  List<Vote> votes() {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < ballots.size(); i++) {
      List<List<Integer>> rows = new ArrayList<>();
      List<Integer> approve = row(ballots.get(i).approve());
      rows.add(approve);
      rows.add(row(ballots.get(i).against()));
      if (writeIns.isPresent()) {
        Optional<String> written = writeIns.get().written().get(i);
        approve.set(candidates.size(), written.isPresent() ? 1 : 0);
        rows.add(slate().writeIn().orElseThrow().row(written));
      }
      if (resolution.isPresent()) {
        int mark = resolutionMarks.get(i);
        rows.add(List.of(mark == 2 ? 1 : 0, mark == 0 ? 1 : 0, mark == 1 ? 1 : 0));
      }
      votes.add(new Vote(rows));
    }
    return votes;
  }

  private List<Integer> row(List<Integer> marked) {
    int answers = candidates.size() + (writeIns.isPresent() ? 1 : 0);
    List<Integer> row = new ArrayList<>(Collections.nCopies(answers, 0));
    marked.forEach(candidate -> row.set(candidate, 1));
    return row;
  }
}
