package org.zhijia.ballot.audit;

import static org.zhijia.ballot.audit.Mutant.alpha;
import static org.zhijia.ballot.audit.Mutant.challenge;
import static org.zhijia.ballot.audit.Mutant.nth;
import static org.zhijia.ballot.audit.Mutant.replace;
import static org.zhijia.ballot.audit.Mutant.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.zhijia.ballot.audit.MutationTest.Mutation;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.slate.Companion;

/// Mischief on ballots and their companions.
///
/// The challenges of a ballot in order: approvals' marks 0–5 and sum 6–8, oppositions' marks 9–14
/// and sum 15–18, resolution's marks 19–24, sum 25–26 and blank 27–28, signature 29. Ciphertexts:
/// approvals 0–2, oppositions 3–5, resolution 6–8.
final class BallotMutations {
  private static final int LAST_OF_VOTER_1 = 1;

  private BallotMutations() {}

  static List<Mutation> all(SmallElection good) {
    List<Mutation> all = new ArrayList<>(form(good));
    all.addAll(content(good));
    all.addAll(box());
    all.addAll(companion(good));
    return all;
  }

  private static List<Mutation> form(SmallElection good) {
    List<Mutation> all = new ArrayList<>();
    all.add(form("field added", replace("{\"election_uuid\"", "{\"x\":1,\"election_uuid\"")));
    all.add(form("field missing", text -> text.replaceFirst("\"election_hash\":\"[^\"]*\",", "")));
    all.add(
        form(
            "fields reordered",
            text ->
                text.replaceFirst("(\"election_uuid\":[^,]*),(\"election_hash\":[^,]*)", "$2,$1")));
    all.add(form("space", replace("{\"election_uuid\":", "{\"election_uuid\": ")));
    all.add(form("escape", replace("\"alpha\"", "\"\\u0061lpha\"")));
    all.add(form("choice too many", text -> text.replaceFirst("(\\{\"alpha\"[^}]*})", "$1,$1")));
    all.add(form("choice too few", text -> text.replaceFirst("(\\{\"alpha\"[^}]*}),", "")));
    all.add(
        form(
            "answer too few",
            text -> text.replaceFirst("(\\{\"choices\".*?),\\{\"choices\"", "{\"choices\"")));
    String proof = "(\\{\"challenge\":\"\\d+\",\"response\":\"\\d+\"})";
    all.add(form("branch missing", text -> text.replaceFirst(proof + ",", "")));
    all.add(form("branch too many", text -> text.replaceFirst(proof, "$1,$1")));
    all.add(
        form(
            "overall branch missing",
            text ->
                text.replaceFirst("\"overall_proof\":\\[" + proof + ",", "\"overall_proof\":[")));
    all.add(
        form("blank proof missing", text -> text.replaceFirst(",\"blank_proof\":\\[[^]]*]", "")));
    all.add(
        form(
            "blank proof where blank is not allowed",
            text -> text.replaceFirst("(\"overall_proof\":(\\[[^]]*]))", "$1,\"blank_proof\":$2")));
    String order = "7237005577332262213973186563042994240857116359379907606001950938285454250989";
    String anyScalar = "\"response\":\"(\\d+)\"";
    all.add(form("scalar = q", nth(anyScalar, 0, old -> order)));
    all.add(form("scalar with leading zero", nth(anyScalar, 0, old -> "0" + old)));
    all.add(form("scalar negative", nth(anyScalar, 0, old -> "-1")));
    all.add(
        form(
            "scalar as number",
            text -> text.replaceFirst("\"response\":\"\\d+\"", "\"response\":1")));
    all.add(form("scalar of a thousand digits", nth(anyScalar, 0, old -> "1".repeat(1000))));
    all.add(form("no object", text -> "[]"));
    all.add(form("nested deep", text -> "[".repeat(5000)));
    all.add(
        ballot(
            "another election's id",
            Check.BALLOT_ELECTION,
            replace(good.election.uuid(), "11111111111111")));
    all.add(
        ballot(
            "another election's hash",
            Check.BALLOT_ELECTION,
            nth("\"election_hash\":\"(.)", 0, old -> old.equals("A") ? "B" : "A")));
    all.add(
        ballot(
            "credential not on the list",
            Check.BALLOT_CREDENTIAL,
            nth("\"credential\":\"(\\w{64})", 0, old -> "66".repeat(31) + "58")));
    all.add(
        ballot(
            "credential malformed",
            Check.BALLOT_CREDENTIAL,
            nth("\"credential\":\"(\\w{64})", 0, old -> "x")));
    return all;
  }

