package org.zhijia.bench.fuzz;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// Ballots changed as a voter could change their own: mostly signed anew, so that not the signature
/// finds the change.
final class Forgeries {
  private static final BigInteger P25519 = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  private final SampleElection sample;
  private final BallotSigner signer;
  private final List<byte[]> ballots;
  private final Random random;
  private final JsonMutations json;
  private final BigInteger q;
  private final BigInteger p;

  /// @param ballots valid ones, several of each voter
  /// @param p the field's prime; of Ed25519 that of its coordinates
  Forgeries(SampleElection sample, List<byte[]> ballots, BigInteger p, Random random) {
    this.sample = sample;
    this.signer = new BallotSigner(sample);
    this.ballots = ballots;
    this.random = random;
    this.json = new JsonMutations(random);
    this.q = new BigInteger(sample.group.scalar(-1).decimal()).add(BigInteger.ONE);
    this.p = p;
  }

  /// A changed ballot and how it was changed.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Forgery(String how, byte[] ballot) {}

  Forgery next() throws Malformed {
    byte[] one = ballots.get(random.nextInt(ballots.size()));
    boolean signed = random.nextInt(10) < 7;
    int kind = random.nextInt(100);
    if (kind < 4) {
      return new Forgery("none", one);
    }
    if (kind < 24) {
      return forged("any value", json.change(one), signed);
    }
    if (kind < 34) {
      return new Forgery("spelling", spelling(one));
    }
    Json tree = Json.of(JsonNode.parse(one).plain());
    if (kind < 54) {
      return forged(structure(tree), bytes(tree), signed);
    }
    return forged(atom(tree), bytes(tree), signed);
  }

  private Forgery forged(String how, byte[] ballot, boolean signed) {
    return signed
        ? new Forgery(how + ", signed anew", signer.signedAnew(ballot, sample.randomness))
        : new Forgery(how, ballot);
  }

  private static byte[] bytes(Json tree) {
    return tree.written().getBytes(StandardCharsets.UTF_8);
  }

  /// The same ballot in other bytes.
  private byte[] spelling(byte[] ballot) {
    String text = new String(ballot, StandardCharsets.UTF_8);
    int at = text.indexOf(random.nextBoolean() ? ',' : ':', random.nextInt(text.length() / 2));
    String changed =
        switch (random.nextInt(6)) {
          case 0 -> text + "\n";
          case 1 -> text + " ";
          case 2 -> " " + text;
          case 3 -> text.substring(0, at + 1) + " " + text.substring(at + 1);
          case 4 -> text.replaceFirst("\"credential\"", "\"\\\\u0063redential\"");
          default -> text.substring(0, text.length() - 1) + ",\"extra\":1}";
        };
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  /// Lists longer, shorter or in another order; answers of another ballot.
  private String structure(Json tree) throws Malformed {
    List<Json> all = new ArrayList<>();
    tree.collect(all);
    List<Json> lists =
        all.stream().filter(node -> node.kind == Json.Kind.LIST && !node.items.isEmpty()).toList();
    Json list = lists.get(random.nextInt(lists.size()));
    int at = random.nextInt(list.items.size());
    switch (random.nextInt(5)) {
      case 0 -> list.remove(at);
      case 1 -> list.add(at, "", list.items.get(at).copy());
      case 2 -> list.swap(at, random.nextInt(list.items.size()));
      case 3 -> {
        Json other = Json.of(JsonNode.parse(ballots.get(random.nextInt(ballots.size()))).plain());
        named(tree, "answers").become(named(other, "answers"));
        return "answers of another ballot";
      }
      default -> {
        List<Json> wide = all.stream().filter(json -> json.items.size() > 1).toList();
        Json node = wide.get(random.nextInt(wide.size()));
        node.swap(0, 1);
        return "order of fields";
      }
    }
    return "structure";
  }

  private static Json named(Json tree, String name) {
    return tree.items.get(tree.names.indexOf(name));
  }

  /// What stands in place of a number, and how that is called.
  private record Change(String letters, String how) {}

  /// A number or an element replaced.
  private String atom(Json tree) throws Malformed {
    List<Json> atoms = atoms(tree);
    int at = random.nextInt(atoms.size());
    Json atom = atoms.get(at);
    Json other = Json.of(JsonNode.parse(ballots.get(random.nextInt(ballots.size()))).plain());
    String same = atoms.get(random.nextInt(atoms.size())).letters;
    Change change =
        switch (random.nextInt(8)) {
          case 0 -> new Change(same, "number of the same ballot");
          case 1 -> new Change(atoms(other).get(at).letters, "number of another ballot");
          case 2 -> new Change("0" + atom.letters, "leading zero");
          case 3 -> new Change(atom.letters.toUpperCase(Locale.ROOT), "capital digits");
          case 4 -> new Change(Interesting.text(random), "number at a bound");
          default -> isScalar(tree, atom) ? scalar(atom.letters) : element(atom.letters);
        };
    atom.letters = change.letters();
    return change.how();
  }

  private Change scalar(String letters) {
    BigInteger number = new BigInteger(letters);
    return switch (random.nextInt(3)) {
      case 0 -> new Change(number.add(q).toString(), "number above the order");
      case 1 -> new Change(q.subtract(number).mod(q).toString(), "number negated");
      default -> new Change(number.add(BigInteger.ONE).mod(q).toString(), "number plus one");
    };
  }

  private Change element(String letters) {
    return switch (random.nextInt(3)) {
      case 0 -> new Change(beyond(letters), "element beyond the field");
      case 1 -> new Change(outside(letters), "element times one of order two");
      default -> new Change(sample.group.neutral().encoding(), "neutral element");
    };
  }

  /// The numbers and elements of a ballot, in order.
  private static List<Json> atoms(Json tree) {
    List<Json> all = new ArrayList<>();
    named(tree, "answers").collect(all);
    named(tree, "signature").collect(all);
    return all.stream()
        .filter(json -> json.kind == Json.Kind.TEXT && json.letters.matches("[0-9a-f]{20,}"))
        .toList();
  }

  private static boolean isScalar(Json tree, Json atom) {
    List<Json> all = new ArrayList<>();
    tree.collect(all);
    return all.stream()
        .filter(json -> json.names.contains("challenge"))
        .anyMatch(proof -> proof.items.contains(atom));
  }

  /// The same element mod p, written as a number of p or more; on the curve that has room for few
  /// points only, so it is the neutral one.
  private String beyond(String element) {
    return isCurve() ? hex(P25519.add(BigInteger.ONE)) : new BigInteger(element).add(p).toString();
  }

  /// The element times the one of order two: −x in a field, (−x, −y) on the curve.
  private String outside(String element) {
    if (!isCurve()) {
      return p.subtract(new BigInteger(element)).toString();
    }
    BigInteger encoded = new BigInteger(element, 16);
    BigInteger y = encoded.clearBit(255);
    BigInteger negated = P25519.subtract(y);
    return hex(encoded.testBit(255) ? negated : negated.setBit(255));
  }

  private boolean isCurve() {
    return p.equals(P25519);
  }

  static BigInteger curvePrime() {
    return P25519;
  }

  private static String hex(BigInteger number) {
    return String.format("%064x", number);
  }
}
