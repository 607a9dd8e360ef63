package org.zhijia.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.CombinedFactors;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.ballot.trustee.ResultMaker;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Ruling;
import org.zhijia.web.NotThere;

/// From the closed box to the signed count: the scrutineers' decryptions, the paper beside them,
/// what the rules make of the figures.
@Service
class Counting {
  private final PollStore polls;
  private final Polls led;
  private final AssemblyStore assemblies;
  private final BoxStore box;
  private final Ceremony ceremony;
  private final Archives archives;
  private final Shuffles shuffles;
  private final AcceptanceStore acceptances;
  private final SurnameOrder surnames;

  Counting(
      PollStore polls,
      Polls led,
      AssemblyStore assemblies,
      BoxStore box,
      Ceremony ceremony,
      Archives archives,
      Shuffles shuffles,
      AcceptanceStore acceptances,
      SurnameOrder surnames) {
    this.polls = polls;
    this.led = led;
    this.assemblies = assemblies;
    this.box = box;
    this.ceremony = ceremony;
    this.archives = archives;
    this.shuffles = shuffles;
    this.acceptances = acceptances;
    this.surnames = surnames;
  }

  /// Takes a scrutineer's partial decryption; with the last one that is needed the sums are known.
  @Transactional
  Decision decrypt(long assembly, String uuid, String text) {
    Scrutineer me = ceremony.me(assembly);
    PollRow row = own(assembly, uuid);
    polls.lock(row.poll().id());
    row = own(assembly, uuid);
    if (box.decryptions(row.poll().id()).stream().anyMatch(d -> d.place() == me.place())) {
      return Decision.granted(); // the same tally again, after a crash
    }
    if (row.tally().isEmpty() || row.poll().stage() != Stage.CLOSED) {
      return Decision.refused("NOT_DUE", "现在没有等待开启的选票。", "There is no closed box to decrypt now.");
    }
    Assembly of = assemblies.find(assembly).orElseThrow();
    Optional<Decision> early = Shuffles.tooFew(row, of);
    early = early.isPresent() ? early : shuffles.stillDue(row);
    if (early.isPresent()) {
      return early.get();
    }
    try {
      return decrypt(row, me, text);
    } catch (Malformed malformed) {
      return Decision.refused(
          "DECRYPTION_MALFORMED",
          "这份解密无法读取（%s）。",
          "This decryption cannot be read (%s).",
          malformed.reason());
    }
  }

  private Decision decrypt(PollRow row, Scrutineer me, String text) throws Malformed {
    Election election = Archives.election(row);
    EncryptedTally tally = shuffles.tally(row);
    Trustees trustees = trustees(row);
    PartialDecryption decryption =
        PartialDecryption.read(Ceremony.GROUP, election.questions(), BallotPapers.bytes(text));
    if (!decryption.fits(tally)) {
      throw new Malformed("$", "there is not one factor for each ciphertext");
    }
    boolean wrong =
        decryption
            .firstFailure(
                Ceremony.GROUP,
                row.setup().orElseThrow().fingerprint(),
                trustees.keys().get(me.place() - 1).publicKey(),
                tally)
            .isPresent();
    if (wrong) {
      return Decision.refused(
          "DECRYPTION_WRONG",
          "这份解密不是用第 %d 位监票人（%s）的密钥做的，没有采用。",
          "This decryption was not made with the key of scrutineer %d (%s); it is not used.",
          me.place(),
          me.name());
    }
    box.decrypted(row.poll().id(), me.place(), BallotPapers.text(JsonText.bytesOf(decryption)));
    Map<Integer, PartialDecryption> all = archives.decryptions(row);
    CombinedFactors factors = new CombinedFactors(Ceremony.GROUP, trustees);
    if (factors.areEnough(all) && row.sums().isEmpty()) {
      Result sums =
          ResultMaker.make(
              election, trustees, tally, row.tally().orElseThrow().tallied(), factors.needed(all));
      polls.sums(row.poll().id(), BallotPapers.text(JsonText.bytesOf(sums)));
      count(row.poll().id());
    }
    return Decision.granted();
  }

  private Trustees trustees(PollRow row) throws Malformed {
    String text = assemblies.find(row.poll().assembly()).orElseThrow().trustees().orElseThrow();
    return Trustees.read(Ceremony.GROUP, BallotPapers.bytes(text));
  }

