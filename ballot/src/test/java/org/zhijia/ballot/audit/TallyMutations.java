package org.zhijia.ballot.audit;

import static org.zhijia.ballot.audit.Mutant.challenge;
import static org.zhijia.ballot.audit.Mutant.nth;
import static org.zhijia.ballot.audit.Mutant.replace;
import static org.zhijia.ballot.audit.Mutant.response;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.zhijia.ballot.audit.MutationTest.Mutation;
import org.zhijia.ballot.belenios.v1.Event;

/// Mischief on the tally, the partial decryptions and the result.
final class TallyMutations {
  private TallyMutations() {}

  static List<Mutation> all(SmallElection good) {
    String generator = SmallElection.GROUP.generator().encoding();
    List<Mutation> all = new ArrayList<>();
    all.add(
        tally("number", Check.TALLY_SIZE, 1, replace("\"num_tallied\":3", "\"num_tallied\":4")));
    all.add(
        tally("weight", Check.TALLY_SIZE, 1, replace("\"total_weight\":3", "\"total_weight\":2")));
    all.add(tally("field added", Check.TALLY_SIZE, 1, replace("{\"num", "{\"x\":1,\"num")));
    all.add(tally("alpha", Check.TALLY_SUM, 0, Mutant.alpha(0, generator)));
    all.add(tally("beta", Check.TALLY_SUM, 0, nth("\"beta\":\"(\\w+)\"", 8, old -> generator)));
    all.add(
        tally(
            "row missing",
            Check.TALLY_SUM,
            0,
            text -> "[" + text.substring(text.indexOf("],[") + 2)));
    all.add(tally("space", Check.TALLY_SUM, 0, replace("],[", "], [")));

    String factor = "[\\[,]\"(\\w{64})\"";
    all.add(decryption("factor", Check.DECRYPTION_PROOFS, 0, nth(factor, 0, old -> generator)));
    all.add(
        decryption("last factor", Check.DECRYPTION_PROOFS, 0, nth(factor, 8, old -> generator)));
    all.add(decryption("challenge", Check.DECRYPTION_PROOFS, 0, challenge(0)));
    all.add(decryption("response", Check.DECRYPTION_PROOFS, 0, response(8)));
    all.add(decryption("owner", Check.DECRYPTION_PROOFS, 1, replace("\"owner\":1", "\"owner\":3")));
    all.add(
        decryption("no owner", Check.DECRYPTION_FORM, 1, replace("\"owner\":1", "\"owner\":9")));
    all.add(decryption("owner 0", Check.DECRYPTION_FORM, 1, replace("\"owner\":1", "\"owner\":0")));
    all.add(
        decryption(
            "factor too few",
            Check.DECRYPTION_FORM,
            0,
            text -> text.replaceFirst("\"\\w{64}\",", "")));
    Points.bad()
        .forEach(
            (name, text) ->
                all.add(
                    decryption(
                        "factor " + name, Check.DECRYPTION_FORM, 0, nth(factor, 4, old -> text))));
    all.add(
        new Mutation(
            "decryption: the same trustee twice",
            Check.DECRYPTION_FORM,
            m -> {
              var parts = m.parts.all(Event.Type.PARTIAL_DECRYPTION);
              m.parts.steps().add(m.parts.steps().indexOf(parts.getLast()), parts.getFirst());
            }));
    all.add(
        new Mutation(
            "decryption: one too few",
            Check.DECRYPTION_QUORUM,
            m -> m.parts.steps().remove(m.parts.all(Event.Type.PARTIAL_DECRYPTION).getLast())));

    all.add(
        result("a sum one more", Check.RESULT_SUMS, nth("\\[(\\d)", 0, TallyMutations::plusOne)));
    all.add(result("a sum beyond the ballots", Check.RESULT_BOUNDS, nth("\\[(\\d)", 0, o -> "4")));
    all.add(result("row too short", Check.RESULT_SUMS, nth("\\[(\\d,)", 0, old -> "")));
    all.add(result("row missing", Check.RESULT_SUMS, nth("(,\\[[^]]*])", 0, old -> "")));
    all.add(result("negative", Check.RESULT_SUMS, nth("\\[(\\d)", 0, old -> "-1")));
    all.add(
        result("field added", Check.RESULT_SUMS, replace("{\"result\"", "{\"x\":1,\"result\"")));
    return all;
  }

  private static String plusOne(String digit) {
    return String.valueOf((Integer.parseInt(digit) + 1) % 3);
  }

  private static Mutation tally(
      String name, Check expected, int document, UnaryOperator<String> change) {
    return new Mutation(
        "tally: " + name, expected, m -> m.document(Event.Type.ENCRYPTED_TALLY, document, change));
  }

  private static Mutation decryption(
      String name, Check expected, int document, UnaryOperator<String> change) {
    return new Mutation(
        "decryption: " + name,
        expected,
        m -> m.document(Event.Type.PARTIAL_DECRYPTION, document, change));
  }

  private static Mutation result(String name, Check expected, UnaryOperator<String> change) {
    return new Mutation("result: " + name, expected, m -> m.document(Event.Type.RESULT, 0, change));
  }
}
