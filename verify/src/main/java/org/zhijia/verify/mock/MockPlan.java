package org.zhijia.verify.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIns;

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

  /// The slate is always the first two questions.
  static final UnionSlate SLATE = new UnionSlate(0, 1);

  MockPlan {
    candidates = List.copyOf(candidates);
    ballots = List.copyOf(ballots);
    resolutionMarks = List.copyOf(resolutionMarks);
  }

  List<Question> questions() {
    List<String> names = candidates.stream().map(Candidate::name).toList();
    List<Question> questions = new ArrayList<>();
    questions.add(UnionSlate.approvals(name + "：赞成", names, seats));
    questions.add(UnionSlate.oppositions(name + "：反对", names));
    resolution.ifPresent(
        text -> questions.add(new Question.Homomorphic(text, List.of("赞成", "反对"), true, 1, 1)));
    writeIns.ifPresent(added -> questions.add(WriteIns.question(name + "：另选他人", added.places())));
    return questions;
  }

  /// What the election's description declares.
  List<String> declarations() {
    List<String> lines = new ArrayList<>(List.of(SLATE.declaration()));
    declaredWriteIns().ifPresent(added -> lines.add(added.declaration()));
    return lines;
  }

  /// The write-ins are always the last question.
  Optional<WriteIns> declaredWriteIns() {
    int last = questions().size() - 1;
    return writeIns.map(added -> new WriteIns(last, 0, added.people()));
  }

  List<Vote> votes() {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < ballots.size(); i++) {
      List<List<Integer>> rows = new ArrayList<>();
      rows.add(row(ballots.get(i).approve()));
      rows.add(row(ballots.get(i).against()));
      if (resolution.isPresent()) {
        int mark = resolutionMarks.get(i);
        rows.add(List.of(mark == 2 ? 1 : 0, mark == 0 ? 1 : 0, mark == 1 ? 1 : 0));
      }
      if (writeIns.isPresent()) {
        rows.add(writeIns.get().rows().get(i));
      }
      votes.add(new Vote(rows));
    }
    return votes;
  }

  private List<Integer> row(List<Integer> marked) {
    List<Integer> row = new ArrayList<>(Collections.nCopies(candidates.size(), 0));
    marked.forEach(candidate -> row.set(candidate, 1));
    return row;
  }
}
