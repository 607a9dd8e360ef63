package org.zhijia.verify.check;

import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.TextTable;

/// Write-ins for people: by name, not by number.
public final class WriteInText {
  private WriteInText() {}

  /// What a question's numbers stand for, if people are written in by them.
  static Optional<WriteIn> of(Findings findings, int question) {
    return findings.slates().stream()
        .map(UnionSlate::writeIn)
        .flatMap(Optional::stream)
        .filter(added -> added.question() == question)
        .findFirst();
  }

  /// Whoever was written in by somebody, with the number of ballots.
  public static TextTable table(Screen screen, WriteIn writeIn, List<List<Integer>> rows) {
    TextTable table = new TextTable(1, screen.text("table.person"), screen.text("table.votes"));
    List<Integer> counts = writeIn.counts(rows);
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        table.row(writeIn.people().get(i), counts.get(i));
      }
    }
    return table;
  }
}
