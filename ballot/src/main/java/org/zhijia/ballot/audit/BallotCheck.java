package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.Iterator;
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
import org.zhijia.ballot.proof.NonZeroProof;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.ProofChecks;
import org.zhijia.ballot.proof.ProofChecks.Claim;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteInProof;

/// Checks 10 to 18, 27 to 31 and 35 over one ballot. All its proofs are checked together, so that
/// one inversion serves them all.
final class BallotCheck {
  private final Setup setup;
  private final Group group;
  private final String where;
  private final ProofChecks proofs;
  private final List<Fault> faults = new ArrayList<>();
  private final CheckCounts counts;

  private BallotCheck(Setup setup, String name, ProofChecks proofs, CheckCounts counts) {
    this.setup = setup;
    this.group = setup.group();
    this.where = name;
    this.counts = counts;
    this.proofs = proofs;
  }

  /// A ballot that holds.
  ///
  /// @param credential index of its credential on the roll
  record Accepted(int credential, Tally tally) {}

  /// Checks a ballot directly.
  static Accepted run(Setup setup, Ticket ticket, CheckCounts counts) throws Fault {
    return run(setup, ticket, setup.directChecks(), counts);
  }

  /// @param proofs fresh
  static Accepted run(Setup setup, Ticket ticket, ProofChecks proofs, CheckCounts counts)
      throws Fault {
    BallotCheck check = new BallotCheck(setup, ticket.name(), proofs, counts);
    return check.run(ticket.document(), ticket.companion());
  }

