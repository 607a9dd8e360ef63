package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.audit.Admission;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.audit.BulkCheck;
import org.zhijia.ballot.audit.HintFile;
import org.zhijia.ballot.audit.Intake;
import org.zhijia.ballot.audit.PartialBox;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.bench.fuzz.Mutations.Kind;
import org.zhijia.bench.fuzz.Target.Inputs;

/// The doors through which whole archives and cast ballots come: the verifier, the ballot box, the
/// admission, a checkpoint taken up again.
final class Doors {
  private static final Pattern TRACKER = Pattern.compile("\"tracker\":\"[^\"]*\"");
  private static final AuditOptions ONE_THREAD = new AuditOptions(1, AuditOptions.Progress.SILENT);

  /// Where the set-up's event stands if there is a certificate: after the header, four documents
  /// and the set-up.
  private static final int CERTIFIED_SET_UP = 6;

  private final SampleElection sample;
  private final BallotSigner signer;
  private final Path archive;
  private final Path companion;

  private final Admission admission;
  private final BulkCheck bulk;
  private final Target.Effort effort;
  private Optional<Intake> box = Optional.empty();

  private Doors(SampleElection sample, Path directory) throws IOException, Malformed {
    String name = sample.label();
    this.admission =
        Admission.of(sample.document, sample.trusteesDocument, sample.credentialsDocument);
    this.bulk = BulkCheck.of(sample.document, sample.trusteesDocument, sample.credentialsDocument);
    this.effort = isSlow(sample) ? Target.Effort.SLOW : Target.Effort.THOROUGH;
    Path own = Files.createDirectories(directory.resolve(name));
    this.sample = sample;
    this.signer = new BallotSigner(sample);
    this.archive = own.resolve("election.bel");
    this.companion = CompanionFile.beside(archive);
  }

  static List<Target> of(List<SampleElection> samples, Path directory) throws Exception {
    List<Target> targets = new ArrayList<>();
    for (SampleElection sample : samples) {
      Doors doors = new Doors(sample, directory);
      targets.addAll(doors.wide(samples));
      List<byte[]> own = sample.companions;
      targets.addAll(doors.narrow(own.isEmpty() ? samples.getFirst().companions : own));
    }
    Path plain = directory.resolve("plain.bel");
    List<byte[]> archives = samples.stream().map(sample -> sample.archive).toList();
    targets.add(
        new Target("archive-reader", Kind.ARCHIVE, archives, input -> readAll(plain, input)));
    return targets;
  }

  private Target target(String name, Kind kind, List<byte[]> seeds, Target.Reader reader) {
    return target(name, new Inputs(kind, seeds), reader);
  }

  private Target target(String name, Inputs inputs, Target.Reader reader) {
    return new Target(name + "-" + sample.label(), inputs, reader, effort);
  }

  private Inputs archives(List<byte[]> seeds) {
    return new Inputs(Kind.ARCHIVE, seeds, signer::mendedArchive);
  }

  private Inputs ballots() {
    return new Inputs(Kind.JSON, sample.ballots, signer::mended);
  }

  /// The doors for whole archives, and what goes beside them.
  private List<Target> wide(List<SampleElection> samples) throws Exception {
    List<byte[]> archives = new ArrayList<>(List.of(sample.archive, sample.open));
    samples.stream().filter(other -> !isSlow(other)).forEach(other -> archives.add(other.archive));
    List<Target> targets = new ArrayList<>();
    targets.add(target("audit", archives(archives), this::audit));
    targets.add(target("box", archives(List.of(sample.open)), this::openBox));
    targets.add(target("checkpoint", Kind.JSON, List.of(checkpoint()), this::resume));
    if (sample.group.name().equals("Ed25519")) {
      List<byte[]> both = List.of(sample.archive, spoilt());
      targets.add(target("hints", Kind.BYTES, List.of(hints()), input -> hinted(both, input)));
    }
    if (!sample.slates.isEmpty()) {
      List<byte[]> lines = List.of(sample.companionFile);
      targets.add(target("companion-file", Kind.LINES, lines, this::beside));
    }
    return targets;
  }

  /// The doors for single documents.
  private List<Target> narrow(List<byte[]> companions) {
    return List.of(
        target("intake", ballots(), this::intake),
        target("admission", ballots(), this::admit),
        target("bulk", ballots(), this::inParts),
        target("companion-line", Kind.JSON, companions, this::takeLine),
        target(
            "credentials",
            Kind.JSON,
            List.of(sample.credentialsDocument),
            input -> admission(sample.document, sample.trusteesDocument, input)));
  }

