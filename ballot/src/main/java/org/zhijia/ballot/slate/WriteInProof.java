package org.zhijia.ballot.slate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Answer;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.BallotMaker.Sealed;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.DisjunctionProver;
import org.zhijia.ballot.proof.DisjunctionProver.Branch;
import org.zhijia.ballot.proof.Proof;

/// The proof that one ballot writes somebody in by the rules, without telling whether it does.
///
/// With b the mark at the place of the write-in, w the question about numbers and A the sum of the
/// marks against candidates: *spent* shows that b is 1, or w is nobody (the neutral element, which
/// reads as 0); *against* shows that b is 0, or A is 1, 2, … up to the number of candidates. Since
/// b is one of the approvals, their own proof shows that both keep to the seats.
///
/// Source: `docs/spec/ballot.md`, section 7.5; `ballot.validity`: approvals and write-ins are not
/// more than the seats, write-ins not more than the marks against.
///
/// @param spent two branches: b = 1, w = 0
/// @param against a branch b = 0, then one for each candidate: A = 1, 2, …
public record WriteInProof(List<Proof> spent, List<Proof> against) implements JsonText.Writable {

  public WriteInProof {
    spent = List.copyOf(spent);
    against = List.copyOf(against);
  }

  /// Makes the proof for a ballot that its maker just made; constant time.
  ///
  /// @param number of the slate, from 0
  static WriteInProof make(int number, UnionSlate slate, BallotMaker maker, BallotMaker.Made made) {
    Sealed place = made.sealed().get(slate.approve()).getLast();
    Sealed person = made.sealed().get(slate.writeIn().orElseThrow().question()).getFirst();
    List<Sealed> oppositions = made.sealed().get(slate.against());
    List<Sealed> candidates = oppositions.subList(0, oppositions.size() - 1);
    Sealed sum = candidates.stream().reduce(Sealed::times).orElseThrow();
    Scalar one = place.one();
    Scalar unused = one.minus(place.m());
    DisjunctionProver prover = maker.prover();
    Ciphertext.Encoded placeText = place.ciphertext().encoded();
    prover.add(
        spentPrefix(
            made.ballot(), made.tracker(), number, placeText, person.ciphertext().encoded()),
        List.of(
            new Branch(place.r(), place.m().minus(one), place.m()), maker.nobody(person, unused)));
    List<Branch> enough = new ArrayList<>();
    enough.add(new Branch(place.r(), place.m(), unused));
    List<Scalar> is = sums(candidates, one);
    Scalar marks = one.minus(one);
    for (int i = 1; i <= candidates.size(); i++) {
      marks = marks.plus(one);
      Scalar holds = place.m().times(is.get(i));
      enough.add(new Branch(sum.r(), sum.m().minus(marks), holds));
    }
    prover.add(
        againstPrefix(made.ballot(), made.tracker(), number, placeText, sum.ciphertext().encoded()),
        enough);
    List<List<Proof>> proofs = prover.prove();
    return new WriteInProof(proofs.get(0), proofs.get(1));
  }

  /// For each number from 0 whether it is the sum of the marks: 1 or 0, by arithmetic alone.
  private static List<Scalar> sums(List<Sealed> marks, Scalar one) {
    Scalar zero = one.minus(one);
    List<Scalar> is = new ArrayList<>(Collections.nCopies(marks.size() + 1, zero));
    is.set(0, one);
    for (Sealed mark : marks) {
      for (int sum = marks.size(); sum >= 0; sum--) {
        Scalar same = is.get(sum).times(one.minus(mark.m()));
        is.set(sum, sum == 0 ? same : same.plus(is.get(sum - 1).times(mark.m())));
      }
    }
    return is;
  }

  /// What is hashed before the commitments of *spent*. The slate counts from 0 here and from 1 in
  /// the text.
  public static String spentPrefix(
      Ballot ballot,
      String tracker,
      int slate,
      Ciphertext.Encoded place,
      Ciphertext.Encoded person) {
    return prefix(ballot, tracker, (slate + 1) + ",spent", place, person);
  }

  /// What is hashed before the commitments of *against*.
  public static String againstPrefix(
      Ballot ballot,
      String tracker,
      int slate,
      Ciphertext.Encoded place,
      Ciphertext.Encoded oppositions) {
    return prefix(ballot, tracker, (slate + 1) + ",against", place, oppositions);
  }

  private static String prefix(
      Ballot ballot,
      String tracker,
      String what,
      Ciphertext.Encoded place,
      Ciphertext.Encoded other) {
    return String.join(
        "|",
        "zhijia-write-in|1",
        ballot.electionHash(),
        ballot.credential(),
        tracker,
        what,
        place.joined(),
        other.joined(),
        "");
  }

  /// @param candidates of the slate
  static WriteInProof read(Group group, JsonNode node, int candidates) throws Malformed {
    node.only("spent", "against");
    return new WriteInProof(
        Answer.proofs(group, node.field("spent"), 2),
        Answer.proofs(group, node.field("against"), candidates + 1));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("spent").list(spent).field("against").list(against).close();
  }
}
