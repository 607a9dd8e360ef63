package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.identity.Role;
import org.zhijia.testing.Identities;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// What breaks under an import or a save leaves all of it or nothing, and a clear page.
class ImportFaultsStory {
  private final TestServer server = TestServer.running();
  private final Organisation union = server.union("洪山水泥工会");
  private final Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
  private final JdbcClient database = server.bean(JdbcClient.class);
  private final Imports imports = server.bean(Imports.class);
  private final ImportStore store = server.bean(ImportStore.class);
  private final Organisations organisations = server.bean(Organisations.class);

  private long uploaded(int from) throws InterruptedException {
    NastyRoster roster = NastyRoster.of(union.name(), 2, from);
    Answer answer =
        officer.upload(
            "/imports",
            "名册.csv",
            roster.csv("UTF-8"),
            "kind",
            "ROSTER",
            "organisation",
            String.valueOf(union.id()));
    long id = Long.parseLong(answer.location().replaceAll(".*/", ""));
    waitFor(id);
    return id;
  }

  private void waitFor(long id) throws InterruptedException {
    while (imports.isReading(id)) {
      Thread.sleep(20);
    }
  }

  @Test
  void aConnectionLostInTheMiddleOfTakingOverLeavesNothingAndTheSecondTryAll() throws Exception {
    long id = uploaded(300_000);
    CompletableFuture<Answer> taking = new CompletableFuture<>();
    server
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              // Whoever takes over has added the people, and now waits for this table.
              database.sql("lock table registry.membership in exclusive mode").update();
              Thread.ofVirtual()
                  .start(() -> taking.complete(officer.post("/imports/" + id + "/taking")));
              long end = System.nanoTime() + 60_000_000_000L;
              while (terminated("insert into registry.membership") == 0) {
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
              }
            });
    assertThat(taking.get().status()).isEqualTo(503);
    assertThat(taking.get().body()).contains("没有", "已经保存的内容都在");
    assertThat(organisations.count(union).members()).isZero();
    assertThat(people(id)).isZero();
    assertThat(store.find(id).orElseThrow().state()).isEqualTo(ImportState.PREVIEWED);

    officer.post("/imports/" + id + "/taking");
    assertThat(organisations.count(union).members()).isEqualTo(2_950);
    assertThat(people(id)).isEqualTo(2_950);
  }

  /// Ends the backends that wait in this statement.
  private long terminated(String statement) {
    // Within a transaction the view shows what it showed first.
    database.sql("select pg_stat_clear_snapshot()").query((row, number) -> true).list();
    return database
        .sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where wait_event_type = 'Lock' and strpos(query, ?) > 0 and pid <> pg_backend_pid()
            """)
        .param(statement)
        .query(Long.class)
        .single();
  }

  /// People of the file who are in the register, whether or not they have a membership.
  private long people(long id) {
    return database
        .sql(
            """
            select count(*) from registry.person p
              join registry.import_row r on r.id_digest = p.id_digest and r.import = ?
             where r.verdict <> 'BAD'
            """)
        .param(id)
        .query(Long.class)
        .single();
  }

  @Test
  void aReadingThatAnEndOfTheServerCutShortBeginsAnew() throws InterruptedException {
    long id = uploaded(310_000);
    database.sql("delete from registry.import_row where import = ?").param(id).update();
    database
        .sql("update registry.import set state = 'READING', good = 0 where id = ?")
        .param(id)
        .update();
    server.bean(ImportReader.class).goOn();
    waitFor(id);
    assertThat(store.find(id).orElseThrow().state()).isEqualTo(ImportState.PREVIEWED);
    assertThat(store.find(id).orElseThrow().tally().bad()).isEqualTo(50);
  }

  @Test
  void twoWhoTakeOverTheSameAtOnceAddItOnce() throws Exception {
    long id = uploaded(320_000);
    long same = uploaded(320_000);
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> take(id));
    CompletableFuture<Void> again = CompletableFuture.runAsync(() -> take(id));
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> take(same));
    CompletableFuture.allOf(one, again, other).get();
    assertThat(organisations.count(union).members()).isEqualTo(2_950);
  }

  private void take(long id) {
    Visitor another = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    assertThat(another.post("/imports/" + id + "/taking").status()).isEqualTo(302);
  }

  @Test
  void aFullDiskIsAClearPageAndNothingIsHalfSaved() {
    database
        .sql(
            """
            create function pg_temp_full() returns trigger language plpgsql as $$
            begin
                if new.name = '满盘' then
                    raise exception 'could not extend file' using errcode = '53100';
                end if;
                return new;
            end $$
            """)
        .update();
    database
        .sql(
            """
            create trigger full_disk after insert on registry.person
                for each row execute function pg_temp_full()
            """)
        .update();
    String[] form = {"NAME", "满盘", "ID_NUMBER", Identities.number(330_001)};
    String path = "/organisations/" + union.id() + "/admission";
    try {
      Answer full = officer.post(path, form);
      assertThat(full.status()).isEqualTo(503);
      assertThat(full.body()).contains("暂时无法使用", "没有");
      assertThat(organisations.count(union).members()).isZero();
    } finally {
      database.sql("drop trigger full_disk on registry.person").update();
      database.sql("drop function pg_temp_full()").update();
    }
    assertThat(officer.post(path, form).status()).isEqualTo(302);
    assertThat(organisations.count(union).members()).isEqualTo(1);
  }

  @Test
  void aFileThatIsNoTableSaysWhatToDo() throws InterruptedException {
    Answer answer =
        officer.upload(
            "/imports",
            "notes.csv",
            "hello\nworld\n".getBytes(StandardCharsets.UTF_8),
            "kind",
            "ROSTER",
            "organisation",
            String.valueOf(union.id()));
    waitFor(Long.parseLong(answer.location().replaceAll(".*/", "")));
    assertThat(officer.follow(answer).body()).contains("文件无法读取", "没有找到表头");
  }
}
