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

/// Mischief on an election of a question about numbers (three answers) and one about lists (two and
/// one candidates).
///
/// The challenges of a ballot in order: numbers 0, marks 1–10, one list 11, lists 12–15, non-zero
/// 16, signature 17; the responses likewise, but for the pair of the non-zero proof. Ciphertexts:
/// numbers 0, lists 1–5.
final class OtherKindsMutations {
  private static final String GENERATOR = SmallElection.GROUP.generator().encoding();
  private static final String NEUTRAL = "0".repeat(63) + "1";

  private OtherKindsMutations() {}

  static List<Mutation> ballots() {
    List<Mutation> all = new ArrayList<>(forms());
    all.add(resigned("numbers' alpha", Check.NUMBER_PROOFS, alpha(0, GENERATOR)));
    all.add(resigned("numbers' beta", Check.NUMBER_PROOFS, beta(0, GENERATOR)));
    all.add(resigned("numbers' challenge", Check.NUMBER_PROOFS, challenge(0)));
    all.add(resigned("numbers' response", Check.NUMBER_PROOFS, response(0)));
    all.add(
        new Mutation(
            "another voter's numbers",
            Check.NUMBER_PROOFS,
            m -> {
              String numbers = "(\\{\"choices\":\\{.*?}},)\\{\"choices\":\\[";
              String others = first(numbers, m.ballot(0));
              m.resigned(1, 1, nth(numbers, 0, old -> others));
            }));
    Points.bad()
        .forEach(
            (name, text) -> {
              all.add(resigned("numbers " + name, Check.BALLOT_ELEMENTS, alpha(0, text)));
              all.add(resigned("numbers' beta " + name, Check.BALLOT_ELEMENTS, beta(0, text)));
              all.add(resigned("list " + name, Check.BALLOT_ELEMENTS, alpha(4, text)));
              all.add(resigned("commitment " + name, Check.NON_ZERO_PROOFS, commitment(text)));
            });
    for (int i = 1; i <= 10; i++) {
      all.add(resigned("mark's challenge " + i, Check.INDIVIDUAL_PROOFS, challenge(i)));
      all.add(resigned("mark's response " + i, Check.INDIVIDUAL_PROOFS, response(i)));
    }
    all.add(resigned("list's mark", Check.INDIVIDUAL_PROOFS, alpha(1, GENERATOR)));
    all.add(resigned("candidate's mark", Check.INDIVIDUAL_PROOFS, beta(5, GENERATOR)));
    all.add(resigned("one list's challenge", Check.OVERALL_PROOFS, challenge(11)));
    all.add(resigned("one list's response", Check.OVERALL_PROOFS, response(11)));
    for (int i = 12; i <= 15; i++) {
      all.add(resigned("list's challenge " + i, Check.LIST_PROOFS, challenge(i)));
      all.add(resigned("list's response " + i, Check.LIST_PROOFS, response(i)));
    }
    all.add(resigned("non-zero challenge", Check.NON_ZERO_PROOFS, challenge(16)));
    String pair = "\"response\":\\[\"(\\d+)\",\"(\\d+)\"";
    all.add(resigned("non-zero t1", Check.NON_ZERO_PROOFS, nth(pair, 0, Mutant::other)));
    String second = "\"response\":\\[\"\\d+\",\"(\\d+)\"";
    all.add(resigned("non-zero t2", Check.NON_ZERO_PROOFS, nth(second, 0, Mutant::other)));
    all.add(resigned("commitment", Check.NON_ZERO_PROOFS, commitment(GENERATOR)));
    all.add(resigned("commitment neutral", Check.NON_ZERO_PROOFS, commitment(NEUTRAL)));
    return all;
  }

  private static List<Mutation> forms() {
    String list = "(\\{\"alpha\"[^}]*})";
    String proof = "(\\{\"challenge\":\"\\d+\",\"response\":\"\\d+\"})";
    return List.of(
        form("numbers' proof missing", t -> t.replaceFirst(",\"proof\":" + proof, "")),
        form("numbers in a list", t -> t.replaceFirst("\"choices\":" + list, "\"choices\":[$1]")),
        form("lists regrouped", t -> t.replaceFirst(list + "],\\[", "$1,")),
        form("candidate too many", t -> t.replaceFirst("\\[\\[" + list, "[[$1,$1")),
        form(
            "list proof missing",
            t -> t.replaceFirst("\"list_proofs\":\\[\\[.*?],", "\"list_proofs\":[")),
        form(
            "one list's proof in a list",
            t -> t.replaceFirst("\"overall_proof\":" + proof, "\"overall_proof\":[$1]")),
        form("no commitment", t -> t.replaceFirst("\"commitment\":\"\\w+\",", "")),
        form("three responses", t -> t.replaceFirst("(\"response\":\\[)(\"\\d+\",)", "$1$2$2")),
        form("field added", replace("{\"commitment\"", "{\"x\":1,\"commitment\"")));
  }

