package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhijia.ballot.audit.Admission;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.bench.fuzz.Forgeries.Forgery;

/// `./zhijia bench differential [MUTANTS [SEED]]`: our verdict over changed ballots beside that of
/// belenios-tool 3.0's `verify-ballot`. Ours must be the same, or stricter for a reason that
/// `docs/fuzzing.md` names; ends with 1 if it is not.
public final class Differential {
  private static final int DEFAULT_MUTANTS = 10_000;
  private static final int VOTERS = 3;
  private static final int BALLOTS_EACH = 3;

  private final Path directory;
  private final Path tool;
  private final Map<String, Tally> byChange = new TreeMap<>();
  private final Map<String, Tally> byKind = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int unexplained;

  private Differential(Path directory, Path tool) {
    this.directory = directory;
    this.tool = tool;
  }

  /// How many ballots both take, both refuse, only they take, only we take.
  private static final class Tally {
    int taken;
    int refused;
    int stricter;
    int laxer;

    void add(boolean ours, boolean theirs) {
      taken += ours && theirs ? 1 : 0;
      refused += !ours && !theirs ? 1 : 0;
      stricter += !ours && theirs ? 1 : 0;
      laxer += ours && !theirs ? 1 : 0;
    }

    String row(String name) {
      return String.format(
          "| %-48s | %6d | %6d | %6d | %6d | %5d |",
          name, taken + refused + stricter + laxer, taken, refused, stricter, laxer);
    }
  }

  /// An election whose ballots are changed.
  ///
  /// @param share of a hundred mutants
  private record Kind(
      String name, String group, List<Question.Homomorphic> questions, long weight, int share) {
    Vote vote(Random random) {
      List<List<Integer>> rows = new ArrayList<>();
      for (Question.Homomorphic question : questions) {
        List<Integer> row =
            new ArrayList<>(java.util.Collections.nCopies(question.ciphertexts(), 0));
        if (question.blank() && random.nextInt(3) == 0) {
          row.set(0, 1);
        } else {
          int first = question.blank() ? 1 : 0;
          int marks = question.min() + random.nextInt(question.max() - question.min() + 1);
          for (int i = 0; i < marks; i++) {
            row.set(first + i, 1);
          }
        }
        rows.add(row);
      }
      return new Vote(rows);
    }
  }

  /// @param arguments after the word `differential`
  public static void run(Path tool, String[] arguments) throws Exception {
    int mutants = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_MUTANTS;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    System.out.printf("%d mutants, seed %d%n", mutants, seed);
    Differential run = new Differential(Files.createTempDirectory("zhijia-differential"), tool);
    for (Kind kind : kinds()) {
      run.compare(kind, mutants * kind.share() / 100, new Random(seed + kind.name().hashCode()));
    }
    System.exit(run.tell() ? 0 : 1);
  }

  private static List<Kind> kinds() {
    List<String> two = List.of("赞成", "反对");
    List<String> three = List.of("甲", "乙", "丙");
    Question.Homomorphic blank = new Question.Homomorphic("决议", two, true, 1, 1);
    Question.Homomorphic none = new Question.Homomorphic("推选", three, false, 0, 2);
    Question.Homomorphic some = new Question.Homomorphic("推选", three, false, 1, 2);
    return List.of(
        new Kind("Ed25519, blank", "Ed25519", List.of(blank), 1, 22),
        new Kind("Ed25519, no blank, from 0", "Ed25519", List.of(none), 1, 22),
        new Kind("Ed25519, no blank, from 1", "Ed25519", List.of(some), 1, 14),
        new Kind("Ed25519, three questions", "Ed25519", List.of(blank, none, some), 1, 20),
        new Kind("Ed25519, weights", "Ed25519", List.of(blank), 99_999_999_999L, 12),
        new Kind("BELENIOS-2048, blank", "BELENIOS-2048", List.of(blank), 1, 5),
        new Kind("BELENIOS-2048, no blank", "BELENIOS-2048", List.of(none), 1, 5));
  }

  private void compare(Kind kind, int mutants, Random random) throws Exception {
    Group group = Group.named(kind.group()).orElseThrow();
    var shape =
        new SampleElection.Shape(group, List.copyOf(kind.questions()), Optional.empty(), false);
    SampleElection sample = SampleElection.of(shape, kind.weight(), random::nextBytes);
    Path own = Files.createDirectory(directory.resolve("kind" + byKind.size()));
    sample.setUp(own);
    Admission admission =
        Admission.of(sample.document, sample.trusteesDocument, sample.credentialsDocument);
    List<byte[]> ballots = new ArrayList<>();
    for (int i = 0; i < VOTERS * BALLOTS_EACH; i++) {
      ballots.add(sample.ballot(i % VOTERS, kind.vote(random)));
    }
    Forgeries forgeries = new Forgeries(sample, ballots, prime(kind.group()), random);
    for (int i = 0; i < mutants; i++) {
      compare(kind, admission, forgeries.next(), own);
    }
    System.out.println(byKind.getOrDefault(kind.name(), new Tally()).row(kind.name()));
  }

  /// p = g^−1 · … is told nowhere by a group; p − 1 is the element of order two, if there is one.
  private static BigInteger prime(String group) {
    return group.equals("Ed25519") ? Forgeries.curvePrime() : BELENIOS_P;
  }

