package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia election open DIR`: the organiser puts draft, credentials and keys together and opens
/// voting. So few voters that the result would tell how they voted are sent to paper now, and not
/// when their ballots are in the box.
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {
  private static final int DEFAULT_MIN_VOTERS = 10;

  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @Option(names = "--min-voters", paramLabel = "N", descriptionKey = "open.min-voters")
  private int minimumVoters = DEFAULT_MIN_VOTERS;

  @Mixin private StepAnswer answer = new StepAnswer();

  OpenCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(Objects.requireNonNull(directory));
    Draft draft = folder.readDraft();
    if (!Files.exists(folder.publicCredentials())) {
      throw new WrongUse("open.no-credentials", folder.publicCredentials());
    }
    byte[] credentials = Files.readAllBytes(folder.publicCredentials());
    demandEnoughVoters(folder);
    Trustees trustees = trustees(folder);
    Path archive = folder.archive(draft.uuid());
    try {
      Element key = trustees.electionKey(ElectionFolder.GROUP);
      Election election = draft.openedWith(key, credentials);
      boolean slate = !UnionSlate.of(election).isEmpty();
      byte[] document = JsonText.bytesOf(election);
      long now = System.currentTimeMillis() / 1000;
      try (ArchiveWriter writer = ArchiveWriter.create(archive, now)) {
        writer.setup(document, JsonText.bytesOf(trustees), credentials);
        writer.sync();
      }
      if (slate) {
        CompanionFile.create(CompanionFile.beside(archive), Election.fingerprint(document));
      }
    } catch (Malformed malformed) {
      throw new WrongUse("error.malformed", folder.draft(), malformed.where(), malformed.reason());
    }
    return report(archive);
  }

  private int report(Path archive) throws IOException {
    Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());
    if (!verdict.holds()) {
      return answer.verdict(screen, archive, verdict);
    }
    String fingerprint = verdict.findings().fingerprint().orElseThrow();
    return answer.done(
        screen,
        json ->
            json.field("archive").text(archive.toString()).field("fingerprint").text(fingerprint),
        "open.done",
        archive,
        fingerprint);
  }

  private void demandEnoughVoters(ElectionFolder folder) throws IOException, WrongUse {
    int voters = ElectionFolder.read(folder.publicCredentials(), node -> node.items().size());
    if (voters < minimumVoters) {
      throw new WrongUse("open.too-few", voters, minimumVoters);
    }
  }

  private static Trustees trustees(ElectionFolder folder) throws IOException, WrongUse {
    List<Trustees.Item> items = new ArrayList<>();
    for (TrusteePublicKey key : folder.singles()) {
      items.add(new Trustees.Single(key));
    }
    List<Certificate> certificates = folder.certificates();
    if (!certificates.isEmpty()) {
      int size = certificates.size();
      try {
        ThresholdCeremony ceremony = new ThresholdCeremony(ElectionFolder.GROUP, certificates);
        items.add(
            new Trustees.Threshold(ceremony.key(folder.polynomials(size), folder.shares(size))));
      } catch (CeremonyFault fault) {
        throw new WrongUse("ceremony.fault", fault.trustee(), fault.reason());
      }
    }
    if (items.isEmpty()) {
      throw new WrongUse("open.no-trustees");
    }
    return new Trustees(items);
  }
}