  PollRow own(long assembly, String uuid) {
    return polls
        .find(uuid)
        .filter(row -> row.poll().assembly() == assembly)
        .orElseThrow(NotThere::new);
  }

  /// Works the result out as soon as both ways of voting are known; again whenever paper changes
  /// before the signature.
  void count(long poll) {
    PollRow row = polls.find(poll).orElseThrow();
    boolean due =
        (row.poll().stage() == Stage.CLOSED || row.poll().stage() == Stage.COUNTED)
            && (!row.isElectronic() || row.sums().isPresent())
            && paperIsRead(row);
    if (!due) {
      return;
    }
    try {
      CountSheet sheet = sheet(row);
      Ruling ruling = led.rules(row).ruling(row.poll().body(), sheet);
      String text = ResultFile.write(row, sheet, ruling);
      polls.counted(poll, text, Sha256.hex(BallotPapers.bytes(text)));
    } catch (BadFacts contradiction) {
      throw new IllegalStateException(contradiction);
    } catch (Malformed impossible) {
      throw new IllegalStateException("the sums were made here", impossible);
    }
  }

  /// Both tellers are done and read the same.
  boolean paperIsRead(PollRow row) {
    if (row.issued().map(PollRow.Issued::paper).orElse(0) == 0) {
      return true;
    }
    List<BoxStore.Teller> tellers = box.tellers(row.poll().id());
    return tellers.size() == 2
        && tellers.stream().allMatch(BoxStore.Teller::done)
        && box.paper(row.poll().id(), 1).equals(box.paper(row.poll().id(), 2));
  }

  private CountSheet sheet(PollRow row) throws Malformed {
    PollRow.Issued issued = row.issued().orElseThrow();
    List<Candidate> candidates = polls.candidates(row.poll().id());
    boolean resolution = row.poll().body().decides();
    Marks marks = new Marks(resolution ? 1 : candidates.size());
    List<CountSheet.Channel> channels = new ArrayList<>();
    Map<String, Integer> voids = new TreeMap<>();
    if (row.isElectronic()) {
      int tallied = row.tally().orElseThrow().tallied();
      addSums(marks, row, tallied, resolution);
      channels.add(new CountSheet.Channel("electronic", issued.electronic(), tallied, 0));
    }
    if (issued.paper() > 0) {
      List<String> listed = candidates.stream().map(Candidate::name).toList();
      List<PaperBallot> paper =
          box.paper(row.poll().id(), 1).stream().map(PaperBallot::of).toList();
      for (PaperBallot ballot : paper) {
        ballot
            .voidFor(row.poll().seats(), listed)
            .ifPresentOrElse(
                fault -> voids.merge(fault.name(), 1, Integer::sum), () -> marks.add(ballot));
      }
      int invalid = voids.values().stream().mapToInt(Integer::intValue).sum();
      channels.add(new CountSheet.Channel("paper", issued.paper(), paper.size(), invalid));
    }
    return new CountSheet(
        issued.due(),
        issued.present(),
        row.poll().seats(),
        row.runoff(),
        channels,
        accepted(row, channels),
        marks.lines(row, candidates),
        voids);
  }

  /// What the chief scrutineer said of these very figures.
  private List<Acceptance> accepted(PollRow row, List<CountSheet.Channel> channels) {
    return acceptances.of(row.poll().id()).stream()
        .filter(each -> channels.stream().anyMatch(each::isOf))
        .toList();
  }

  private static void addSums(Marks marks, PollRow row, int tallied, boolean resolution)
      throws Malformed {
    Election election = Archives.election(row);
    Result result = Result.read(election.questions(), BallotPapers.bytes(row.sums().orElseThrow()));
    List<List<Long>> sums = result.rows();
    marks.ballots += tallied;
    if (resolution) {
      marks.approve[0] += sums.getFirst().get(1).intValue();
      marks.against[0] += sums.getFirst().get(2).intValue();
      return;
    }
    for (int i = 0; i < marks.approve.length; i++) {
      marks.approve[i] += sums.get(0).get(i).intValue();
      marks.against[i] += sums.get(1).get(i).intValue();
    }
    Optional<WriteIn> writeIn = UnionSlate.of(election).getFirst().writeIn();
    if (writeIn.isPresent()) {
      for (List<Integer> number : result.answers().get(writeIn.get().question())) {
        writeIn.get().person(number).ifPresent(marks::addWrittenIn);
      }
    }
  }

