package org.zhijia.verify.check;

import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.WriteIns;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.TextTable;

/// Write-ins for people: by name, not by number.
public final class WriteInText {
  private WriteInText() {}

  /// The write-ins that a verified election declares.
  public static List<WriteIns> of(Findings findings) {
    try {
      return findings.election().isEmpty()
          ? List.of()
          : WriteIns.of(findings.election().get(), findings.slates());
    } catch (Malformed impossible) {
      throw new IllegalStateException("the declarations were checked at set-up", impossible);
    }
  }

  static Optional<WriteIns> of(Findings findings, int question) {
    return of(findings).stream().filter(added -> added.question() == question).findFirst();
  }

  /// Whoever was written in by somebody, with the number of ballots.
  public static TextTable table(Screen screen, WriteIns writeIns, List<List<Integer>> answers) {
    TextTable table = new TextTable(1, screen.text("table.person"), screen.text("table.votes"));
    List<Integer> counts = writeIns.counts(answers);
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        table.row(writeIns.people().get(i), counts.get(i));
      }
    }
    return table;
  }
}
