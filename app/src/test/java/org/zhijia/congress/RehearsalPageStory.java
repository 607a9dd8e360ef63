package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.rehearsal.Rehearsals;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor.Answer;

/// The desk's rehearsal with the real roster.
class RehearsalPageStory {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> RECORD =
      List.of(
          "acts.pending",
          "congress.congress",
          "congress.delegate",
          "election.assembly",
          "election.poll",
          "documents.document");

  private final TestServer server = TestServer.running();

  private List<Long> record() {
    JdbcClient database = server.bean(JdbcClient.class);
    return RECORD.stream()
        .map(table -> database.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  @Test
  void theRealRosterIsRehearsedAndLeavesNoTrace() throws InterruptedException {
    TestCongress congress = TestCongress.opened("晨光仪表厂工会");
    String page = congress.at + "/rehearsal";
    Answer early = congress.secretary.post(page);
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("名册上还没有代表");
    congress.plan();
    congress.entered("DELEGATES");
    congress.bringDelegates();
    List<Long> before = record();

    assertThat(congress.secretary.get(page).body()).contains("20 名代表", "虚构的候选人");
    assertThat(congress.secretary.post(page).status()).isEqualTo(302);
    Answer second = congress.secretary.post(page);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("另一场预演还在进行");

    Rehearsals.State state = ended(congress);
    assertThat(state.isSound()).as(String.join("\n", state.lines())).isTrue();
    String shown = congress.secretary.get(page).body();
    assertThat(shown).contains("每项结果都与独立的计算一致");
    assertThat(record()).isEqualTo(before);
    for (String name : state.pictures()) {
      byte[] picture = congress.secretary.get(page + "/pictures/" + name).raw();
      assertThat(picture).startsWith(0x89, 'P', 'N', 'G');
    }

    assertThat(congress.secretary.post(page + "/end").status()).isEqualTo(302);
    assertThat(congress.secretary.get(page).body()).doesNotContain("每项结果都与独立的计算一致");
    assertThat(congress.secretary.get(page + "/pictures/desk").status()).isEqualTo(404);
  }

  private Rehearsals.State ended(TestCongress congress) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Rehearsals rehearsals = server.bean(Rehearsals.class);
    while (rehearsals.of(congress.id).orElseThrow().isGoingOn()) {
      assertThat(Instant.now()).as("the rehearsal goes on").isBefore(end);
      Thread.sleep(300);
    }
    return rehearsals.of(congress.id).orElseThrow();
  }

  @Test
  void nobodyRehearsesWhileTheCongressSits() {
    TestCongress congress = TestCongress.prepared("晨光电机厂工会");
    Answer refused = congress.secretary.post(congress.at + "/rehearsal");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("开会期间不预演");
    Answer others = congress.usher.get(congress.at + "/rehearsal");
    assertThat(others.status()).isEqualTo(404);
  }
}
