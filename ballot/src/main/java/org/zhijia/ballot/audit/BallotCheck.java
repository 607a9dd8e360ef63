package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.belenios.v1.Answer;
import org.zhijia.ballot.belenios.v1.AnswerStatements;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.VartimeBase;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.ProofChecks;
import org.zhijia.ballot.proof.ProofChecks.Claim;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.UnionSlate;

/// Checks 10 to 18 and 27 to 28 over one ballot. All its proofs are checked together, so that one
/// inversion serves them all.
final class BallotCheck {
  private final Setup setup;
  private final Group group;
  private final String where;
  private final ProofChecks proofs;
  private final List<Fault> faults = new ArrayList<>();
  private final CheckCounts counts;

  /// @param name how the ballot is called in a fault, e.g. `ballot 17`
  private BallotCheck(Setup setup, String name, CheckCounts counts) {
    this.setup = setup;
    this.group = setup.group();
    this.where = name;
    this.counts = counts;
    this.proofs = new ProofChecks(group, setup.generator(), setup.publicKey());
  }

  /// A ballot that holds.
  ///
  /// @param credential index of its credential on the roll
  record Accepted(int credential, Tally tally) {}

  /// One ciphertext of the ballot, checked and laid out.
  private record Choice(Ciphertext.Encoded encoded, VartimeBase alpha, VartimeBase beta) {
    Ciphertext ciphertext() {
      return new Ciphertext(alpha.element(), beta.element());
    }
  }

  /// @param companion the ballot's line of the companion file; empty if there is no slate
  static Accepted run(
      Setup setup, Document document, Optional<byte[]> companion, String name, CheckCounts counts)
      throws Fault {
    BallotCheck check = new BallotCheck(setup, name, counts);
    return check.run(document, companion);
  }

  private Accepted run(Document document, Optional<byte[]> companion) throws Fault {
    Ballot ballot = read(document);
    int credential = demandThisElectionAndVoter(ballot);
    demandSignature(ballot);
    List<List<Choice>> choices = new ArrayList<>();
    for (int i = 0; i < ballot.answers().size(); i++) {
      choices.add(choices(ballot.answers().get(i), i));
      addAnswer(ballot, i, choices.get(i));
    }
    if (companion.isPresent()) {
      addCompanion(ballot, Ballot.tracker(document.content()), companion.get(), choices);
    }
    OptionalInt failure = proofs.firstFailure();
    if (failure.isPresent()) {
      throw faults.get(failure.getAsInt());
    }
    faults.forEach(held -> counts.add(held.check(), 1));
    return new Accepted(credential, tally(choices, setup.roll().weight(credential)));
  }

  private Ballot read(Document document) throws Fault {
    try {
      Ballot ballot = Ballot.read(group, setup.election().questions(), document.content());
      counts.add(Check.BALLOT_FORM, 1);
      return ballot;
    } catch (Malformed malformed) {
      throw new Fault(Check.BALLOT_FORM, where + ", " + malformed.where(), malformed.reason());
    }
  }

  private int demandThisElectionAndVoter(Ballot ballot) throws Fault {
    if (!ballot.electionUuid().equals(setup.election().uuid())
        || !ballot.electionHash().equals(setup.fingerprint())) {
      throw new Fault(Check.BALLOT_ELECTION, where, "it was made for another election");
    }
    counts.add(Check.BALLOT_ELECTION, 1);
    int credential = setup.roll().indexOf(ballot.credential());
    if (credential < 0) {
      throw new Fault(Check.BALLOT_CREDENTIAL, where, "its credential is not on the list");
    }
    counts.add(Check.BALLOT_CREDENTIAL, 1);
    return credential;
  }

  private void demandSignature(Ballot ballot) throws Fault {
    if (!ballot.signatureHash().equals(ballot.hashToSign())) {
      throw new Fault(Check.BALLOT_SIGNATURE, where, "the signed hash is not that of the ballot");
    }
    VartimeBase key =
        group
            .vartimeBase(ballot.credential())
            .orElseThrow(() -> new IllegalStateException("credentials were checked at set-up"));
    proofs.addKnowledge("sig|" + ballot.signatureHash() + "|", key, ballot.signature());
    faults.add(
        new Fault(
            Check.BALLOT_SIGNATURE, where, "it is not signed by the holder of its credential"));
  }