  private static boolean isSlow(SampleElection sample) {
    return sample.group.name().startsWith("RFC");
  }

  private String audit(byte[] input) throws IOException {
    Files.write(archive, input);
    writeCompanion(sample.companionFile);
    Verdict verdict = Audit.verify(archive, ONE_THREAD);
    if (verdict.holds()) {
      demandCertificateIsTold(verdict, TarRecords.of(input));
    }
    return words(verdict);
  }

  /// Nobody is to think that a certificate was checked: the findings tell whether there is one.
  private static void demandCertificateIsTold(Verdict verdict, TarRecords records) {
    boolean carried = records.setUpEvent() == CERTIFIED_SET_UP;
    if (verdict.findings().certified() != carried) {
      throw new Readers.BrokenPromise("a certificate there: " + carried + ", told otherwise");
    }
  }

  private byte[] hints() throws IOException {
    Files.write(archive, sample.archive);
    writeCompanion(sample.companionFile);
    Audit.verify(archive, new AuditOptions(1, HintUse.WRITE, AuditOptions.Progress.SILENT));
    byte[] hints = Files.readAllBytes(HintFile.beside(archive));
    Files.delete(HintFile.beside(archive));
    return hints;
  }

  /// Whatever the hints are, the verdict is that without them, over a good and over a bad archive.
  private String hinted(List<byte[]> archives, byte[] input) throws IOException {
    AuditOptions direct = new AuditOptions(1, HintUse.IGNORE, AuditOptions.Progress.SILENT);
    String told = "";
    for (byte[] bytes : archives) {
      Files.write(archive, bytes);
      Files.write(HintFile.beside(archive), input);
      writeCompanion(sample.companionFile);
      Verdict with = Audit.verify(archive, ONE_THREAD);
      Files.delete(HintFile.beside(archive));
      String without = words(Audit.verify(archive, direct));
      if (!words(with).equals(without)) {
        throw new Readers.BrokenPromise(words(with) + " with hints, " + without + " without");
      }
      told = told + without + " by hints for " + with.findings().hinted() + "; ";
    }
    return told;
  }

  /// The archive with a digit of the first ballot's last proof but one changed, signed and sealed
  /// anew.
  private byte[] spoilt() {
    TarRecords records = TarRecords.of(sample.archive);
    int first = records.setUpEvent() + 1;
    TarRecords.Part ballot = records.parts().get(first);
    int at = ballot.content().lastIndexOf("\"response\":\"", ballot.content().length() - 200) + 20;
    char digit = ballot.content().charAt(at) == '1' ? '2' : '1';
    String changed = ballot.content().substring(0, at) + digit + ballot.content().substring(at + 1);
    records.parts().set(first, new TarRecords.Part(ballot.name(), changed));
    return signer.mendedArchive(records.bytes(), sample.randomness);
  }

  private String beside(byte[] input) throws IOException {
    Files.write(archive, sample.archive);
    writeCompanion(input);
    return words(Audit.verify(archive, ONE_THREAD));
  }

  private String openBox(byte[] input) throws IOException {
    Files.write(archive, input);
    writeCompanion(sample.companionFile);
    return switch (Intake.open(archive, ONE_THREAD)) {
      case Intake.Opening.Opened opened -> {
        try (Intake intake = opened.intake()) {
          intake.closeVoting();
        }
        yield "closed: " + words(Audit.verify(archive, ONE_THREAD));
      }
      case Intake.Opening.Broken broken -> words(broken.verdict());
      case Intake.Opening.Closed closed -> "ended with " + closed.lastEvent();
    };
  }

  private String intake(byte[] ballot) throws IOException {
    return take(ballot, lineFor(ballot));
  }

  /// The first ballot's companion, bound to this ballot as a voter could bind her own.
  private Optional<byte[]> lineFor(byte[] ballot) {
    String own = "\"tracker\":\"" + Ballot.tracker(ballot) + "\"";
    return sample.companions.stream()
        .findFirst()
        .map(Interesting::latin)
        .map(line -> Interesting.bytes(TRACKER.matcher(line).replaceFirst(own)));
  }

  /// A valid ballot with a line that should not be: changed, or of another election.
  private String takeLine(byte[] line) throws IOException {
    return take(sample.ballots.getFirst(), Optional.of(line));
  }

