package org.zhijia.verify.election;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.CredentialList;
import org.zhijia.ballot.belenios.v1.PublicCredential;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia election credentials DIR`: the credentials clerk makes the voters' slips.
///
/// The slips are numbered, not named: who draws which is nobody's knowledge.
@Command(name = "credentials")
final class CredentialsCommand implements Callable<Integer> {
  private static final int MOST_VOTERS = 1_000_000;

  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @Option(names = "--count", paramLabel = "N", descriptionKey = "credentials.count")
  private int count;

  @Option(
      names = "--weights",
      paramLabel = "W,…",
      split = ",",
      descriptionKey = "credentials.weights")
  private List<Long> weights = new ArrayList<>();

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "credentials.secrets")
  private @Nullable Path secrets;

  CredentialsCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(Objects.requireNonNull(directory));
    Draft draft = folder.readDraft();
    if (weights.isEmpty() == (count == 0)) {
      throw new WrongUse("credentials.count-or-weights");
    }
    List<Long> each = weights.isEmpty() ? Collections.nCopies(count, 1L) : weights;
    if (each.size() > MOST_VOTERS) {
      throw new WrongUse("error.range", "--count", 1, MOST_VOTERS);
    }
    List<PublicCredential> list = new ArrayList<>();
    StringWriter slips = new StringWriter();
    try (CSVPrinter csv = CSVFormat.RFC4180.print(slips)) {
      csv.printRecord("slip", "credential", "weight");
      for (int i = 0; i < each.size(); i++) {
        long weight = each.get(i);
        if (weight < 1 || weight > PublicCredential.MOST_WEIGHT) {
          throw new WrongUse("error.range", "--weights", 1, PublicCredential.MOST_WEIGHT);
        }
        Credential credential = Credential.random(Randomness.secure());
        String key = credential.publicCredential(ElectionFolder.GROUP, draft.uuid());
        list.add(new PublicCredential(key, weight));
        csv.printRecord(i + 1, credential.slipText(), weight);
      }
    }
    Path slipsFile = Objects.requireNonNull(secrets);
    ElectionFolder.writeSecret(slipsFile, slips.toString());
    ElectionFolder.write(folder.publicCredentials(), new CredentialList(list));
    screen.say("credentials.done", each.size(), folder.publicCredentials(), slipsFile);
    return 0;
  }
}
