package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.BallotMaker.Sealed;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.DisjunctionProver;
import org.zhijia.ballot.proof.DisjunctionProver.Branch;
import org.zhijia.ballot.proof.Proof;

/// Makes the proofs that go with one answer of marks, in constant time.
///
/// Source: Belenios specification 3.1, sections 4.11.1, 4.12, 4.13.
final class AnswerProver {
  private final Group group;
  private final Question.Homomorphic question;
  private final AnswerStatements statements;

  AnswerProver(Group group, Question.Homomorphic question, AnswerStatements statements) {
    this.group = group;
    this.question = question;
    this.statements = statements;
  }

  /// @param prover fresh
  /// @param row the ciphertexts of the answer, opened
  /// @param choices the same ciphertexts, encoded
  /// @param marked number of marks, without the blank mark
  Answer prove(
      DisjunctionProver prover, List<Sealed> row, List<Ciphertext.Encoded> choices, int marked) {
    for (int i = 0; i < row.size(); i++) {
      prover.add(statements.individual(i), row.get(i).zeroOrOne());
    }
    if (question.blank()) {
      Sealed blank = row.getFirst();
      Sealed sum = row.stream().skip(1).reduce(Sealed::times).orElseThrow();
      prover.add(statements.overallOrBlank(), blankOrInRange(blank, sum, marked));
      prover.add(statements.blank(), notBlankOrUnmarked(blank, sum));
    } else {
      Sealed sum = row.stream().reduce(Sealed::times).orElseThrow();
      prover.add(statements.overall(sum.ciphertext().encoded()), inRange(sum, marked));
    }
    List<List<Proof>> proofs = prover.prove();
    int n = row.size();
    return new Answer.Homomorphic(
        choices,
        proofs.subList(0, n),
        proofs.get(n),
        question.blank() ? proofs.get(n + 1) : List.of());
  }

  private List<Branch> blankOrInRange(Sealed blank, Sealed sum, int marked) {
    Scalar one = group.scalar(1);
    Scalar notBlank = one.minus(blank.m());
    List<Branch> branches = new ArrayList<>();
    branches.add(new Branch(blank.r(), blank.m().minus(one), blank.m()));
    for (Branch branch : inRange(sum, marked)) {
      branches.add(new Branch(branch.r(), branch.offset(), branch.holds().times(notBlank)));
    }
    return branches;
  }

  private List<Branch> inRange(Sealed sum, int marked) {
    List<Branch> branches = new ArrayList<>();
    for (int marks = question.min(); marks <= question.max(); marks++) {
      Scalar offset = sum.m().minus(group.scalar(marks));
      branches.add(new Branch(sum.r(), offset, group.scalar(equal(marked, marks))));
    }
    return branches;
  }

  private List<Branch> notBlankOrUnmarked(Sealed blank, Sealed sum) {
    Scalar notBlank = group.scalar(1).minus(blank.m());
    return List.of(
        new Branch(blank.r(), blank.m(), notBlank), new Branch(sum.r(), sum.m(), blank.m()));
  }

  /// 1 if both numbers are equal, else 0, without branching on them.
  private static int equal(int a, int b) {
    int difference = a ^ b;
    return 1 - ((difference | -difference) >>> 31);
  }
}
