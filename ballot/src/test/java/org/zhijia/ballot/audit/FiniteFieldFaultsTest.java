package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.audit.Mutant.alpha;
import static org.zhijia.ballot.audit.Mutant.nth;
import static org.zhijia.ballot.audit.Mutant.replace;
import static org.zhijia.ballot.audit.Mutant.response;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.audit.MutationTest.Mutation;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.FiniteField;

/// What can be wrong in a finite field only: numbers outside the subgroup, numbers with two
/// spellings, a name of another group. [MutationTest] does the rest.
class FiniteFieldFaultsTest {
  private static final String SCALAR = "\"response\":\"(\\d+)\"";

  private static final BigInteger BELENIOS_P =
      new BigInteger(
          "20694785691422546"
              + "401013643657505008064922989295751104097100884787057374219242"
              + "717401922237254497684338129066633138078958404960054389636289"
              + "796393038773905722803605973749427671376777618898589872735865"
              + "049081167099310535867780980030790491654063777173764198678527"
              + "273474476341835600035698305193144284561701911000786737307333"
              + "564123971732897913240474578834468260652327974647951137672658"
              + "693582180046317922073668860052627186363386088796882120769432"
              + "366149491002923444346373222145884100586421050242120365433561"
              + "201320481118852408731077014151666200162313177169372189248078"
              + "507711827842317498073276598828825169183103125680162072880719");

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicTest> inBelenios2048() throws IOException {
    return refusals(election(FiniteField.belenios2048(), "belenios"));
  }

  @TestFactory
  Stream<DynamicTest> inRfc3526() throws IOException {
    return refusals(election(FiniteField.rfc3526(), "rfc"));
  }

  private static SmallElection election(FiniteField group, String name) throws IOException {
    List<Question> questions =
        List.of(new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1));
    Path folder = Files.createDirectory(directory.resolve(name));
    var election = new SmallElection(folder, SmallElection.Plan.of(questions, 2).in(group));
    election.cast(0, "010");
    election.cast(1, "100");
    election.finish(1);
    assertThat(election.verify().failure()).isEmpty();
    return election;
  }

  private static Stream<DynamicTest> refusals(SmallElection good) {
    List<Mutation> mutations = new ArrayList<>(setup(good));
    ballotFaults(good)
        .forEach(
            (fault, change) ->
                mutations.add(
                    new Mutation(fault.name, fault.expected, m -> m.resigned(0, 0, change))));
    mutations.add(
        new Mutation(
            "factor outside",
            Check.DECRYPTION_FORM,
            m ->
                m.document(
                    Event.Type.PARTIAL_DECRYPTION,
                    0,
                    nth("\"decryption_factors\":\\[\\[\"(\\d+)\"", 0, old -> minusOne(good)))));
    return mutations.stream()
        .map(mutation -> DynamicTest.dynamicTest(mutation.name(), () -> refuse(good, mutation)));
  }

  /// What is wrong with a ballot, and which check says so.
  record BallotFault(String name, Check expected) {}

  /// Faults of a ballot that is signed anew by its voter.
  static Map<BallotFault, UnaryOperator<String>> ballotFaults(SmallElection good) {
    BigInteger p = new BigInteger(minusOne(good)).add(BigInteger.ONE);
    String q = new BigInteger(good.group.scalar(-1).decimal()).add(BigInteger.ONE).toString();
    Check elements = Check.BALLOT_ELEMENTS;
    Map<BallotFault, UnaryOperator<String>> faults = new LinkedHashMap<>();
    faults.put(new BallotFault("wrong response", Check.INDIVIDUAL_PROOFS), response(0));
    faults.put(new BallotFault("wrong overall response", Check.OVERALL_PROOFS), response(7));
    faults.put(new BallotFault("wrong blank response", Check.BLANK_PROOFS), response(9));
    faults.put(new BallotFault("p − 1", elements), alpha(0, minusOne(good)));
    faults.put(new BallotFault("zero", elements), alpha(0, "0"));
    faults.put(new BallotFault("p", elements), alpha(1, p.toString()));
    faults.put(
        new BallotFault("x + p", elements),
        nth("\"beta\":\"(\\d+)\"", 1, old -> new BigInteger(old).add(p).toString()));
    faults.put(
        new BallotFault("leading zero", elements),
        nth("\"alpha\":\"(\\d+)\"", 2, old -> "0" + old));
    faults.put(new BallotFault("as in Ed25519", elements), alpha(0, "0".repeat(63) + "1"));
    faults.put(new BallotFault("scalar q", Check.BALLOT_FORM), nth(SCALAR, 0, old -> q));
    faults.put(
        new BallotFault("scalar + q", Check.BALLOT_FORM),
        nth(SCALAR, 0, old -> new BigInteger(old).add(new BigInteger(q)).toString()));
    faults.put(
        new BallotFault("scalar with leading zero", Check.BALLOT_FORM),
        nth(SCALAR, 0, old -> "0" + old));
    return faults;
  }

  private static List<Mutation> setup(SmallElection good) {
    String first = good.credentials.getFirst().publicCredential(good.group, good.election.uuid());
    String quoted = "\"" + first + "\"";
    String name = "\"group\":\"" + good.group.name() + "\"";
    return List.of(
        setup("group of curves", Check.ELECTION, 0, replace(name, "\"group\":\"Ed25519\"")),
        setup("no group", Check.ELECTION, 0, replace(name, "\"group\":\"BELENIOS-4096\"")),
        setup("key outside", Check.ELECTION, 0, key(good, minusOne(good))),
        setup("key 0", Check.ELECTION, 0, key(good, "0")),
        setup("credential zero", Check.CREDENTIALS, 2, replace(quoted, "\"0\"")),
        setup(
            "credential outside",
            Check.CREDENTIALS,
            2,
            replace(quoted, "\"" + minusOne(good) + "\"")),
        setup("credential 0x", Check.CREDENTIALS, 2, replace(quoted, "\"0" + first + "\"")),
        setup("credential empty", Check.CREDENTIALS, 2, replace(quoted, "\"\"")),
        setup(
            "credential twice",
            Check.CREDENTIALS,
            2,
            text -> text.replaceFirst("(\"\\d+\"),\"\\d+\"", "$1,$1")));
  }

  private static UnaryOperator<String> key(SmallElection good, String other) {
    return replace(good.election.publicKey().encoding(), other);
  }

  private static Mutation setup(
      String name, Check expected, int document, UnaryOperator<String> change) {
    return new Mutation(name, expected, m -> m.document(Event.Type.SETUP, document, change));
  }

  /// p − 1, of order 2 and so outside the subgroup.
  static String minusOne(SmallElection good) {
    BigInteger last = new BigInteger(good.group.scalar(-1).decimal());
    return good.group.name().equals("RFC-3526-2048")
        ? last.add(BigInteger.ONE).shiftLeft(1).toString()
        : BELENIOS_P.subtract(BigInteger.ONE).toString();
  }

  private static void refuse(SmallElection good, Mutation mutation) throws IOException {
    Mutant mutant = new Mutant(good);
    mutation.change().accept(mutant);
    Path folder = Files.createTempDirectory(directory, "mutant");
    Verdict verdict = Audit.verify(mutant.writeInto(folder), AuditOptions.onAllCores());

    assertThat(verdict.failure().map(Verdict.Fails::check)).contains(mutation.expected());
  }
}