  static List<Mutation> shuffles() {
    List<Mutation> all = new ArrayList<>();
    all.add(shuffle("alpha", Check.SHUFFLE_PROOFS, 0, alpha(0, GENERATOR)));
    all.add(shuffle("beta", Check.SHUFFLE_PROOFS, 0, beta(2, GENERATOR)));
    String list = "(\\{\"alpha\"[^}]*})";
    all.add(
        shuffle(
            "two answers swapped",
            Check.SHUFFLE_PROOFS,
            0,
            text -> text.replaceFirst(list + "," + list, "$2,$1")));
    all.add(
        shuffle("answer lost", Check.SHUFFLE_FORM, 0, text -> text.replaceFirst(list + ",", "")));
    for (int i = 0; i < 5 + 3 + 3 + 3; i++) {
      all.add(shuffle("element " + i, Check.SHUFFLE_PROOFS, 0, inProof("[0-9a-f]{64}", i)));
    }
    for (int i = 0; i < 4 + 3 + 3; i++) {
      all.add(shuffle("scalar " + i, Check.SHUFFLE_PROOFS, 0, inProof("\\d{70,}", i)));
    }
    String element = "\"proofs\":\\[\\[\\[\"(\\w{64})";
    Points.bad()
        .forEach(
            (name, text) ->
                all.add(shuffle(name, Check.SHUFFLE_FORM, 0, nth(element, 0, old -> text))));
    all.add(shuffle("field added", Check.SHUFFLE_FORM, 0, replace("{\"cip", "{\"x\":1,\"cip")));
    all.add(shuffle("owner 0", Check.SHUFFLE_FORM, 1, replace("\"owner\":1", "\"owner\":0")));
    all.add(shuffle("owner 9", Check.SHUFFLE_FORM, 1, replace("\"owner\":1", "\"owner\":9")));
    all.add(
        order(
            "first shuffle dropped",
            Check.SHUFFLE_PROOFS,
            (m, shuffles) -> m.parts.steps().remove(shuffles.getFirst())));
    all.add(order("no shuffle", Check.ORDER, (m, shuffles) -> m.parts.steps().removeAll(shuffles)));
    all.add(
        order(
            "no shuffle, nor an end of them",
            Check.ORDER,
            (m, shuffles) -> {
              m.parts.steps().removeAll(shuffles);
              m.parts.steps().remove(m.parts.only(Event.Type.END_SHUFFLES));
            }));
    all.add(
        order(
            "end of shuffles dropped",
            Check.ORDER,
            (m, shuffles) -> m.parts.steps().remove(m.parts.only(Event.Type.END_SHUFFLES))));
    all.add(
        order(
            "shuffles swapped",
            Check.SHUFFLE_PROOFS,
            (m, shuffles) -> {
              int first = m.parts.steps().indexOf(shuffles.getFirst());
              Collections.swap(m.parts.steps(), first, first + 1);
            }));
    all.add(
        order(
            "shuffle after their end",
            Check.ORDER,
            (m, shuffles) -> {
              int last = m.parts.steps().indexOf(shuffles.getLast());
              Collections.swap(m.parts.steps(), last, last + 1);
            }));
    return all;
  }