  /// A box takes a ballot; what it holds must then verify, and is thrown away.
  private String take(byte[] ballot, Optional<byte[]> companion) throws IOException {
    Intake intake = box.isPresent() ? box.get() : emptyBox();
    var reception = intake.take(ballot, companion);
    if (reception instanceof Intake.Reception.Refused refused) {
      return words(refused.verdict());
    }
    intake.close();
    box = Optional.empty();
    Verdict after = Audit.verify(boxFile(), ONE_THREAD);
    if (!after.holds()) {
      throw new Readers.BrokenPromise("the box let in what does not verify: " + words(after));
    }
    return "taken";
  }

  private Path boxFile() {
    return archive.resolveSibling("box.bel");
  }

  private Intake emptyBox() throws IOException {
    TarRecords setUp = TarRecords.of(sample.archive);
    setUp.parts().subList(setUp.setUpEvent() + 1, setUp.parts().size()).clear();
    Files.write(boxFile(), setUp.bytes());
    String header = Interesting.latin(sample.companionFile).lines().findFirst().orElse("") + "\n";
    if (!sample.slates.isEmpty()) {
      Files.write(CompanionFile.beside(boxFile()), Interesting.bytes(header));
    }
    if (Intake.open(boxFile(), ONE_THREAD) instanceof Intake.Opening.Opened opened) {
      box = Optional.of(opened.intake());
      return opened.intake();
    }
    throw new IllegalStateException("the sample's own box does not open");
  }

  private String admit(byte[] ballot) {
    return switch (admission.check(ballot, lineFor(ballot))) {
      case Admission.Answer.Admitted _ -> "admitted";
      case Admission.Answer.Refused refused -> refused.check() + " " + refused.causes();
    };
  }

  /// A box of which this is the first ballot gives the same in one part and in two, and holds what
  /// the door lets in.
  private String inParts(byte[] ballot) {
    Optional<byte[]> line = lineFor(ballot);
    var input = new BulkCheck.Item(ballot, line, Optional.empty());
    Optional<byte[]> lastLine = sample.companions.stream().reduce((_, last) -> last);
    var good = new BulkCheck.Item(sample.ballots.getLast(), lastLine, Optional.empty());
    PartialBox whole = bulk.check(0, List.of(input, good));
    PartialBox joined = bulk.check(0, List.of(input)).join(bulk.check(1, List.of(good)));
    String told = told(bulk.count(whole, i -> i == 0 ? ballot : good.ballot()));
    if (!told.equals(told(bulk.count(joined, i -> i == 0 ? ballot : good.ballot())))) {
      throw new Readers.BrokenPromise("parts differ from the whole: " + told);
    }
    boolean admitted = admission.check(ballot, line) instanceof Admission.Answer.Admitted;
    if (admitted == whole.refused().stream().anyMatch(refused -> refused.ballot() == 0)) {
      throw new Readers.BrokenPromise("the door and the box disagree: " + told);
    }
    return whole.refused().toString();
  }

  private static String told(BulkCheck.Counted counted) {
    return counted.refused() + counted.root() + counted.tally().ballots();
  }

  private static String admission(byte[] election, byte[] trustees, byte[] credentials)
      throws Malformed {
    return Admission.of(election, trustees, credentials).getClass().getSimpleName();
  }

  private byte[] checkpoint() throws Exception {
    Files.write(archive, sample.open);
    writeCompanion(sample.companionFile);
    try (Audit audit = new Audit(archive, ONE_THREAD)) {
      audit.advance();
      return org.zhijia.ballot.json.JsonText.bytesOf(audit.checkpoint().orElseThrow());
    }
  }

  private String resume(byte[] checkpoint) throws IOException, Malformed {
    Files.write(archive, sample.archive);
    writeCompanion(sample.companionFile);
    try (Audit audit = new Audit(archive, ONE_THREAD)) {
      audit.resume(checkpoint);
      return "resumed: " + words(audit.finish());
    }
  }

  private static String readAll(Path file, byte[] input) throws Exception {
    Files.write(file, input);
    try (ArchiveReader reader = ArchiveReader.open(file)) {
      int entries = 0;
      while (reader.next().isPresent()) {
        entries++;
      }
      return "accepted, " + reader.end().lastType() + (entries == 0 ? " nothing" : "");
    }
  }

  private void writeCompanion(byte[] lines) throws IOException {
    if (!sample.slates.isEmpty()) {
      Files.write(companion, lines);
    }
  }

  private static String words(Verdict verdict) {
    return verdict
        .failure()
        .map(fails -> fails.check() + " " + String.join(";", fails.causes()))
        .orElse(verdict.findings().certified() ? "holds with a certificate" : "holds");
  }
}
