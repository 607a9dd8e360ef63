package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.CombinedFactors;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.ResultMaker;
import org.zhijia.ballot.trustee.Shuffling;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `zhijia election result DIR`: the organiser puts the trustees' decryptions into the archive and
/// works out the result.
@Command(name = "result")
final class ResultCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @Mixin private StepAnswer answer = new StepAnswer();

  ResultCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(Objects.requireNonNull(directory));
    Path archive = folder.openArchive();
    Verdict before = Audit.verify(archive, AuditOptions.onAllCores());
    Findings findings = before.findings();
    if (!before.holds() || findings.result().isPresent()) {
      return answer.verdict(screen, archive, before);
    }
    if (findings.tally().isEmpty()) {
      return answer.no(screen, screen.text("result.not-closed"));
    }
    if (Shuffling.isDue(findings)) {
      return answer.no(screen, screen.text("result.not-shuffled"));
    }
    Map<Integer, PartialDecryption> decryptions = decryptions(folder, findings);
    Trustees trustees = findings.trustees().orElseThrow();
    CombinedFactors factors = new CombinedFactors(ElectionFolder.GROUP, trustees);
    if (!factors.areEnough(decryptions)) {
      return answer.no(screen, screen.text("result.too-few", decryptions.keySet()));
    }
    append(archive, findings, factors.needed(decryptions));
    return answer.verdict(screen, archive, Audit.verify(archive, AuditOptions.onAllCores()));
  }

  /// The decryptions in the folder that are right. A wrong one is named by its trustee's number and
  /// left out: any others that are enough give the result.
  private Map<Integer, PartialDecryption> decryptions(ElectionFolder folder, Findings findings)
      throws IOException {
    int trustees = findings.trustees().orElseThrow().keys().size();
    Map<Integer, PartialDecryption> decryptions = new TreeMap<>();
    for (int owner = 1; owner <= trustees; owner++) {
      Path file = folder.decryption(owner);
      if (!Files.exists(file)) {
        continue;
      }
      Optional<PartialDecryption> right = verified(Files.readAllBytes(file), owner, findings);
      if (right.isPresent()) {
        decryptions.put(owner, right.get());
      } else {
        screen.remark("result.bad-decryption", owner, file);
      }
    }
    return decryptions;
  }

  private static Optional<PartialDecryption> verified(
      byte[] document, int owner, Findings findings) {
    Election election = findings.election().orElseThrow();
    EncryptedTally tally = findings.tally().orElseThrow();
    TrusteePublicKey key = findings.trustees().orElseThrow().keys().get(owner - 1);
    String fingerprint = findings.fingerprint().orElseThrow();
    try {
      PartialDecryption decryption =
          PartialDecryption.read(ElectionFolder.GROUP, election.questions(), document);
      boolean right =
          decryption.fits(tally)
              && decryption
                  .firstFailure(ElectionFolder.GROUP, fingerprint, key.publicKey(), tally)
                  .isEmpty();
      return right ? Optional.of(decryption) : Optional.empty();
    } catch (Malformed malformed) {
      return Optional.empty();
    }
  }

  private static void append(
      Path archive, Findings findings, Map<Integer, PartialDecryption> decryptions)
      throws IOException, WrongUse {
    var result =
        ResultMaker.make(
            findings.election().orElseThrow(),
            findings.trustees().orElseThrow(),
            findings.tally().orElseThrow(),
            findings.credentialWeight(),
            decryptions);
    try (ArchiveWriter writer = ArchiveWriter.resume(archive)) {
      for (var entry : decryptions.entrySet()) {
        if (!findings.decryptions().contains(entry.getKey())) {
          writer.partialDecryption(entry.getKey(), entry.getValue());
        }
      }
      writer.result(result);
      writer.sync();
    } catch (Malformed malformed) {
      throw new WrongUse("error.malformed", archive, malformed.where(), malformed.reason());
    }
  }
}