  private static List<Mutation> content(SmallElection good) {
    List<Mutation> all = new ArrayList<>();
    String others =
        good.credentials.get(2).publicCredential(SmallElection.GROUP, good.election.uuid());
    UnaryOperator<String> credential = nth("\"credential\":\"(\\w{64})", 0, old -> others);
    all.add(ballot("another voter's credential", Check.BALLOT_SIGNATURE, credential));
    all.add(resigned("signed by another voter", Check.BALLOT_SIGNATURE, credential));
    all.add(
        ballot(
            "signed hash",
            Check.BALLOT_SIGNATURE,
            nth("\"hash\":\"(.)", 0, old -> old.equals("A") ? "B" : "A")));
    all.add(ballot("signature's challenge", Check.BALLOT_SIGNATURE, challenge(29)));
    all.add(ballot("signature's response", Check.BALLOT_SIGNATURE, response(29)));
    all.add(ballot("changed, not signed anew", Check.BALLOT_SIGNATURE, challenge(0)));
    String generator = SmallElection.GROUP.generator().encoding();
    for (int choice : new int[] {0, 3, 6}) {
      all.add(resigned("alpha " + choice, Check.INDIVIDUAL_PROOFS, alpha(choice, generator)));
      all.add(
          resigned(
              "beta " + choice,
              Check.INDIVIDUAL_PROOFS,
              nth("\"beta\":\"(\\w+)\"", choice, old -> generator)));
    }
    Points.bad()
        .forEach(
            (name, text) -> {
              all.add(resigned("alpha " + name, Check.BALLOT_ELEMENTS, alpha(2, text)));
              UnaryOperator<String> beta = nth("\"beta\":\"(\\w+)\"", 7, old -> text);
              all.add(resigned("beta " + name, Check.BALLOT_ELEMENTS, beta));
            });
    int[] individual = {0, 1, 5, 9, 19, 20};
    for (int place : individual) {
      all.add(resigned("mark's challenge " + place, Check.INDIVIDUAL_PROOFS, challenge(place)));
      all.add(resigned("mark's response " + place, Check.INDIVIDUAL_PROOFS, response(place)));
    }
    int[] overall = {6, 8, 15, 18, 25, 26};
    for (int place : overall) {
      all.add(resigned("sum's challenge " + place, Check.OVERALL_PROOFS, challenge(place)));
      all.add(resigned("sum's response " + place, Check.OVERALL_PROOFS, response(place)));
    }
    for (int place : new int[] {27, 28}) {
      all.add(resigned("blank's challenge " + place, Check.BLANK_PROOFS, challenge(place)));
      all.add(resigned("blank's response " + place, Check.BLANK_PROOFS, response(place)));
    }
    String proof = "(\\{\"challenge\":\"\\d+\",\"response\":\"\\d+\"})";
    all.add(
        resigned(
            "marks' branches swapped",
            Check.INDIVIDUAL_PROOFS,
            text -> text.replaceFirst(proof + "," + proof, "$2,$1")));
    all.add(
        resigned(
            "sum's branches swapped",
            Check.OVERALL_PROOFS,
            text ->
                text.replaceFirst(
                    "\"overall_proof\":\\[" + proof + "," + proof, "\"overall_proof\":[$2,$1")));
    all.add(
        resigned(
            "two choices swapped",
            Check.INDIVIDUAL_PROOFS,
            text -> text.replaceFirst("(\\{\"alpha\"[^}]*}),(\\{\"alpha\"[^}]*})", "$2,$1")));
    return all;
  }

  private static List<Mutation> box() {
    return List.of(
        new Mutation("ballot replayed", Check.BALLOT_ONCE, m -> repeat(m, 2)),
        new Mutation("replaced ballot replayed", Check.BALLOT_ONCE, m -> repeat(m, 0)),
        new Mutation("ballot dropped", Check.TALLY_SIZE, m -> drop(m, 1)),
        new Mutation("revote dropped", Check.TALLY_SUM, m -> drop(m, 3)),
        new Mutation(
            "revote put before",
            Check.TALLY_SUM,
            m -> {
              var ballots = m.parts.all(Event.Type.BALLOT);
              int first = m.parts.steps().indexOf(ballots.get(0));
              Collections.swap(m.parts.steps(), first, first + 3);
              Collections.swap(m.companion, 1, 4);
            }));
  }

