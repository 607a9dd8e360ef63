package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhijia.identity.Role;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// A roster with 50 bad rows among 3,000, from upload to the second time.
class RosterImportStory {
  private final TestServer server = TestServer.running();
  private final Imports imports = server.bean(Imports.class);
  private final ImportStore store = server.bean(ImportStore.class);
  private final Organisations organisations = server.bean(Organisations.class);

  @Test
  void aRosterInGbkIsTakenOverOnceWithoutItsBadRows() {
    Organisation union = server.union("长虹仪表厂工会");
    NastyRoster roster = NastyRoster.of(union.name(), 2, 100_000);
    takesTheGoodRowsOnce(union, "名册.csv", roster.csv("GBK"), roster);
  }

  @Test
  void aRosterWithMergedHeaderCellsIsTakenOverOnceWithoutItsBadRows() throws IOException {
    Organisation union = server.union("金谷粮油工会");
    NastyRoster roster = NastyRoster.of(union.name(), 4, 200_000);
    takesTheGoodRowsOnce(union, "名册.xlsx", roster.xlsx(), roster);
  }

  private void takesTheGoodRowsOnce(
      Organisation union, String fileName, byte[] file, NastyRoster roster) {
    Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    assertThat(roster.wrong()).hasSize(50);

    long first = upload(officer, union, fileName, file);
    Import preview = store.find(first).orElseThrow();
    assertThat(preview.tally())
        .isEqualTo(new Import.Tally(2_950 - roster.noted(), roster.noted(), 0, 50, 0));
    var bad = store.lines(preview, Verdict.BAD, 0, 1_000);
    assertThat(bad.stream().map(Import.Line::line)).isSubsetOf(roster.wrong().keySet());
    for (Import.Line line : bad) {
      assertThat(line.findings().stream().map(RowFinding::zh))
          .as("line " + line.line())
          .anyMatch(text -> text.contains(roster.wrong().get(line.line())));
    }
    assertThat(organisations.count(union).members()).as("nothing is written yet").isZero();
    assertThat(officer.get("/imports/" + first).body()).contains("缺少姓名", "第 ");

    assertThat(officer.post("/imports/" + first + "/taking").status()).isEqualTo(302);
    assertThat(organisations.count(union).members()).isEqualTo(2_950);
    assertThat(officer.get("/imports/" + first).body()).contains("已导入 2,950 行");
    String findings = officer.get("/imports/" + first + "/findings.csv").body();
    assertThat(findings.lines()).hasSize(51);
    assertThat(findings).contains("“1990.13.5”不是日期");

    long second = upload(officer, union, fileName, file);
    assertThat(store.find(second).orElseThrow().tally())
        .isEqualTo(new Import.Tally(0, 0, 2_950, 50, 0));
    officer.post("/imports/" + second + "/taking");
    assertThat(organisations.count(union).members()).isEqualTo(2_950);
  }

  private long upload(Visitor officer, Organisation union, String fileName, byte[] file) {
    Answer answer =
        officer.upload(
            "/imports",
            fileName,
            file,
            "kind",
            "ROSTER",
            "organisation",
            String.valueOf(union.id()));
    Matcher found = Pattern.compile("/imports/(\\d+)").matcher(answer.location());
    assertThat(found.find()).as(answer.status() + " " + answer.body()).isTrue();
    long id = Long.parseLong(found.group(1));
    while (imports.isReading(id)) {
      Thread.onSpinWait();
    }
    return id;
  }
}