  private List<Choice> choices(Answer answer, int question) throws Fault {
    List<Choice> choices = new ArrayList<>();
    for (Ciphertext.Encoded encoded : answer.choices()) {
      String place = place(question, choices.size());
      choices.add(
          new Choice(
              encoded,
              member(encoded.alpha(), place + ", alpha"),
              member(encoded.beta(), place + ", beta")));
    }
    counts.add(Check.BALLOT_ELEMENTS, 2L * choices.size());
    return choices;
  }

  private VartimeBase member(String text, String place) throws Fault {
    Optional<VartimeBase> base = group.vartimeBase(text);
    if (base.isEmpty()) {
      throw new Fault(
          Check.BALLOT_ELEMENTS, place, "not the canonical encoding of a group element");
    }
    return base.get();
  }

  private void addAnswer(Ballot ballot, int q, List<Choice> choices) {
    Question question = setup.election().questions().get(q);
    Answer answer = ballot.answers().get(q);
    var statements = new AnswerStatements(ballot.electionHash(), ballot.credential(), answer);
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      add(
          Check.INDIVIDUAL_PROOFS,
          place(q, i),
          statements.individual(i),
          zeroOrOne(choice.alpha(), choice.beta()),
          answer.individualProofs().get(i));
    }
    List<Choice> marks = choices.subList(question.blank() ? 1 : 0, choices.size());
    Ciphertext sum = Ciphertext.product(group, marks.stream().map(Choice::ciphertext).toList());
    VartimeBase alpha = group.vartimeBase(sum.alpha());
    VartimeBase beta = group.vartimeBase(sum.beta());
    List<Claim> overall = new ArrayList<>();
    if (question.blank()) {
      Choice blank = choices.getFirst();
      overall.add(new Claim(blank.alpha(), blank.beta(), 1));
    }
    for (int marked = question.min(); marked <= question.max(); marked++) {
      overall.add(new Claim(alpha, beta, marked));
    }
    String prefix =
        question.blank() ? statements.overallOrBlank() : statements.overall(sum.encoded());
    add(Check.OVERALL_PROOFS, place(q), prefix, overall, answer.overallProof());
    if (question.blank()) {
      Choice blank = choices.getFirst();
      List<Claim> claims =
          List.of(new Claim(blank.alpha(), blank.beta(), 0), new Claim(alpha, beta, 0));
      add(Check.BLANK_PROOFS, place(q), statements.blank(), claims, answer.blankProof());
    }
  }

  private void addCompanion(Ballot ballot, String tracker, byte[] line, List<List<Choice>> choices)
      throws Fault {
    Companion companion;
    try {
      companion = Companion.read(group, setup.election(), setup.slates(), line);
    } catch (Malformed malformed) {
      throw new Fault(
          Check.COMPANION_BINDING, where + ", companion " + malformed.where(), malformed.reason());
    }
    if (!companion.tracker().equals(tracker)) {
      throw new Fault(Check.COMPANION_BINDING, where, "the companion is bound to another tracker");
    }
    counts.add(Check.COMPANION_BINDING, 1);
    for (int s = 0; s < setup.slates().size(); s++) {
      UnionSlate slate = setup.slates().get(s);
      List<Choice> approvals = choices.get(slate.approve());
      for (int c = 0; c < approvals.size(); c++) {
        Ciphertext sum =
            approvals.get(c).ciphertext().times(choices.get(slate.against()).get(c).ciphertext());
        add(
            Check.COMPANION_PROOFS,
            where + ", slate " + (s + 1) + ", candidate " + (c + 1),
            Companion.prefix(
                ballot.electionHash(), ballot.credential(), tracker, s, c, sum.encoded()),
            zeroOrOne(group.vartimeBase(sum.alpha()), group.vartimeBase(sum.beta())),
            companion.proofs().get(s).get(c));
      }
    }
  }

  private void add(
      Check check, String place, String prefix, List<Claim> claims, List<Proof> answers) {
    proofs.addDisjunction(prefix, claims, answers);
    faults.add(new Fault(check, place, "the proof does not hold"));
  }

  private static List<Claim> zeroOrOne(VartimeBase alpha, VartimeBase beta) {
    return List.of(new Claim(alpha, beta, 0), new Claim(alpha, beta, 1));
  }

  private Tally tally(List<List<Choice>> choices, long weight) {
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (List<Choice> row : choices) {
      rows.add(row.stream().map(Choice::ciphertext).toList());
    }
    return Tally.ofOne(group, rows, weight);
  }

  private String place(int question) {
    return where + ", answer " + (question + 1);
  }

  private String place(int question, int choice) {
    return place(question) + ", choice " + (choice + 1);
  }
}
