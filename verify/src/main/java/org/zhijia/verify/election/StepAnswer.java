package org.zhijia.verify.election;

import java.nio.file.Path;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.verify.check.VerdictJson;
import org.zhijia.verify.check.VerdictText;
import org.zhijia.verify.terminal.Screen;
import picocli.CommandLine.Option;

/// How a step of an election answers: in words, or with `--json` for a program. Mixed into every
/// step that reports.
final class StepAnswer {
  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  boolean json() {
    return json;
  }

  /// The step is done.
  ///
  /// @param fields what a program wants to know of it: `{"done":true,…}`
  /// @param key the text for people, with its arguments
  int done(Screen screen, JsonText.Writable fields, String key, Object... arguments) {
    if (json) {
      screen.out().println(new JsonText().open().field("done").flag(true).value(fields).close());
    } else {
      screen.say(key, arguments);
    }
    return 0;
  }

  /// The answer is no, for this reason: `{"done":false,"reason":…}`.
  int no(Screen screen, String reason) {
    if (json) {
      JsonText answer = new JsonText().open().field("done").flag(false);
      screen.out().println(answer.field("reason").text(reason).close());
    } else {
      screen.err().println(reason);
    }
    return 1;
  }

  /// The answer is the verdict on an archive.
  int verdict(Screen screen, Path archive, Verdict verdict) {
    if (json) {
      screen.out().println(new JsonText(4096).value(new VerdictJson(archive, verdict)));
    } else {
      new VerdictText(screen).print(archive, verdict);
    }
    return verdict.holds() ? 0 : 1;
  }
}
