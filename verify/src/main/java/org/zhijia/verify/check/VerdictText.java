package org.zhijia.verify.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhijia.ballot.audit.Check;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.TextTable;

/// A verdict for people.
public final class VerdictText {
  private final Screen screen;

  public VerdictText(Screen screen) {
    this.screen = screen;
  }

  public void print(Path archive, Verdict verdict) {
    Findings findings = verdict.findings();
    findings.election().ifPresent(election -> printElection(election, findings));
    switch (verdict) {
      case Verdict.Holds holds -> {
        printChecks(holds.checks());
        findings.result().ifPresent(result -> printResult(findings, result));
        screen.out().println();
        String key = findings.result().isPresent() ? "verify.holds" : "verify.holds-so-far";
        screen.out().println(screen.mark(true) + " " + screen.text(key, archive.getFileName()));
      }
      case Verdict.Fails fails -> {
        screen.out().println(screen.mark(false) + " " + name(fails.check()));
        screen.out().println("    " + screen.text("verify.where", fails.where()));
        for (String cause : fails.causes()) {
          screen.out().println("    " + screen.text("verify.cause", cause));
        }
        if (fails.check() == Check.COMPANION_FILE) {
          screen.out().println("    " + screen.text("verify.companion-hint"));
        }
        screen.out().println();
        String text = screen.text("verify.fails", archive.getFileName());
        screen.out().println(screen.mark(false) + " " + text);
      }
    }
  }

  private void printElection(Election election, Findings findings) {
    screen.out().println(election.name());
    screen.say("verify.uuid", election.uuid(), findings.fingerprint().orElse(""));
    findings.trustees().ifPresent(this::printTrustees);
    screen.say("verify.box", findings.credentials(), findings.ballots(), findings.counted());
    if (findings.hinted() > 0) {
      screen.say("verify.hinted", findings.hinted());
    }
    if (findings.certified()) {
      screen.say("verify.certificate");
    }
    if (!findings.shuffles().isEmpty()) {
      screen.say("verify.shuffles", findings.shuffles());
    }
    screen.out().println();
  }

  private void printTrustees(Trustees trustees) {
    for (Trustees.Item item : trustees.items()) {
      switch (item) {
        case Trustees.Single single -> screen.say("verify.single", single.key().name().orElse("—"));
        case Trustees.Threshold threshold ->
            screen.say("verify.threshold", threshold.needed(), threshold.keys().size());
      }
    }
  }

  /// All of the list, so that a check for which there was nothing to check is seen, not missed.
  private void printChecks(Map<Check, Long> checks) {
    for (Check check : Check.values()) {
      Long times = checks.get(check);
      String mark = times == null ? "–" : screen.mark(true);
      String count =
          times == null ? screen.text("verify.none") : screen.text("verify.times", times);
      screen.out().println(mark + " " + name(check) + "  " + count);
    }
  }

  private String name(Check check) {
    return String.format("%2d", check.number()) + " " + screen.messages().text("check", check);
  }

  /// The sums, question by question; where answers were shuffled, every row of numbers, or who was
  /// written in.
  public void printResult(Findings findings, Result result) {
    List<Question> questions = findings.election().orElseThrow().questions();
    for (int i = 0; i < questions.size(); i++) {
      screen.out().println();
      screen.out().println(questions.get(i).text());
      screen
          .out()
          .print(
              switch (questions.get(i)) {
                case Question.Homomorphic question -> sums(question, result.rows().get(i));
                case Question.NonHomomorphic question -> {
                  List<List<Integer>> answers = result.answers().get(i);
                  yield WriteInText.of(findings, i)
                      .map(added -> WriteInText.table(screen, added, answers))
                      .orElseGet(() -> numbers(question, answers));
                }
                case Question.Lists question -> sums(question.answers(), result.rows().get(i));
              });
    }
  }

  private TextTable sums(Question.Homomorphic question, List<Long> sums) {
    int first = question.blank() ? 1 : 0;
    TextTable table = sums(question.answers(), sums.subList(first, sums.size()));
    return question.blank() ? table.row(screen.text("table.blank"), sums.getFirst()) : table;
  }

  private TextTable sums(List<String> answers, List<Long> sums) {
    TextTable table = new TextTable(1, screen.text("table.answer"), screen.text("table.votes"));
    for (int j = 0; j < answers.size(); j++) {
      table.row(answers.get(j), sums.get(j));
    }
    return table;
  }

  private static TextTable numbers(Question question, List<List<Integer>> answers) {
    TextTable table = new TextTable(0, question.answers().toArray(String[]::new));
    answers.forEach(numbers -> table.row(numbers.toArray()));
    return table;
  }
}
