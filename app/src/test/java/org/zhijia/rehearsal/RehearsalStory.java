package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.operation.CannotRun;
import org.zhijia.operation.Words;
import org.zhijia.testing.Printed;
import org.zhijia.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small congresses from the roster to the archive, as `zhijia rehearse` plays them.
class RehearsalStory {
  private static final String CANDIDATES = "id,name\nx,丁一\ny,王二\nz,李四\n";

  @TempDir private Path folder;

  private final Wishes wishes = new Wishes();
  private final TestServer server = TestServer.running();

  private static Timeline silent() {
    return new Timeline(Words.of(Map.of(), "--lang=zh"), _ -> {});
  }

  private void given(String ballots) throws IOException {
    wishes.candidates = Files.writeString(folder.resolve("c.csv"), CANDIDATES);
    wishes.ballots =
        Files.writeString(folder.resolve("b.csv"), "voter,approve,against\n" + ballots);
    wishes.seats = 2;
    wishes.seed = 7;
  }

  /// 24 valid ballots: x has 23 votes, y and z 12 each, too few; and one with all three, void.
  private static String mixed() {
    StringBuilder rows = new StringBuilder("v0,x|y|z,\n");
    for (int i = 1; i <= 24; i++) {
      rows.append('v').append(i).append(i % 2 == 0 ? ",x|y,z\n" : i == 1 ? ",z,x\n" : ",x|z,\n");
    }
    return rows.toString();
  }

  @Test
  void withPaperAndLossComesOutWhatWasPutIn() throws IOException {
    given(mixed());
    wishes.paper = 45;
    wishes.loss = 25;
    wishes.due = 25;
    wishes.roster =
        Files.writeString(
            folder.resolve("r.csv"),
            """
            name,gender,ethnicity,birth,party,unit,post,category,phone
            代表甲,男,汉族,1980.02,群众,铸造车间,工会干部,工会工作者,13900000000
            代表乙,不知,汉族,1980.02,群众,铸造车间,职工,一线职工,
            """);
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Company company = Companies.at(server);
    Timeline timeline = silent();
    Rehearsal.Played played = new Rehearsal(company, plan, wishes, timeline, Pictures.NONE).play();
    Path out = Files.createDirectories(folder.resolve("out"));
    assertThat(new Report(out, company, plan, timeline).write(played))
        .as(String.join("\n", timeline.lines()))
        .isTrue();
    assertThat(played.findings()).hasSize(1).first().asString().contains("代表乙", "性别应为男或女");
    assertThat(played.lost()).isPositive();
    JsonNode result = read(out.resolve("result.json"));
    assertThat(result.get("due").intValue()).isEqualTo(25);
    assertThat(result.get("returned").intValue()).isEqualTo(25);
    assertThat(result.get("valid").intValue()).isEqualTo(24);
    assertThat(result.get("candidates").get(0).toString())
        .isEqualTo("{\"id\":\"x\",\"name\":\"丁一\",\"approve\":23,\"against\":1,\"abstain\":0}");
    assertThat(result.get("elected").toString()).isEqualTo("[\"x\"]");
    assertThat(result.get("runoff").isNull()).isTrue();
    assertThat(result.get("short").intValue()).isEqualTo(1);
    assertThat(fileOf(out.resolve("dossier.zip"), "open-seats.json"))
        .contains("\"choice\" : \"vacant\"", "\"open\" : 1", "\"size\" : 2", "\"approve\" : null");
    assertThat(timeline.lines()).anyMatch(line -> line.contains("缺额 1 名，暂缺"));
    assertThat(Files.readString(out.resolve("void.csv"))).contains("over-seats");
    everyDocumentIsThere(out);
    theFiguresAreThoseOfTheResults(out);
  }

  private static final List<String> DRAFTED =
      List.of(
          "congress-request",
          "congress-notice",
          "congress-agenda",
          "credentials-report",
          "delegate-list",
          "host-script",
          "candidate-list",
          "adopted-resolution",
          "scrutineers-report",
          "count-sheet");

  /// Whatever a congress prints up to its first plenaries, and what follows if it has ended.
  private static void everyDocumentIsThere(Path out) throws IOException {
    List<String> there;
    try (Stream<Path> files = Files.list(out.resolve("documents"))) {
      there =
          files
              .map(file -> file.getFileName().toString().replaceFirst("^\\d\\d-", ""))
              .sorted()
              .toList();
    }
    List<String> wanted = new ArrayList<>(DRAFTED);
    wanted.addAll(List.of("minutes", "election-report", "announcement"));
    for (String name : wanted) {
      assertThat(there).contains(name + ".pdf", name + ".docx");
    }
    assertThat(there).filteredOn("adopted-resolution.pdf"::equals).hasSize(3);
    assertThat(there).contains("delegate-cards.pdf", "seating-plan.pdf");
    assertThat(there).contains("ballot-paper-committee-1.pdf", "ballot-paper-audit-1.pdf");
    assertThat(document(out, "delegate-cards").pages()).isEqualTo(4);
    assertThat(document(out, "delegate-cards").symbols()).hasSize(25).doesNotHaveDuplicates();
    assertThat(document(out, "ballot-paper-committee-1").text()).contains("丁一", "王二", "李四");
  }