  private static final BigInteger BELENIOS_P =
      new BigInteger(
          """
          20694785691422546401013643657505008064922989295751104097100884787057374219242\
          71740192223725449768433812906663313807895840496005438963628979639303877390572\
          28036059737494276713767776188985898727358650490811670993105358677809800307904\
          91654063777173764198678527273474476341835600035698305193144284561701911000786\
          73730733356412397173289791324047457883446826065232797464795113767265869358218\
          00463179220736688600526271863633860887968821207694323661494910029234443463732\
          22145884100586421050242120365433561201320481118852408731077014151666200162313\
          17716937218924807850771182784231749807327659882882516918310312568016207288071\
          9""");

  private void compare(Kind kind, Admission admission, Forgery forgery, Path own)
      throws IOException, InterruptedException {
    var answer = admission.check(forgery.ballot(), Optional.empty());
    boolean ours = answer instanceof Admission.Answer.Admitted;
    boolean theirs = theirs(own, forgery.ballot());
    byKind.computeIfAbsent(kind.name(), _ -> new Tally()).add(ours, theirs);
    byChange.computeIfAbsent(forgery.how(), _ -> new Tally()).add(ours, theirs);
    if (ours != theirs) {
      Optional<String> reason = ours ? Optional.empty() : reason(forgery.ballot());
      reasons.merge(reason.orElse("none"), 1, Integer::sum);
      if (reason.isEmpty()) {
        unexplained++;
        Path file = Path.of("unexplained-" + unexplained + ".json");
        Files.write(file, forgery.ballot());
        System.out.printf("UNEXPLAINED %s (%s, %s): ours %s%n", file, kind, forgery.how(), answer);
      }
    }
  }

  private boolean theirs(Path own, byte[] ballot) throws IOException, InterruptedException {
    Path file = own.resolve("ballot.json");
    Files.write(file, ballot);
    ProcessBuilder builder =
        new ProcessBuilder(
            tool.toString(), "election", "verify-ballot", "--ballot=ballot.json", "--dir=.");
    builder.environment().put("BELENIOS_USE_URANDOM", "1");
    builder.directory(own.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start().waitFor() == 0;
  }

  /// The fields of a ballot, every object's in the order that is canonical.
  private static final List<String> FIELDS =
      List.of(
          "election_uuid",
          "election_hash",
          "credential",
          "answers",
          "choices",
          "alpha",
          "beta",
          "individual_proofs",
          "overall_proof",
          "blank_proof",
          "challenge",
          "response",
          "signature",
          "hash",
          "proof");
  private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\":");
  private static final Pattern CAPITALS = Pattern.compile("\"[0-9A-F]{64}\"");
  private static final Pattern LEADING_ZERO = Pattern.compile("\"0[0-9]+\"");
  private static final Pattern POINT = Pattern.compile("\"([0-9a-f]{64})\"");

  /// Why we may refuse what they take, judged by the ballot alone.
  private static Optional<String> reason(byte[] ballot) {
    String text = new String(ballot, StandardCharsets.UTF_8);
    if (!text.strip().equals(text)) {
      return Optional.of("blanks around the ballot");
    }
    boolean beyond =
        POINT
            .matcher(text)
            .results()
            .map(found -> new BigInteger(found.group(1), 16))
            .anyMatch(Differential::isNotCanonical);
    if (beyond) {
      return Optional.of("a point in an encoding that is not canonical");
    }
    if (CAPITALS.matcher(text).find()) {
      return Optional.of("a point in capital digits");
    }
    boolean unknown =
        FIELD.matcher(text).results().anyMatch(found -> !FIELDS.contains(found.group(1)));
    if (unknown) {
      return Optional.of("a field that the format does not know");
    }
    if (LEADING_ZERO.matcher(text).find()) {
      return Optional.of("a leading zero");
    }
    return isInOrder(ballot) ? Optional.empty() : Optional.of("fields in another order");
  }

  private static boolean isInOrder(byte[] ballot) {
    List<Json> all = new ArrayList<>();
    try {
      Json.of(JsonNode.parse(ballot).plain()).collect(all);
    } catch (Malformed notJson) {
      return true;
    }
    for (Json json : all) {
      List<Integer> places = json.names.stream().map(FIELDS::indexOf).toList();
      if (json.kind == Json.Kind.OBJECT && !places.equals(places.stream().sorted().toList())) {
        return false;
      }
    }
    return true;
  }

  /// y of p or more, or x = 0 (y is 1 or −1) with a sign.
  private static boolean isNotCanonical(BigInteger encoded) {
    BigInteger p = Forgeries.curvePrime();
    BigInteger y = encoded.clearBit(255);
    boolean onAxis = y.equals(BigInteger.ONE) || y.equals(p.subtract(BigInteger.ONE));
    return y.compareTo(p) >= 0 || (onAxis && encoded.testBit(255));
  }

  /// Prints the tables; whether every difference is explained.
  private boolean tell() {
    String head = "| %-48s | ballots | both take | both refuse | only they | only we |%n";
    System.out.printf(head, "change");
    byChange.forEach((change, tally) -> System.out.println(tally.row(change)));
    System.out.printf(head, "election");
    byKind.forEach((kind, tally) -> System.out.println(tally.row(kind)));
    System.out.println("reasons of differences: " + reasons);
    return unexplained == 0;
  }
}
