package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia election new PLAN.yaml --out DIR`: the organiser drafts what is put to the vote.
@Command(name = "new")
final class NewCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "PLAN.yaml", descriptionKey = "new.plan")
  private @Nullable Path plan;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "new.out")
  private @Nullable Path out;

  NewCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    String uuid = Base58.electionId(Randomness.secure());
    Draft draft = ElectionPlan.draft(Yaml.read(Objects.requireNonNull(plan)), uuid);
    Path directory = Objects.requireNonNull(out);
    Files.createDirectories(directory);
    ElectionFolder.write(new ElectionFolder(directory).draft(), draft);
    if (draft.questions().stream().anyMatch(q -> q instanceof Question.NonHomomorphic)) {
      screen.remark("write-ins.limits");
    }
    screen.say("new.done", draft.name(), uuid, draft.questions().size(), directory);
    return 0;
  }
}
