package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.Decryption;
import org.zhijia.ballot.trustee.DecryptionMemory;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;
import org.zhijia.verify.check.RefusalText;
import org.zhijia.verify.terminal.ProgressLine;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia election decrypt DIR`: a trustee verifies the whole archive and decrypts the tally.
@Command(name = "decrypt")
final class DecryptCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @ArgGroup(multiplicity = "1")
  private Secret secret = new Secret();

  @Option(names = "--min-ballots", paramLabel = "N", descriptionKey = "option.min-ballots")
  private int minimumBallots = Decryption.DEFAULT_MINIMUM;

  @Mixin private StepAnswer answer = new StepAnswer();

  DecryptCommand(Screen screen) {
    this.screen = screen;
  }

  /// Where the trustee's secret lies: a mandatory trustee's key, or a threshold trustee's seed.
  static final class Secret {
    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "trustee.key")
    private @Nullable Path key;

    @Option(names = "--seed", paramLabel = "FILE", descriptionKey = "trustee.seed")
    private @Nullable Path seed;

    Path file() {
      return key != null ? key : Objects.requireNonNull(seed);
    }
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(Objects.requireNonNull(directory));
    Path archive = folder.openArchive();
    Scalar key = secret.key != null ? key(secret.key) : share(folder);
    Path memory = secret.file().resolveSibling(secret.file().getFileName() + ".decrypted");
    ProgressLine progress = new ProgressLine(screen, answer.json());
    progress.begin(screen.text("verify.progress", archive.getFileName()), 100);
    AuditOptions options =
        AuditOptions.onAllCores()
            .withProgress((bytes, of, ballots) -> progress.reached(100 * bytes / Math.max(1, of)));
    Decryption decryption =
        new Decryption(archive, minimumBallots, DecryptionMemory.inFile(memory), options);
    Decryption.Outcome outcome = decryption.decrypt(key, Randomness.secure());
    progress.end();
    return switch (outcome) {
      case Decryption.Outcome.Decrypted decrypted -> {
        Path file = folder.decryption(decrypted.owner());
        Files.deleteIfExists(file); // the same tally may be decrypted again
        ElectionFolder.write(file, decrypted.decryption());
        yield answer.done(
            screen,
            json ->
                json.field("trustee").number(decrypted.owner()).field("file").text(file.toString()),
            "decrypt.written",
            decrypted.owner(),
            file);
      }
      case Decryption.Outcome.ArchiveFails fails -> {
        int no = answer.verdict(screen, archive, fails.verdict());
        screen.remark("decrypt.stopped");
        yield no;
      }
      case Decryption.Outcome refused -> answer.no(screen, RefusalText.of(screen, refused));
    };
  }

  private static Scalar key(Path file) throws IOException, WrongUse {
    return ElectionFolder.GROUP
        .scalar(Files.readString(file).strip())
        .orElseThrow(() -> new WrongUse("trustee.bad-key", file));
  }

  private Scalar share(ElectionFolder folder) throws IOException, WrongUse {
    TrusteeSeed seed = TrusteeCommand.seed(secret.file());
    int index = TrusteeCommand.indexOf(seed, folder.certificates());
    Path file = folder.share(index);
    ThresholdShare share =
        ElectionFolder.read(file, node -> ThresholdShare.read(ElectionFolder.GROUP, node));
    try {
      return ThresholdCeremony.openShare(seed, share);
    } catch (Malformed malformed) {
      throw new WrongUse("error.malformed", file, malformed.where(), malformed.reason());
    }
  }
}