  private Accepted run(Document document, Optional<byte[]> companion) throws Fault {
    Ballot ballot = read(document);
    int credential = demandThisElectionAndVoter(ballot);
    demandSignature(ballot, Ballot.hashToSign(document.content()));
    List<List<Claimed>> choices = new ArrayList<>();
    for (int i = 0; i < ballot.answers().size(); i++) {
      choices.add(addAnswer(ballot, i));
    }
    if (companion.isPresent()) {
      addCompanion(ballot, Ballot.tracker(document.content()), companion.get(), choices);
    }
    OptionalInt failure = proofs.firstFailure();
    if (failure.isPresent()) {
      throw faults.get(failure.getAsInt());
    }
    faults.forEach(held -> counts.add(held.check(), 1));
    long weight = setup.roll().weight(credential);
    List<List<Ciphertext>> rows =
        choices.stream().map(row -> row.stream().map(Claimed::ciphertext).toList()).toList();
    return new Accepted(credential, Tally.ofOne(group, setup.election().questions(), rows, weight));
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

  private void demandSignature(Ballot ballot, String hash) throws Fault {
    if (!ballot.signatureHash().equals(hash)) {
      throw new Fault(Check.BALLOT_SIGNATURE, where, "the signed hash is not that of the ballot");
    }
    VartimeBase key = member(ballot.credential(), where + ", credential");
    proofs.addKnowledge("sig|" + ballot.signatureHash() + "|", key, ballot.signature());
    faults.add(
        new Fault(
            Check.BALLOT_SIGNATURE, where, "it is not signed by the holder of its credential"));
  }

  private VartimeBase member(String text, String place) throws Fault {
    Optional<VartimeBase> base = proofs.base(text);
    if (base.isEmpty()) {
      throw new Fault(
          Check.BALLOT_ELEMENTS, place, "not the canonical encoding of a group element");
    }
    return base.get();
  }

  /// Reads an answer's ciphertexts and adds its proofs.
  private List<Claimed> addAnswer(Ballot ballot, int q) throws Fault {
    Answer answer = ballot.answers().get(q);
    var statements = new AnswerStatements(ballot.electionHash(), ballot.credential(), answer);
    return switch (answer) {
      case Answer.Homomorphic marks -> addMarks(marks, statements, q);
      case Answer.NonHomomorphic numbers -> addNumbers(numbers, statements, q);
      case Answer.Lists lists -> addLists(lists, statements, q);
    };
  }

  private List<Claimed> addMarks(Answer.Homomorphic answer, AnswerStatements statements, int q)
      throws Fault {
    var question = (Question.Homomorphic) setup.election().questions().get(q);
    List<Claimed> choices = addIndividual(answer, answer.individualProofs(), statements, q);
    Claimed marks = product(choices.subList(question.blank() ? 1 : 0, choices.size()));
    List<Claim> overall = new ArrayList<>();
    for (int marked = question.min(); marked <= question.max(); marked++) {
      overall.add(marks.is(marked));
    }
    if (!question.blank()) {
      String prefix = statements.overall(marks.ciphertext().encoded());
      add(Check.OVERALL_PROOFS, place(q), prefix, overall, answer.overallProof());
      return choices;
    }
    Claimed blank = product(choices.subList(0, 1));
    overall.addFirst(blank.is(1));
    add(
        Check.OVERALL_PROOFS,
        place(q),
        statements.overallOrBlank(),
        overall,
        answer.overallProof());
    List<Claim> notBlank = List.of(blank.is(0), marks.is(0));
    add(Check.BLANK_PROOFS, place(q), statements.blank(), notBlank, answer.blankProof());
    return choices;
  }

  private List<Claimed> addNumbers(Answer.NonHomomorphic answer, AnswerStatements statements, int q)
      throws Fault {
    Claimed numbers =
        new Claimed(
            member(answer.choice().alpha(), place(q) + ", alpha"),
            member(answer.choice().beta(), place(q) + ", beta"));
    counts.add(Check.BALLOT_ELEMENTS, 2);
    String statement = statements.numbers(setup.election().publicKey());
    proofs.addKnowledge(statement, numbers.alpha(), answer.proof());
    faults.add(new Fault(Check.NUMBER_PROOFS, place(q), "the proof does not hold"));
    return List.of(numbers);
  }

  private List<Claimed> addLists(Answer.Lists answer, AnswerStatements statements, int q)
      throws Fault {
    List<Claimed> choices = addIndividual(answer, answer.individualProofs(), statements, q);
    List<Claimed> heads = new ArrayList<>();
    List<Claimed> candidates = new ArrayList<>();
    List<Claimed> sums = new ArrayList<>();
    int from = 0;
    for (int size : answer.sizes()) {
      List<Claimed> ofList = choices.subList(from + 1, from + size);
      heads.add(choices.get(from));
      candidates.addAll(ofList);
      sums.add(product(ofList));
      from += size;
    }
    Claimed lists = product(heads);
    add(
        Check.OVERALL_PROOFS,
        place(q),
        statements.overall(lists.ciphertext().encoded()),
        List.of(lists.is(1)),
        List.of(answer.overallProof()));
    for (int i = 0; i < heads.size(); i++) {
      Claimed head = product(heads.subList(i, i + 1));
      String place = place(q) + ", list " + (i + 1);
      List<Claim> claims = List.of(head.is(1), sums.get(i).is(0));
      add(Check.LIST_PROOFS, place, statements.list(), claims, answer.listProofs().get(i));
    }
    addNonZero(answer, statements, product(candidates), q);
    return choices;
  }

  private void addNonZero(Answer.Lists answer, AnswerStatements statements, Claimed marked, int q)
      throws Fault {
    NonZeroProof proof = answer.nonZeroProof();
    Optional<VartimeBase> commitment = proofs.base(proof.commitment());
    if (commitment.isEmpty() || commitment.get().element().isNeutral()) {
      throw new Fault(Check.NON_ZERO_PROOFS, place(q), "the commitment is none");
    }
    proofs.addNonZero(statements.nonZero(), marked.is(0), commitment.get(), proof);
    faults.add(new Fault(Check.NON_ZERO_PROOFS, place(q), "the proof does not hold"));
  }

  /// Each ciphertext is laid out, its proof added and its layout given up before the next one's
  /// turn: the doublings of one stay in the processor's cache, those of all would not.
  private List<Claimed> addIndividual(
      Answer answer, List<List<Proof>> individual, AnswerStatements statements, int q)
      throws Fault {
    List<Claimed> choices = new ArrayList<>();
    for (Ciphertext.Encoded encoded : answer.choices()) {
      int i = choices.size();
      String place = place(q, i);
      Claimed mark =
          new Claimed(
              member(encoded.alpha(), place + ", alpha"), member(encoded.beta(), place + ", beta"));
      add(
          Check.INDIVIDUAL_PROOFS,
          place,
          statements.individual(i),
          List.of(mark.is(0), mark.is(1)),
          individual.get(i));
      choices.add(mark);
      proofs.forgetBases();
    }
    counts.add(Check.BALLOT_ELEMENTS, 2L * choices.size());
    return choices;
  }

  /// A ciphertext laid out for claims about what it encrypts.
  private record Claimed(VartimeBase alpha, VartimeBase beta) {
    Claim is(long message) {
      return new Claim(alpha, beta, message);
    }

    Ciphertext ciphertext() {
      return new Ciphertext(alpha.element(), beta.element());
    }
  }

  /// The sum of marks. What it is made of may be forgotten by then, it is laid out anew.
  private Claimed product(List<Claimed> factors) {
    return new Claimed(
        proofs.product(factors.stream().map(Claimed::alpha).toList()),
        proofs.product(factors.stream().map(Claimed::beta).toList()));
  }

  private void addCompanion(Ballot ballot, String tracker, byte[] line, List<List<Claimed>> choices)
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
    Iterator<WriteInProof> writeIns = companion.writeIns().iterator();
    for (int s = 0; s < setup.slates().size(); s++) {
      UnionSlate slate = setup.slates().get(s);
      List<Claimed> approvals = choices.get(slate.approve());
      for (int c = 0; c < approvals.size(); c++) {
        Claimed mark = product(List.of(approvals.get(c), choices.get(slate.against()).get(c)));
        add(
            Check.COMPANION_PROOFS,
            where + ", slate " + (s + 1) + ", candidate " + (c + 1),
            Companion.prefix(ballot, tracker, s, c, mark.ciphertext().encoded()),
            List.of(mark.is(0), mark.is(1)),
            companion.proofs().get(s).get(c));
      }
      if (slate.writeIn().isPresent()) {
        addWriteIn(ballot, tracker, s, writeIns.next(), choices);
      }
    }
  }

