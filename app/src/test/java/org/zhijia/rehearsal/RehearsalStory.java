package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.operation.CannotRun;
import org.zhijia.operation.Words;
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
    assertThat(Files.exists(out.resolve("dossier.zip"))).isTrue();
    assertThat(Files.readString(out.resolve("void.csv"))).contains("over-seats");
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
    assertThat(company.scrutineerNames()).hasSize(3);
    assertThatThrownBy(() -> Company.at(demo, TestServer.REHEARSAL_TOKEN))
        .isInstanceOf(CannotRun.class);
  }
}
