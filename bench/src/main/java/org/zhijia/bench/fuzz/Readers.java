package org.zhijia.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.SetupData;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.shuffle.ShuffleChecks;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.trustee.TrusteeSeed;
import org.zhijia.bench.fuzz.Mutations.Kind;

/// Readers of single documents. Each accepted document is written again: the same bytes where one
/// form is promised, else bytes that are read again and stay what they are.
final class Readers {
  private static final String ACCEPTED = "accepted";

  private Readers() {}

  static List<Target> of(List<SampleElection> samples) {
    List<Target> targets = new ArrayList<>();
    List<byte[]> all = new ArrayList<>();
    for (SampleElection sample : samples) {
      all.addAll(List.of(sample.document, sample.trusteesDocument, sample.ballots.getFirst()));
      targets.addAll(ofElection(sample));
    }
    targets.add(new Target("json", Kind.JSON, all, Readers::json));
    targets.add(
        new Target(
            "election",
            Kind.JSON,
            samples.stream().map(sample -> sample.document).toList(),
            Readers::election));
    targets.add(new Target("event", Kind.JSON, events(samples.getFirst()), Readers::event));
    targets.add(new Target("setup-data", Kind.JSON, setups(samples), Readers::setupData));
    targets.add(new Target("credential", Kind.TEXT, credentials(), Readers::credential));
    return targets;
  }

  private static List<Target> ofElection(SampleElection sample) {
    Group group = sample.group;
    List<Question> questions = sample.election.questions();
    String of = "-" + sample.label();
    TarRecords records = TarRecords.of(sample.archive);
    List<Target> targets = new ArrayList<>(numbers(sample, of));
    targets.add(
        new Target(
            "trustees" + of,
            Kind.JSON,
            List.of(sample.trusteesDocument),
            input -> trustees(group, input)));
    targets.add(
        new Target(
            "ballot" + of, Kind.JSON, sample.ballots, input -> ballot(group, questions, input)));
    targets.add(
        new Target(
            "tally" + of,
            Kind.JSON,
            List.of(sample.tally),
            input -> canonical(input, EncryptedTally.read(group, questions, input).bytes())));
    targets.add(
        new Target(
            "decryption" + of,
            Kind.JSON,
            List.of(sample.decryption),
            input -> decryption(sample, input)));
    targets.add(
        new Target("result" + of, Kind.JSON, List.of(sample.result), in -> result(questions, in)));
    targets.add(new Target("small-documents" + of, Kind.JSON, small(records), Readers::small));
    targets.add(new Target("vote" + of, Kind.JSON, votes(), input -> vote(questions, input)));
    targets.addAll(particular(sample, of));
    return targets;
  }

  /// What only some elections have.
  private static List<Target> particular(SampleElection sample, String of) {
    List<Target> targets = new ArrayList<>();
    if (!sample.before.isEmpty()) {
      List<byte[]> shuffles = List.of(sample.shuffle);
      targets.add(new Target("shuffle" + of, Kind.JSON, shuffles, in -> shuffle(sample, in)));
    }
    if (!sample.slates.isEmpty()) {
      targets.add(
          new Target(
              "companion" + of, Kind.JSON, sample.companions, input -> companion(sample, input)));
    }
    return targets;
  }

  private static List<Target> numbers(SampleElection sample, String of) {
    Group group = sample.group;
    List<byte[]> scalars =
        texts(
            "0", "1", group.randomScalar(sample.randomness).decimal(), group.scalar(-1).decimal());
    List<byte[]> elements =
        texts(
            group.generator().encoding(),
            group.neutral().encoding(),
            sample.election.publicKey().encoding());
    return List.of(
        new Target("scalar" + of, Kind.TEXT, scalars, input -> scalar(group, input)),
        new Target("element" + of, Kind.TEXT, elements, input -> element(group, input)));
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
  }

  private static List<byte[]> votes() {
    return texts(
        "[[0,1,0],[1,0]]",
        "[[1,0],[0,1]]",
        "[[1,0,0]]",
        "[[0,1]]",
        "[[0,1,0],[7,255]]",
        "[[[1,0,1],[0,0,0]]]");
  }

  private static List<byte[]> credentials() {
    return texts(
        "11111-111111-11111-111111", "11111-111111-11111-111111-v", "1111111111111111111111");
  }

  private static List<byte[]> events(SampleElection sample) {
    TarRecords records = TarRecords.of(sample.archive);
    return records.parts().stream()
        .filter(TarRecords.Part::isEvent)
        .map(part -> Interesting.bytes(part.content()))
        .toList();
  }

  private static List<byte[]> setups(List<SampleElection> samples) {
    return samples.stream()
        .map(sample -> TarRecords.of(sample.archive))
        .map(records -> records.content(records.setUpEvent() - 1))
        .toList();
  }

  private static List<byte[]> small(TarRecords records) {
    return records.parts().stream()
        .filter(part -> part.content().matches("\\{\"(num_tallied|owner)\".*"))
        .map(part -> Interesting.bytes(part.content()))
        .toList();
  }

  // --- what is tried out -----------------------------------------------------------------------

  private static String json(byte[] input) throws Malformed {
    JsonNode.parse(input, JsonLimits.HANDED_IN).plain();
    JsonNode read = JsonNode.parse(input, JsonLimits.SETUP);
    canonical(input, new String(input, UTF_8).getBytes(UTF_8));
    String written = Json.of(read.plain()).written();
    canonical(written.getBytes(UTF_8), written(JsonNode.parse(written.getBytes(UTF_8))));
    return ACCEPTED;
  }

  private static byte[] written(JsonNode node) {
    return Json.of(node.plain()).written().getBytes(UTF_8);
  }