  /// Sums by place while they are added up.
  private static final class Marks {
    private final int[] approve;
    private final int[] against;
    private final Map<String, Integer> writtenIn = new TreeMap<>();
    private int ballots;

    Marks(int places) {
      this.approve = new int[places];
      this.against = new int[places];
    }

    void add(PaperBallot ballot) {
      ballots++;
      ballot.approve().forEach(place -> approve[place - 1]++);
      ballot.against().forEach(place -> against[place - 1]++);
      ballot.validWriteIns().forEach(this::addWrittenIn);
    }

    void addWrittenIn(String name) {
      writtenIn.merge(name, 1, Integer::sum);
    }

    List<CountSheet.Line> lines(PollRow row, List<Candidate> candidates) {
      List<CountSheet.Line> lines = new ArrayList<>();
      for (int i = 0; i < approve.length; i++) {
        String name = candidates.isEmpty() ? row.poll().title() : candidates.get(i).name();
        int abstain = ballots - approve[i] - against[i];
        lines.add(
            new CountSheet.Line(
                CountSheet.id(i + 1), name, approve[i], against[i], abstain, false));
      }
      writtenIn.forEach(
          (name, votes) -> lines.add(new CountSheet.Line(name, name, votes, 0, 0, true)));
      return lines;
    }
  }

  /// What the chief scrutineer's signature is over.
  static String message(PollRow row) {
    return "zhijia-result|1|" + row.poll().uuid() + "|" + row.result().orElseThrow().sha256();
  }

  /// Takes the chief scrutineer's signature over the result, made with the key of the ceremony.
  @Transactional
  Decision sign(long assembly, String uuid, String text) {
    Scrutineer me = ceremony.me(assembly);
    PollRow row = own(assembly, uuid);
    polls.lock(row.poll().id());
    if (!me.chief()) {
      return Decision.refused("NOT_CHIEF", "结果由总监票人签字。", "The chief scrutineer signs the result.");
    }
    if (row.poll().stage() != Stage.COUNTED) {
      return Decision.refused("NOT_COUNTED", "计票还没有完成。", "The count is not complete.");
    }
    try {
      SignedMessage signature = SignedMessage.read(Ceremony.GROUP, node(text));
      Certificate certificate =
          Certificate.read(Ceremony.GROUP, node(me.certificate().orElse("{}")));
      if (!signature.message().equals(message(row))
          || !signature.isSignedBy(Ceremony.GROUP, certificate.verification())) {
        return Decision.refused(
            "SIGNATURE_WRONG",
            "这个签名不是总监票人对这份结果的签名。",
            "This is not the chief scrutineer's signature under this result.");
      }
    } catch (Malformed malformed) {
      return Decision.refused("SIGNATURE_MALFORMED", "签名无法读取。", "The signature cannot be read.");
    }
    polls.signed(row.poll().id(), text);
    box.forgetPaper(row.poll().id());
    return Decision.granted();
  }

  private static JsonNode node(String text) throws Malformed {
    return JsonNode.parse(BallotPapers.bytes(text));
  }

  /// What was announced of a vote, for the hall and everybody.
  Optional<Announced> announced(PollRow row) {
    return row.poll().stage() == Stage.ANNOUNCED ? counted(row) : Optional.empty();
  }

  /// The same, before it is announced: for scrutineers.
  Optional<Announced> counted(PollRow row) {
    return row.result().map(result -> seen(row.poll(), ResultFile.read(result.text())));
  }

  /// Names of the elected are told in the order of surname strokes, as custom wants it.
  private Announced seen(Poll poll, ResultFile file) {
    CountSheet sheet = file.sheet();
    List<Announced.Line> lines =
        sheet.lines().stream()
            .map(
                line ->
                    new Announced.Line(
                        line.name(),
                        line.approve(),
                        line.against(),
                        line.abstain(),
                        line.writtenIn(),
                        file.elected().contains(line.name())))
            .sorted(java.util.Comparator.comparingInt(Announced.Line::approve).reversed())
            .toList();
    return new Announced(
        poll,
        sheet.due(),
        sheet.present(),
        sheet.issued(),
        sheet.returned(),
        sheet.valid(),
        sheet.majority(),
        lines,
        surnames.sorted(file.elected()),
        file.adopted(),
        file.runoffAmong(),
        file.shortage(),
        file.stands(),
        sheet.accepted(),
        file.reasons());
  }
}