  /// The place is marked or nobody is written in; it is not marked or some candidate is opposed.
  private void addWriteIn(
      Ballot ballot, String tracker, int s, WriteInProof proof, List<List<Claimed>> choices) {
    UnionSlate slate = setup.slates().get(s);
    Claimed place = product(List.of(choices.get(slate.approve()).getLast()));
    Claimed person =
        product(List.of(choices.get(slate.writeIn().orElseThrow().question()).getFirst()));
    List<Claimed> oppositions = choices.get(slate.against());
    Claimed against = product(oppositions.subList(0, oppositions.size() - 1));
    String at = where + ", slate " + (s + 1) + ", write-in";
    Ciphertext.Encoded placeText = place.ciphertext().encoded();
    add(
        Check.WRITE_IN_PROOFS,
        at,
        WriteInProof.spentPrefix(ballot, tracker, s, placeText, person.ciphertext().encoded()),
        List.of(place.is(1), person.is(0)),
        proof.spent());
    List<Claim> enough = new ArrayList<>(List.of(place.is(0)));
    for (int marks = 1; marks < oppositions.size(); marks++) {
      enough.add(against.is(marks));
    }
    add(
        Check.WRITE_IN_PROOFS,
        at + ", marks against",
        WriteInProof.againstPrefix(ballot, tracker, s, placeText, against.ciphertext().encoded()),
        enough,
        proof.against());
  }

  private void add(
      Check check, String place, String prefix, List<Claim> claims, List<Proof> answers) {
    proofs.addDisjunction(prefix, claims, answers);
    faults.add(new Fault(check, place, "the proof does not hold"));
  }

  private String place(int question) {
    return where + ", answer " + (question + 1);
  }

  private String place(int question, int choice) {
    return place(question) + ", choice " + (choice + 1);
  }
}