  private static List<Mutation> companion(SmallElection good) {
    List<Mutation> all = new ArrayList<>();
    all.add(
        new Mutation("companion file missing", Check.COMPANION_FILE, m -> m.withCompanion = false));
    all.add(
        companion(
            "header of another election",
            Check.COMPANION_FILE,
            0,
            nth("\"election\":\"(.)", 0, old -> old.equals("A") ? "B" : "A")));
    all.add(companion("header's version", Check.COMPANION_FILE, 0, replace("1", "2")));
    all.add(
        companion("tracker", Check.COMPANION_BINDING, 2, nth("\"tracker\":\"(.)", 0, o -> "!")));
    all.add(
        companion(
            "field added",
            Check.COMPANION_BINDING,
            2,
            replace("{\"tracker", "{\"x\":1,\"tracker")));
    all.add(companion("space", Check.COMPANION_BINDING, 2, replace("\"slates\":", "\"slates\": ")));
    all.add(companion("no JSON", Check.COMPANION_BINDING, 2, text -> ""));
    all.add(companion("challenge", Check.COMPANION_PROOFS, 2, challenge(0)));
    all.add(companion("response", Check.COMPANION_PROOFS, 2, response(5)));
    all.add(new Mutation("line missing", Check.COMPANION_BINDING, m -> m.companion.removeLast()));
    all.add(
        new Mutation(
            "line too many", Check.COMPANION_BINDING, m -> m.companion.add(m.companion.getLast())));
    all.add(
        new Mutation(
            "lines swapped", Check.COMPANION_BINDING, m -> Collections.swap(m.companion, 2, 3)));
    all.add(
        new Mutation(
            "another ballot's proofs",
            Check.COMPANION_PROOFS,
            m -> {
              String tracker = Mutant.tracker(m.ballot(1));
              String foreign = Mutant.tracker(m.ballot(2));
              m.companion.set(2, m.companion.get(3).replace(foreign, tracker));
            }));
    all.add(
        new Mutation(
            "approved and opposed", Check.COMPANION_PROOFS, m -> approveAndOppose(m, good)));
    return all;
  }

  /// The questions allow it, the slate does not: the companion's maker cannot prove it.
  private static void approveAndOppose(Mutant mutant, SmallElection good) {
    var made = good.maker.make(good.credentials.get(1), SmallElection.vote("100", "100", "010"));
    Companion forged = Companion.make(good.slates, good.maker, made);
    mutant
        .parts
        .all(Event.Type.BALLOT)
        .get(1)
        .documents
        .set(0, new String(made.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    mutant.companion.set(2, new JsonText().value(forged).toString());
  }

  private static void repeat(Mutant mutant, int ballot) {
    var ballots = mutant.parts.all(Event.Type.BALLOT);
    int end = mutant.parts.steps().indexOf(ballots.getLast());
    mutant.parts.steps().add(end + 1, ballots.get(ballot));
    mutant.companion.add(mutant.companion.get(ballot + 1));
  }

  private static void drop(Mutant mutant, int ballot) {
    mutant.parts.steps().remove(mutant.parts.all(Event.Type.BALLOT).get(ballot));
    mutant.companion.remove(ballot + 1);
  }

  private static Mutation form(String name, UnaryOperator<String> change) {
    return ballot(name, Check.BALLOT_FORM, change);
  }

  private static Mutation ballot(String name, Check expected, UnaryOperator<String> change) {
    return new Mutation("ballot: " + name, expected, m -> m.ballot(LAST_OF_VOTER_1, change));
  }

  private static Mutation resigned(String name, Check expected, UnaryOperator<String> change) {
    return new Mutation(
        "signed ballot: " + name, expected, m -> m.resigned(LAST_OF_VOTER_1, 1, change));
  }

  private static Mutation companion(
      String name, Check expected, int line, UnaryOperator<String> change) {
    return new Mutation(
        "companion: " + name,
        expected,
        m -> m.companion.set(line, change.apply(m.companion.get(line))));
  }
}
