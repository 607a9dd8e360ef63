package org.zhijia.verify.mock;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.verify.check.RefusalText;
import org.zhijia.verify.check.VerdictText;
import org.zhijia.verify.check.WriteInText;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.TextTable;

/// What a mock election leaves behind: `result.json`, `rejected.csv`, and the table on the screen.
final class MockReport {
  static final String REJECTED = "rejected.csv";
  private static final String RESULT = "result.json";

  private final Screen screen;
  private final Path directory;

  MockReport(Screen screen, Path directory) {
    this.screen = screen;
    this.directory = directory;
  }

  /// Header and one row for each rejected row of the ballots file; just the header if there is
  /// none.
  void writeRejected(List<RejectedRow> rejected) throws IOException {
    try (Writer writer = Files.newBufferedWriter(directory.resolve(REJECTED));
        CSVPrinter csv = CSVFormat.RFC4180.print(writer)) {
      csv.printRecord("line", "voter", "reason", "explanation");
      for (RejectedRow row : rejected) {
        csv.printRecord(
            row.line(),
            row.voter(),
            row.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            screen.messages().text("rejected", row.reason(), row.detail()));
      }
    }
  }

  void write(MockPlan plan, int rejected, MockElection.Outcome outcome) throws IOException {
    Files.write(directory.resolve(RESULT), json(plan, rejected, outcome).bytes());
  }

  void print(MockPlan plan, int rejected, MockElection.Outcome outcome, boolean asJson) {
    if (asJson) {
      screen.out().println(json(plan, rejected, outcome));
      return;
    }
    screen.out().println(plan.name());
    screen.say(
        "mock.summary",
        plan.ballots().size(),
        plan.candidates().size(),
        plan.seats(),
        plan.threshold(),
        plan.trustees());
    if (rejected > 0) {
      screen.say("mock.rejected", rejected, directory.resolve(REJECTED));
    }
    screen.out().println();
    outcome.result().ifPresent(result -> printTable(plan, result));
    outcome
        .decryption()
        .ifPresent(refused -> screen.out().println(RefusalText.of(screen, refused)));
    if (outcome.verdict().holds()) {
      String text = screen.text("mock.verified", outcome.archive());
      screen.out().println(screen.mark(true) + " " + text);
    } else {
      new VerdictText(screen).print(outcome.archive(), outcome.verdict());
    }
  }

  private void printTable(MockPlan plan, Result result) {
    TextTable table =
        new TextTable(
            2,
            screen.text("table.id"),
            screen.text("table.candidate"),
            screen.text("table.approve"),
            screen.text("table.against"));
    for (int i = 0; i < plan.candidates().size(); i++) {
      Candidate candidate = plan.candidates().get(i);
      table.row(
          candidate.id(),
          candidate.name(),
          result.rows().get(0).get(i),
          result.rows().get(1).get(i));
    }
    screen.out().println(table);
    if (plan.resolution().isPresent()) {
      List<Long> sums = result.rows().get(plan.resolutionQuestion());
      screen.say(
          "mock.resolution-result", plan.resolution().get(), sums.get(1), sums.get(2), sums.get(0));
      screen.out().println();
    }
    if (plan.slate().writeIn().isPresent()) {
      WriteIn writeIn = plan.slate().writeIn().get();
      screen.say("mock.write-in-people");
      screen
          .out()
          .println(WriteInText.table(screen, writeIn, result.answers().get(writeIn.question())));
      screen.remark("write-ins.limits");
    }
  }

  private JsonText json(MockPlan plan, int rejected, MockElection.Outcome outcome) {
    JsonText json = new JsonText(4096).open();
    json.field("ballots").number(plan.ballots().size()).field("rejected").number(rejected);
    json.field("seats").number(plan.seats()).field("candidates").openList();
    for (int i = 0; i < plan.candidates().size(); i++) {
      Candidate candidate = plan.candidates().get(i);
      json.open().field("id").text(candidate.id()).field("name").text(candidate.name());
      if (outcome.result().isPresent()) {
        List<List<Long>> rows = outcome.result().get().rows();
        json.field("approve").number(rows.get(0).get(i));
        json.field("against").number(rows.get(1).get(i));
      }
      json.close();
    }
    json.closeList().field("resolutions").openList();
    if (plan.resolution().isPresent() && outcome.result().isPresent()) {
      List<Long> sums = outcome.result().get().rows().get(plan.resolutionQuestion());
      json.open().field("resolution").text(plan.resolution().get());
      json.field("approve").number(sums.get(1)).field("against").number(sums.get(2));
      json.field("blank").number(sums.get(0)).close();
    }
    json.closeList();
    if (plan.slate().writeIn().isPresent() && outcome.result().isPresent()) {
      writeWriteIns(json, plan.slate().writeIn().get(), outcome.result().get());
    }
    json.field("trustees").number(plan.trustees());
    json.field("threshold").number(plan.threshold());
    json.field("uuid").text(outcome.election().uuid()).field("archive");
    json.text(String.valueOf(outcome.archive().getFileName())).field("verdict");
    return json.text(outcome.verdict().holds() ? "holds" : "fails").close();
  }

  private static void writeWriteIns(JsonText json, WriteIn writeIn, Result result) {
    List<Integer> counts = writeIn.counts(result.answers().get(writeIn.question()));
    json.field("write_ins").openList();
    for (int i = 0; i < counts.size(); i++) {
      json.open().field("name").text(writeIn.people().get(i));
      json.field("ballots").number(counts.get(i)).close();
    }
    json.closeList();
  }
}
