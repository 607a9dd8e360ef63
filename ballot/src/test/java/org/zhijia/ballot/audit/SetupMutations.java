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

/// Mischief on the set-up: election, trustees, credentials.
final class SetupMutations {
  private SetupMutations() {}

  static List<Mutation> all(SmallElection good) {
    List<Mutation> all = new ArrayList<>();
    String key = good.election.publicKey().encoding();
    String other = SmallElection.GROUP.generator().encoding();
    all.add(election("version", replace("\"version\":1", "\"version\":2")));
    all.add(election("group", replace("Ed25519", "Ed448")));
    all.add(election("id", replace(good.election.uuid(), "0OIl0OIl0OIl0O")));
    all.add(election("key not in the group", replace(key, "2".repeat(64))));
    all.add(election("min above max", replace("\"min\":0,\"max\":2", "\"min\":3,\"max\":2")));
    all.add(election("max above answers", replace("\"max\":2", "\"max\":9")));
    all.add(election("no questions", text -> text.replaceFirst("\\[\\{.*}]", "[]")));
    all.add(election("list question", replace("{\"answers\"", "{\"type\":\"Lists\",\"answers\"")));
    all.add(election("slate over no question", replace("against=2", "against=9")));
    all.add(election("slate over a resolution", replace("against=2", "against=3")));
    all.add(election("slate of version 3", replace("zhijia-slate/1", "zhijia-slate/3")));
    String writeIn = "zhijia-slate/2 approve=1 against=2 write-in=3 people=丁";
    all.add(
        election(
            "write-in over no such question",
            replace("zhijia-slate/1 approve=1 against=2", writeIn)));
    String named = "zhijia-credentials/1 sha256=";
    all.add(election("credentials named twice", nth("\\\\n" + named + "\\w{64}", 0, l -> l + l)));
    all.add(election("credentials of version 2", replace(named, "zhijia-credentials/2 sha256=")));
    all.add(
        election("credentials named too long", nth(named + "(\\w{64})", 0, hash -> hash + "0")));
    all.add(election("field twice", replace("{\"version\":1", "{\"version\":1,\"version\":1")));
    all.add(election("null", replace("\"administrator\":\"示例区总工会\"", "\"administrator\":null")));
    all.add(election("no JSON", text -> text.substring(1)));
    all.add(election("trailing text", text -> text + "{}"));
    all.add(
        new Mutation("another key", Check.ELECTION_KEY, m -> change(m, 0, replace(key, other))));
    all.addAll(trustees());
    all.addAll(credentials());
    return all;
  }

  private static Mutation election(String name, UnaryOperator<String> change) {
    return new Mutation("election: " + name, Check.ELECTION, mutant -> change(mutant, 0, change));
  }

  /// The challenges of the trustees' document in order: the mandatory trustee's proof (0), three
  /// certificates (1–3), three coefficients (4–6), three signatures (7–9), then for each share its
  /// proof and its signature (10–15).
  private static List<Mutation> trustees() {
    List<Mutation> all = new ArrayList<>();
    all.add(trustees("proof's challenge", Check.TRUSTEE_KEYS, challenge(0)));
    all.add(trustees("proof's response", Check.TRUSTEE_KEYS, response(0)));
    String[] names = {"certificate", "coefficients", "signature", "share's proof"};
    int[] places = {1, 4, 7, 10};
    for (int i = 0; i < names.length; i++) {
      all.add(trustees(names[i] + ", challenge", Check.THRESHOLD_KEYS, challenge(places[i])));
      all.add(trustees(names[i] + ", response", Check.THRESHOLD_KEYS, response(places[i])));
    }
    all.add(trustees("share's signature", Check.THRESHOLD_KEYS, challenge(11)));
    all.add(
        trustees(
            "share's signature missing",
            Check.THRESHOLD_KEYS,
            nth("(,\"signature\":\\{[^}]*})}]}]]$", 0, old -> "")));
    all.add(
        trustees("threshold", Check.TRUSTEE_KEYS, replace("\"threshold\":2,", "\"threshold\":9,")));
    all.add(
        trustees(
            "certificate's place",
            Check.THRESHOLD_KEYS,
            replace("\\\"index\\\":1", "\\\"index\\\":2")));
    all.add(
        trustees(
            "certificate's size",
            Check.THRESHOLD_KEYS,
            replace("\\\"size\\\":3", "\\\"size\\\":4")));
    String generator = SmallElection.GROUP.generator().encoding();
    String anyKey = "\"public_key\":\"(\\w{64})\"";
    all.add(trustees("mandatory key", Check.TRUSTEE_KEYS, nth(anyKey, 0, old -> generator)));
    all.add(trustees("share's key", Check.THRESHOLD_KEYS, nth(anyKey, 1, old -> generator)));
    all.add(
        trustees(
            "coefficient",
            Check.THRESHOLD_KEYS,
            nth("coefexps\\\\\":\\[\\\\\"(\\w{64})", 0, old -> generator)));
    all.add(trustees("a kind unknown", Check.TRUSTEE_KEYS, replace("Pedersen", "Petersen")));
    all.add(trustees("none", Check.TRUSTEE_KEYS, text -> "[]"));
    all.add(
        trustees(
            "mandatory trustee dropped",
            Check.ELECTION_KEY,
            text -> "[" + text.substring(text.indexOf("[\"Pedersen\""))));
    Points.bad()
        .forEach(
            (name, text) ->
                all.add(trustees("key " + name, Check.TRUSTEE_KEYS, nth(anyKey, 0, old -> text))));
    return all;
  }

  private static List<Mutation> credentials() {
    List<Mutation> all = new ArrayList<>();
    UnaryOperator<String> twice =
        text -> text.replaceFirst("\"(\\w{64})\",\"(\\w{64})\"", "\"$1\",\"$1\"");
    all.add(credentials("one twice", twice));
    all.add(credentials("weight 0", nth("(\\w{64})", 0, key -> key + ",0")));
    all.add(credentials("weight with sign", nth("(\\w{64})", 0, key -> key + ",-1")));
    all.add(credentials("weight too large", nth("(\\w{64})", 0, key -> key + ",999999999999")));
    all.add(credentials("space", replace(",", ", ")));
    all.add(credentials("not closed", replace("]", "")));
    String other = SmallElection.GROUP.generator().encoding();
    all.add(undeclared("one more", replace("]", ",\"" + other + "\"]")));
    all.add(undeclared("one less", nth("(\"\\w{64}\",)", 0, old -> "")));
    all.add(undeclared("one exchanged", nth("(\\w{64})", 0, old -> other)));
    all.add(undeclared("weight 2", nth("(\\w{64})", 0, key -> key + ",2")));
    Points.bad()
        .forEach((name, text) -> all.add(credentials(name, nth("(\\w{64})", 1, old -> text))));
    return all;
  }

  private static Mutation trustees(String name, Check expected, UnaryOperator<String> change) {
    return new Mutation("trustees: " + name, expected, mutant -> change(mutant, 1, change));
  }

  private static Mutation credentials(String name, UnaryOperator<String> change) {
    return new Mutation(
        "credentials: " + name, Check.CREDENTIALS, mutant -> change(mutant, 2, change));
  }

  private static Mutation undeclared(String name, UnaryOperator<String> change) {
    return new Mutation(
        "credentials: " + name, Check.DECLARED_CREDENTIALS, mutant -> change(mutant, 2, change));
  }

  private static void change(Mutant mutant, int document, UnaryOperator<String> change) {
    mutant.document(Event.Type.SETUP, document, change);
  }
}
