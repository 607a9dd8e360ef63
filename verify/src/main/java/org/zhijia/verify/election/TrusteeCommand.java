package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.TrusteeSeed;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `zhijia election trustee …`: each trustee's steps of the key ceremony.
///
/// Alone: `single`. As a threshold, everybody in turn: `begin`, then `share`, then `accept`.
@Command(name = "trustee")
final class TrusteeCommand implements Callable<Integer> {
  private final Screen screen;

  @Spec private @Nullable CommandSpec spec;

  TrusteeCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(screen.out());
    return 0;
  }

  @Command(name = "single")
  int single(
      @Parameters(paramLabel = "DIR", descriptionKey = "election.dir") Path directory,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              required = true,
              descriptionKey = "trustee.name")
          String name,
      @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "trustee.key")
          Path key)
      throws IOException, WrongUse {
    if (!name.matches("[\\p{L}\\p{N}_.-]{1,40}")) {
      throw new WrongUse("trustee.bad-name", name);
    }
    ElectionFolder folder = new ElectionFolder(directory);
    folder.readDraft();
    Scalar secret = ElectionFolder.GROUP.randomScalar(Randomness.secure());
    TrusteePublicKey publicKey =
        TrusteePublicKey.of(ElectionFolder.GROUP, secret, Optional.of(name), Randomness.secure());
    ElectionFolder.writeSecret(key, secret.decimal() + "\n");
    ElectionFolder.write(folder.trustee(name), publicKey);
    screen.say("trustee.single-done", folder.trustee(name), key);
    return 0;
  }

  @Command(name = "begin")
  int begin(
      @Parameters(paramLabel = "DIR", descriptionKey = "election.dir") Path directory,
      @Option(
              names = "--index",
              paramLabel = "I",
              required = true,
              descriptionKey = "trustee.index")
          int index,
      @Option(names = "--of", paramLabel = "N", defaultValue = "3", descriptionKey = "trustee.of")
          int size,
      @Option(
              names = "--threshold",
              paramLabel = "T",
              defaultValue = "2",
              descriptionKey = "trustee.threshold")
          int threshold,
      @Option(
              names = "--seed",
              paramLabel = "FILE",
              required = true,
              descriptionKey = "trustee.seed")
          Path seedFile)
      throws IOException, WrongUse {
    demandCeremony(index, size, threshold);
    ElectionFolder folder = new ElectionFolder(directory);
    folder.readDraft();
    TrusteeSeed seed = TrusteeSeed.random(ElectionFolder.GROUP, Randomness.secure());
    var context = new Certificate.Context(ElectionFolder.GROUP.name(), size, threshold, index);
    Certificate certificate = seed.certificate(context, Randomness.secure());
    ElectionFolder.writeSecret(seedFile, seed.secretText() + "\n");
    ElectionFolder.write(folder.certificate(index), certificate);
    screen.say("trustee.begin-done", index, size, threshold, folder.certificate(index), seedFile);
    return 0;
  }

  @Command(name = "share")
  int share(
      @Parameters(paramLabel = "DIR", descriptionKey = "election.dir") Path directory,
      @Option(
              names = "--seed",
              paramLabel = "FILE",
              required = true,
              descriptionKey = "trustee.seed")
          Path seedFile)
      throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(directory);
    TrusteeSeed seed = seed(seedFile);
    List<Certificate> certificates = certificates(folder);
    int index = indexOf(seed, certificates);
    try {
      ThresholdCeremony ceremony = new ThresholdCeremony(ElectionFolder.GROUP, certificates);
      ElectionFolder.write(
          folder.polynomial(index), ceremony.polynomial(seed, Randomness.secure()));
    } catch (CeremonyFault fault) {
      throw new WrongUse("ceremony.fault", fault.trustee(), fault.reason());
    }
    screen.say("trustee.share-done", folder.polynomial(index));
    return 0;
  }

  @Command(name = "accept")
  int accept(
      @Parameters(paramLabel = "DIR", descriptionKey = "election.dir") Path directory,
      @Option(
              names = "--seed",
              paramLabel = "FILE",
              required = true,
              descriptionKey = "trustee.seed")
          Path seedFile)
      throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(directory);
    TrusteeSeed seed = seed(seedFile);
    List<Certificate> certificates = certificates(folder);
    int index = indexOf(seed, certificates);
    try {
      ThresholdCeremony ceremony = new ThresholdCeremony(ElectionFolder.GROUP, certificates);
      ElectionFolder.write(
          folder.share(index),
          ceremony.share(seed, folder.polynomials(certificates.size()), Randomness.secure()));
    } catch (CeremonyFault fault) {
      throw new WrongUse("ceremony.fault", fault.trustee(), fault.reason());
    }
    screen.say("trustee.accept-done", folder.share(index));
    return 0;
  }

  static TrusteeSeed seed(Path file) throws IOException, WrongUse {
    return TrusteeSeed.parse(ElectionFolder.GROUP, Files.readString(file))
        .orElseThrow(() -> new WrongUse("trustee.bad-seed", file));
  }

  static int indexOf(TrusteeSeed seed, List<Certificate> certificates) throws WrongUse {
    for (Certificate certificate : certificates) {
      if (seed.owns(certificate)) {
        return certificate.context().index();
      }
    }
    throw new WrongUse("trustee.not-mine");
  }

  private static List<Certificate> certificates(ElectionFolder folder)
      throws IOException, WrongUse {
    List<Certificate> certificates = folder.certificates();
    if (certificates.isEmpty()) {
      throw new WrongUse("ceremony.waiting", folder.certificate(1).getFileName());
    }
    return certificates;
  }

  private static void demandCeremony(int index, int size, int threshold) throws WrongUse {
    int most = Certificate.Context.MOST_TRUSTEES;
    if (size < 1 || size > most) {
      throw new WrongUse("error.range", "--of", 1, most);
    }
    if (threshold < 1 || threshold > size) {
      throw new WrongUse("error.range", "--threshold", 1, size);
    }
    if (index < 1 || index > size) {
      throw new WrongUse("error.range", "--index", 1, size);
    }
  }
}