  /// Unknown fields may stand in an election, so it need not be written as it was read; what is
  /// written stays what it is.
  private static String election(byte[] input) throws Malformed {
    Election read = Election.read(input);
    byte[] written = JsonText.bytesOf(read);
    stable(written, JsonText.bytesOf(Election.read(written)));
    int slates = UnionSlate.of(read).size();
    return ACCEPTED + " with slates " + slates + " in " + read.group().name();
  }

  private static String trustees(Group group, byte[] input) throws Malformed {
    Trustees read = Trustees.read(group, input);
    byte[] written = JsonText.bytesOf(read);
    stable(written, JsonText.bytesOf(Trustees.read(group, written)));
    read.electionKey(group);
    for (Trustees.Item item : read.items()) {
      if (item instanceof Trustees.Threshold threshold) {
        List<String> faults = threshold.parameters().faults(group);
        if (!faults.isEmpty()) {
          return faults.getFirst();
        }
      } else if (!item.keys().getFirst().pokHolds(group)) {
        return "no knowledge";
      }
    }
    return ACCEPTED;
  }

  private static String ballot(Group group, List<Question> questions, byte[] input)
      throws Malformed {
    Ballot read = Ballot.read(group, questions, input);
    Ballot.hashToSign(input);
    return canonical(input, read.bytes());
  }

  private static String companion(SampleElection sample, byte[] input) throws Malformed {
    return canonical(
        input,
        JsonText.bytesOf(Companion.read(sample.group, sample.election, sample.slates, input)));
  }

  private static String decryption(SampleElection sample, byte[] input) throws Malformed {
    List<Question> questions = sample.election.questions();
    var read = PartialDecryption.read(sample.group, questions, input);
    byte[] written = JsonText.bytesOf(read);
    stable(written, JsonText.bytesOf(PartialDecryption.read(sample.group, questions, written)));
    var tally = sample.toOpen.orElseThrow();
    if (!read.fits(tally)) {
      return ACCEPTED + " of another length";
    }
    String fingerprint = Election.fingerprint(sample.document);
    var place = read.firstFailure(sample.group, fingerprint, sample.election.publicKey(), tally);
    return ACCEPTED + (place.isPresent() ? " not proven" : "");
  }

  private static String shuffle(SampleElection sample, byte[] input) throws Malformed {
    Shuffle read = Shuffle.read(sample.group, sample.before, input);
    byte[] written = JsonText.bytesOf(read);
    Shuffle again = Shuffle.read(sample.group, sample.before, written);
    stable(written, JsonText.bytesOf(again));
    String fingerprint = Election.fingerprint(sample.document);
    var failure = new ShuffleChecks(sample.election, fingerprint).firstFailure(sample.before, read);
    return ACCEPTED + (failure.isPresent() ? " not proven" : "");
  }

  private static String result(List<Question> questions, byte[] input) throws Malformed {
    byte[] written = JsonText.bytesOf(Result.read(questions, input));
    stable(written, JsonText.bytesOf(Result.read(questions, written)));
    return ACCEPTED;
  }

  /// The tally's size and whose a partial decryption is.
  private static String small(byte[] input) throws Malformed {
    try {
      byte[] owned = JsonText.bytesOf(PartialDecryption.Owned.read(input));
      stable(owned, JsonText.bytesOf(PartialDecryption.Owned.read(owned)));
      return ACCEPTED + " as owned";
    } catch (Malformed notOwned) {
      byte[] sized = JsonText.bytesOf(EncryptedTally.Sized.read(input));
      stable(sized, JsonText.bytesOf(EncryptedTally.Sized.read(sized)));
      return ACCEPTED + " as sized";
    }
  }

  private static String event(byte[] input) throws Malformed {
    return canonical(input, Event.read(input).bytes());
  }

  private static String setupData(byte[] input) throws Malformed {
    return SetupData.read(input).certificate().isPresent() ? ACCEPTED + " certified" : ACCEPTED;
  }

  private static String vote(List<Question> questions, byte[] input) throws Malformed {
    Vote vote = Vote.read(input, questions);
    return ACCEPTED + vote.breaches(questions);
  }

  private static String credential(byte[] input) throws Malformed {
    String typed = new String(input, UTF_8);
    Optional<Credential> read = Credential.parse(typed);
    Optional<TrusteeSeed> seed = TrusteeSeed.parse(org.zhijia.ballot.group.Ed25519.group(), typed);
    if (read.isPresent()) {
      String slip = read.get().slipText();
      String again = Credential.parse(slip).orElseThrow().slipText();
      stable(slip.getBytes(UTF_8), again.getBytes(UTF_8));
    }
    return read.isPresent() || seed.isPresent() ? ACCEPTED : "refused";
  }

  private static String scalar(Group group, byte[] input) throws Malformed {
    var read = group.scalar(new String(input, UTF_8));
    return read.isPresent() ? canonical(input, read.get().decimal().getBytes(UTF_8)) : "refused";
  }

  private static String element(Group group, byte[] input) throws Malformed {
    var read = group.element(new String(input, UTF_8));
    if (read.isEmpty()) {
      return "refused";
    }
    String anew = read.get().times(group.neutral()).encoding();
    return canonical(input, anew.getBytes(UTF_8));
  }

  private static String canonical(byte[] input, byte[] written) {
    if (!Arrays.equals(input, written)) {
      throw new BrokenPromise("accepted, but written in another form");
    }
    return ACCEPTED;
  }

  private static void stable(byte[] written, byte[] again) {
    if (!Arrays.equals(written, again)) {
      throw new BrokenPromise("what was written is not what is read from it");
    }
  }

  /// Something accepted is not what was promised.
  static final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String what) {
      super(what);
    }
  }
}
