package org.zhijia.ballot.slate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Answer;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.BallotMaker.Sealed;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.DisjunctionProver;
import org.zhijia.ballot.proof.Proof;

/// The companion proof of one ballot: for each slate and each candidate, that the sum of the two
/// marks is 0 or 1, so that nobody is approved and opposed at once; and for each slate that takes a
/// write-in, its [WriteInProof].
///
/// The sum is encrypted by the product of the two ciphertexts of the ballot; the proof is a
/// disjunction as for any mark, under the prefix
/// `zhijia-slate|1|φ|credential|tracker|slate,candidate|α,β|` with numbers from 1. The tracker
/// binds it to one ballot, byte for byte.
///
/// Source: `docs/spec/ballot.md`, section 7.
///
/// @param tracker of the ballot
/// @param proofs by slate and candidate two branches: 0, 1
/// @param writeIns for those slates that take a write-in, in their order
public record Companion(String tracker, List<List<List<Proof>>> proofs, List<WriteInProof> writeIns)
    implements JsonText.Writable {
  private static final String WRITE_INS = "write_ins";

  public Companion {
    proofs = proofs.stream().map(List::copyOf).toList();
    writeIns = List.copyOf(writeIns);
  }

  /// Makes the companion of a ballot that its maker just made; constant time.
  public static Companion make(List<UnionSlate> slates, BallotMaker maker, BallotMaker.Made made) {
    List<List<List<Proof>>> proofs = new ArrayList<>();
    List<WriteInProof> writeIns = new ArrayList<>();
    for (int s = 0; s < slates.size(); s++) {
      List<Sealed> approvals = made.sealed().get(slates.get(s).approve());
      List<Sealed> oppositions = made.sealed().get(slates.get(s).against());
      DisjunctionProver prover = maker.prover();
      for (int c = 0; c < approvals.size(); c++) {
        Sealed sum = approvals.get(c).times(oppositions.get(c));
        prover.add(
            prefix(made.ballot(), made.tracker(), s, c, sum.ciphertext().encoded()),
            sum.zeroOrOne());
      }
      proofs.add(prover.prove());
      if (slates.get(s).writeIn().isPresent()) {
        writeIns.add(WriteInProof.make(s, slates.get(s), maker, made));
      }
    }
    return new Companion(made.tracker(), proofs, writeIns);
  }

  /// What is hashed before the commitments of one candidate's proof. Slate and candidate count from
  /// 0 here and from 1 in the text.
  public static String prefix(
      Ballot ballot, String tracker, int slate, int candidate, Ciphertext.Encoded sum) {
    return String.join(
        "|",
        "zhijia-slate|1",
        ballot.electionHash(),
        ballot.credential(),
        tracker,
        (slate + 1) + "," + (candidate + 1),
        sum.joined(),
        "");
  }

  /// Reads one line of a companion file, which must be in canonical form.
  public static Companion read(Group group, Election election, List<UnionSlate> slates, byte[] line)
      throws Malformed {
    List<UnionSlate> withWriteIn =
        slates.stream().filter(slate -> slate.writeIn().isPresent()).toList();
    JsonNode node = JsonNode.parse(line).only("tracker", "slates", WRITE_INS);
    List<JsonNode> items = node.field("slates").items(slates.size());
    List<List<List<Proof>>> proofs = new ArrayList<>();
    for (int s = 0; s < slates.size(); s++) {
      int candidates = election.questions().get(slates.get(s).approve()).answers().size();
      List<List<Proof>> ofSlate = new ArrayList<>();
      for (JsonNode item : items.get(s).items(candidates)) {
        ofSlate.add(Answer.proofs(group, item, 2));
      }
      proofs.add(ofSlate);
    }
    List<WriteInProof> writeIns = new ArrayList<>();
    if (!withWriteIn.isEmpty()) {
      List<JsonNode> written = node.field(WRITE_INS).items(withWriteIn.size());
      for (int i = 0; i < written.size(); i++) {
        int candidates = withWriteIn.get(i).candidates(election.questions());
        writeIns.add(WriteInProof.read(group, written.get(i), candidates));
      }
    }
    Companion companion = new Companion(node.field("tracker").text(), proofs, writeIns);
    if (!Arrays.equals(line, JsonText.bytesOf(companion))) {
      throw node.malformed("not in canonical form (order of fields, spaces or escapes)");
    }
    return companion;
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("tracker").text(tracker).field("slates").openList();
    for (List<List<Proof>> ofSlate : proofs) {
      json.openList();
      ofSlate.forEach(json::list);
      json.closeList();
    }
    json.closeList();
    if (!writeIns.isEmpty()) {
      json.field(WRITE_INS).list(writeIns);
    }
    json.close();
  }
}