  private static Printed document(Path out, String name) throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("documents"))) {
      Path file =
          files
              .filter(each -> each.getFileName().toString().endsWith(name + ".pdf"))
              .findFirst()
              .orElseThrow();
      Printed printed = new Printed(Files.readAllBytes(file));
      printed.pictures("rehearsed-" + name);
      return printed;
    }
  }

  private static void theFiguresAreThoseOfTheResults(Path out) throws IOException {
    String report = plain(document(out, "scrutineers-report"));
    String sheet = plain(document(out, "count-sheet"));
    List<Path> results;
    try (Stream<Path> folders = Files.list(out.resolve("elections"))) {
      results = folders.map(folder -> folder.resolve("result.json")).toList();
    }
    assertThat(results).hasSizeGreaterThan(3);
    for (Path file : results) {
      JsonNode result = read(file);
      int returned = result.get("returned").intValue();
      int valid = result.get("valid").intValue();
      String figures =
          "应到%d人，实到%d人；发出选票%d张，收回%d张，其中有效票%d张，无效票%d张。"
              .formatted(
                  result.get("due").intValue(),
                  result.get("present").intValue(),
                  result.get("issued").intValue(),
                  returned,
                  valid,
                  returned - valid);
      assertThat(report).as(file.toString()).contains(figures);
      assertThat(sheet).as(file.toString()).contains(figures);
      for (JsonNode line : result.get("candidates")) {
        assertThat(sheet)
            .contains(
                "%s：赞成%d票，反对%d票，弃权%d票"
                    .formatted(
                        line.get("name").stringValue(),
                        line.get("approve").intValue(),
                        line.get("against").intValue(),
                        line.get("abstain").intValue()));
      }
    }
    assertThat(plain(document(out, "minutes"))).contains("选举产生委员会委员1名：丁一。", "实到代表25名。");
    for (String other : List.of("host-script", "candidate-list", "election-report")) {
      assertThat(plain(document(out, other))).contains("第五次代表大会（预演）");
    }
  }

  /// Without the folios between the pages.
  private static String plain(Printed printed) {
    return printed.text().replaceAll("—\\d+—", "");
  }

  private static String fileOf(Path zip, String ending) throws IOException {
    try (ZipFile files = new ZipFile(zip.toFile())) {
      ZipEntry found =
          files.stream().filter(each -> each.getName().endsWith(ending)).findFirst().orElseThrow();
      return new String(files.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }

  /// 20 voters, 11 of them for y and for z each beside x: one seat is left for two.
  @Test
  void aTieLeadsToARunOffAndAForgottenBallotIsNoticed() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      rows.append('v').append(i).append(i < 9 ? ",x|y,\n" : i < 18 ? ",x|z,\n" : ",y|z,\n");
    }
    given(rows.toString());
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Rehearsal rehearsal =
        new Rehearsal(Companies.at(server), plan, wishes, silent(), Pictures.NONE);
    rehearsal.forgetful = (ask, voter) -> ask.body().equals("AUDIT") && voter == 3;
    Rehearsal.Played played = rehearsal.play();
    Rehearsal.Round first = round(played, "committee-1");
    assertThat(first.recount().elected()).isEqualTo(Set.of("丁一"));
    assertThat(first.differences()).isEmpty();
    assertThat(first.counted().json().get("runoff").get("seats").intValue()).isEqualTo(1);
    Rehearsal.Round second = round(played, "committee-2");
    assertThat(second.counted().ask().slate().names()).containsExactly("王二", "李四");
    assertThat(second.differences()).isEmpty();
    assertThat(round(played, "audit-1").differences())
        .contains("returned: 19, counted 20")
        .anyMatch(difference -> difference.startsWith("tracker "));
    assertThat(played.isSound()).isFalse();
  }

  /// Votes scattered over three, none with eleven of twenty: seats stay open, the resolutions are
  /// voted upon all the same.
  @Test
  void aVoteThatElectsNobodyIsNoEnd() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      rows.append('v').append(i).append(i < 7 ? ",x,\n" : i < 14 ? ",y,\n" : ",z,\n");
    }
    given(rows.toString());
    wishes.paper = 100;
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Rehearsal.Played played =
        new Rehearsal(Companies.at(server), plan, wishes, silent(), Pictures.NONE).play();
    assertThat(round(played, "committee-1").counted().json().get("elected").isEmpty()).isTrue();
    assertThat(round(played, "resolution-1").differences()).isEmpty();
    assertThat(played.isSound()).isTrue();
    assertThat(played.dossiers()).isEmpty();
  }

  private static Rehearsal.Round round(Rehearsal.Played played, String folder) {
    return played.rounds().stream()
        .filter(round -> round.counted().ask().folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDoorOpensOnceAndOnlyWhereItIs() {
    URI demo = TestServer.demo().at("/");
    assertThatThrownBy(() -> Company.at(demo, "wrong")).isInstanceOf(CannotRun.class);
    assertThatThrownBy(() -> Company.at(server.at("/"), TestServer.REHEARSAL_TOKEN))
        .isInstanceOf(CannotRun.class);
    Company company = Company.at(demo, TestServer.REHEARSAL_TOKEN);
    assertThat(company.secretary().get("/congresses/new").status()).isEqualTo(200);
    assertThat(company.watching()).hasSize(3);
    assertThatThrownBy(() -> Company.at(demo, TestServer.REHEARSAL_TOKEN))
        .isInstanceOf(CannotRun.class);
  }
}