  static List<Mutation> results() {
    Event.Type tally = Event.Type.ENCRYPTED_TALLY;
    Event.Type decryption = Event.Type.PARTIAL_DECRYPTION;
    String list = "(\\{\"alpha\"[^}]*})";
    List<Mutation> all = new ArrayList<>();
    all.add(
        document(
            "tally, answers in another order",
            Check.TALLY_SUM,
            tally,
            text -> text.replaceFirst(list + "," + list, "$2,$1")));
    all.add(
        document(
            "tally, an answer replaced",
            Check.TALLY_SUM,
            tally,
            text -> text.replaceFirst(list + "," + list, "$1,$1")));
    all.add(
        document(
            "tally, lists regrouped",
            Check.TALLY_SUM,
            tally,
            text -> text.replaceFirst("}],\\[\\{", "},{")));
    String factor = "[\\[,]\"(\\w{64})\"";
    all.add(
        document(
            "factor of an answer",
            Check.DECRYPTION_PROOFS,
            decryption,
            nth(factor, 0, old -> GENERATOR)));
    all.add(
        document(
            "factor of a list",
            Check.DECRYPTION_PROOFS,
            decryption,
            nth(factor, 7, old -> GENERATOR)));
    all.add(document("answer's challenge", Check.DECRYPTION_PROOFS, decryption, challenge(2)));
    all.add(document("answer's response", Check.DECRYPTION_PROOFS, decryption, response(0)));
    String proof = "(\\{\"challenge\":\"\\d+\",\"response\":\"\\d+\"})";
    all.add(
        document(
            "answer not decrypted",
            Check.DECRYPTION_FORM,
            decryption,
            text -> text.replaceFirst("\"\\w{64}\",", "").replaceFirst(proof + ",", "")));
    all.add(
        document(
            "answer without proof",
            Check.DECRYPTION_FORM,
            decryption,
            text -> text.replaceFirst(proof + ",", "")));
    all.add(
        document(
            "factors regrouped",
            Check.DECRYPTION_FORM,
            decryption,
            text -> text.replaceFirst("(\"\\w{64}\")],\\[", "$1,")));
    all.add(result("number", Check.RESULT_NUMBERS, replace("[7,0,9]", "[7,0,8]")));
    all.add(result("numbers too many", Check.RESULT_SUMS, replace("[7,0,9]", "[7,0,9,0]")));
    all.add(result("number too large", Check.RESULT_SUMS, replace("[7,0,9]", "[7,256,9]")));
    all.add(
        result(
            "numbers in another order",
            Check.RESULT_NUMBERS,
            text -> text.replaceFirst("(\\[\\d+,\\d+,\\d+]),(\\[\\d+,\\d+,\\d+])", "$2,$1")));
    all.add(
        result(
            "row of numbers missing",
            Check.RESULT_NUMBERS,
            text -> text.replaceFirst(",\\[\\d+,\\d+,\\d+]", "")));
    all.add(result("sum of a list", Check.RESULT_SUMS, replace("[[2,2,1],", "[[1,2,1],")));
    all.add(result("sums regrouped", Check.RESULT_SUMS, replace("[[2,2,1],[", "[[2,2],[1,")));
    return all;
  }

  private static UnaryOperator<String> beta(int n, String text) {
    return nth("\"beta\":\"(\\w+)\"", n, old -> text);
  }

  private static UnaryOperator<String> commitment(String text) {
    return nth("\"commitment\":\"(\\w+)\"", 0, old -> text);
  }

  /// Replaces the n-th quoted number of the proofs of a shuffle.
  private static UnaryOperator<String> inProof(String pattern, int n) {
    return text -> {
      int at = text.indexOf("\"proofs\"");
      UnaryOperator<String> change =
          nth("\"(" + pattern + ")\"", n, old -> pattern.startsWith("\\d") ? "7" : GENERATOR);
      return text.substring(0, at) + change.apply(text.substring(at));
    };
  }

  private static String first(String pattern, String text) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("not found: " + pattern);
    }
    return matcher.group(1);
  }

  private static Mutation form(String name, UnaryOperator<String> change) {
    return resigned(name, Check.BALLOT_FORM, change);
  }

  private static Mutation resigned(String name, Check expected, UnaryOperator<String> change) {
    return new Mutation("ballot: " + name, expected, m -> m.resigned(1, 1, changed(change)));
  }

  private static Mutation shuffle(
      String name, Check expected, int index, UnaryOperator<String> change) {
    return new Mutation(
        "shuffle: " + name, expected, m -> m.document(Event.Type.SHUFFLE, index, changed(change)));
  }

  private interface Reordering {
    void apply(Mutant mutant, List<org.zhijia.ballot.archive.ArchiveSurgery.Step> shuffles);
  }

  private static Mutation order(String name, Check expected, Reordering reordering) {
    return new Mutation(
        "order: " + name, expected, m -> reordering.apply(m, m.parts.all(Event.Type.SHUFFLE)));
  }

  private static Mutation document(
      String name, Check expected, Event.Type type, UnaryOperator<String> change) {
    return new Mutation(name, expected, m -> m.document(type, 0, changed(change)));
  }

  private static Mutation result(String name, Check expected, UnaryOperator<String> change) {
    return document("result: " + name, expected, Event.Type.RESULT, change);
  }

  /// A change that must not leave the text as it was.
  private static UnaryOperator<String> changed(UnaryOperator<String> change) {
    return text -> {
      String after = change.apply(text);
      if (after.equals(text)) {
        throw new AssertionError("nothing was changed");
      }
      return after;
    };
  }
}
