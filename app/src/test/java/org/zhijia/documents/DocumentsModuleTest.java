package org.zhijia.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// Drafting, editing, issuing, through the pages and with the database.
class DocumentsModuleTest {
  private final TestServer server = TestServer.running();

  private static String draft(Visitor officer, String codeWord) {
    Answer made =
        officer.post(
            "/documents",
            "template",
            "letter",
            "代字",
            codeWord,
            "主送单位",
            "区人力资源局",
            "事由",
            "商请支持换届工作",
            "内容",
            "现将有关事项函告如下。");
    assertThat(made.status()).isEqualTo(302);
    return made.location().replaceAll("^https?://[^/]+", "");
  }

  private static Answer issue(Visitor officer, String document, int version) {
    return officer.post(document + "/issue", "version", String.valueOf(version));
  }

  private List<String> numbers(Organisation of) {
    return server.bean(DocumentStore.class).of(of.id(), true, 100).stream()
        .map(row -> row.issue().orElseThrow().number())
        .toList();
  }

  @Test
  void parallelIssuersGetConsecutiveNumbersWithoutGapOrRepeat() throws Exception {
    Organisation union = server.union("红星机床厂工会");
    List<Callable<Integer>> issuers =
        IntStream.range(0, 8)
            .mapToObj(_ -> server.signedIn(union, Role.SECRETARY))
            .<Callable<Integer>>map(
                officer -> {
                  String document = draft(officer, "红工函");
                  return () -> issue(officer, document, 1).status();
                })
            .toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(issuers)) {
        assertThat(answer.get()).isEqualTo(302);
      }
    }
    int year = java.time.Year.now(java.time.ZoneId.of("Asia/Shanghai")).getValue();
    assertThat(numbers(union))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new DocumentNumber("红工函", year, i).text())
                .toList());
  }

  @Test
  void aNumberOfAnIssueThatFailedIsGivenToTheNext() {
    Organisation union = server.union("东风纺织厂工会");
    DocumentStore store = server.bean(DocumentStore.class);
    var transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    transaction.executeWithoutResult(
        status -> {
          assertThat(store.nextNumber(union.id(), "东工发", 2026)).isEqualTo(1);
          status.setRollbackOnly();
        });
    int next =
        java.util.Objects.requireNonNull(
            transaction.execute(_ -> store.nextNumber(union.id(), "东工发", 2026)));
    assertThat(next).isEqualTo(1);
  }

  @Test
  void oneDocumentIsIssuedOnceThoughTwoAskAtTheSameTime() throws Exception {
    Organisation union = server.union("建国制药厂工会");
    Visitor first = server.signedIn(union, Role.SECRETARY);
    Visitor second = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    String document = draft(first, "建工函");
    List<Callable<Integer>> both =
        List.of(
            () -> issue(first, document, 1).status(), () -> issue(second, document, 1).status());
    try (var threads = Executors.newFixedThreadPool(2)) {
      assertThat(
              threads.invokeAll(both).stream().map(java.util.concurrent.Future::resultNow).toList())
          .containsExactlyInAnyOrder(302, 422);
    }
    assertThat(numbers(union)).hasSize(1);
  }

  @Test
  void whatWasIssuedIsFrozenAndRecorded() throws Exception {
    Organisation union = server.union("长虹轴承厂工会");
    Visitor secretary = server.signedIn(union, Role.SECRETARY);
    String document = draft(secretary, "长工函");
    assertThat(secretary.get(document + "/pdf").raw()).startsWith('%', 'P', 'D', 'F');
    assertThat(issue(secretary, document, 1).status()).isEqualTo(302);

    Answer pdf = secretary.get(document + "/pdf");
    byte[] again = secretary.get(document + "/pdf").raw();
    assertThat(pdf.raw()).isEqualTo(again);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf.raw()));
    assertThat(secretary.get(document).body()).contains(hash).contains("长工函〔");
    String act =
        server
            .bean(JdbcClient.class)
            .sql(
                "select payload from acts.pending where kind = 'DocumentIssued' and payload like ?")
            .param("%" + hash + "%")
            .query(String.class)
            .single();
    assertThat(act).contains("长工函〔").contains(union.name()).doesNotContain("商请支持");
  }

  @Test
  void anIssuedDocumentCannotBeEdited() {
    Organisation union = server.union("光明灯具厂工会");
    Visitor secretary = server.signedIn(union, Role.SECRETARY);
    String document = draft(secretary, "光工函");
    assertThat(issue(secretary, document, 1).status()).isEqualTo(302);
    Answer answer = save(secretary, document, 1, "改过的标题", "改过的正文。");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(secretary.get(document).body()).doesNotContain("改过的标题");

    long id = Long.parseLong(document.replaceAll("\\D", ""));
    JdbcClient database = server.bean(JdbcClient.class);
    for (String change :
        List.of(
            "update documents.document set title = 'x' where id = ?",
            "update documents.issue set pdf = '' where document = ?",
            "delete from documents.issue where document = ?")) {
      assertThatThrownBy(() -> database.sql(change).param(id).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  private static Answer save(
      Visitor officer, String document, int version, String title, String body) {
    return officer.post(
        document,
        "version",
        String.valueOf(version),
        "kind",
        "LETTER",
        "codeWord",
        "光工函",
        "mark",
        "光明灯具厂工会",
        "title",
        title,
        "body",
        body);
  }

  @Test
  void whatWasTypedStaysOnThePageWhenItIsRefused() {
    Organisation union = server.union("胜利油嘴厂工会");
    Visitor officer = server.signedIn(union, Role.OFFICER);
    String document = draft(officer, "胜工函");
    Answer empty = save(officer, document, 1, "", "一段很长的正文。");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("一段很长的正文。").contains("要有标题");
    assertThat(save(officer, document, 1, "新标题", "新正文。").status()).isEqualTo(302);
    Answer stale = save(officer, document, 1, "迟到的标题", "迟到的正文。");
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("迟到的正文。");
  }

  @Test
  void aMissingValueIsAskedForAndTheOthersAreKept() {
    Organisation union = server.union("前卫服装厂工会");
    Visitor officer = server.signedIn(union, Role.OFFICER);
    Answer answer = officer.post("/documents", "template", "letter", "代字", "前工函", "事由", "商请借用场地");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("要填“主送单位”").contains("商请借用场地");
  }

  @Test
  void anOfficerDraftsButDoesNotIssue() {
    Organisation union = server.union("和平印刷厂工会");
    Visitor officer = server.signedIn(union, Role.OFFICER);
    String document = draft(officer, "和工函");
    assertThat(issue(officer, document, 1).status()).isEqualTo(404);
    assertThat(officer.get(document).status()).isEqualTo(200);
  }

  @Test
  void aUnionReplacesATemplateAndRestoresIt() {
    Organisation union = server.union("团结化工厂工会");
    Visitor secretary = server.signedIn(union, Role.SECRETARY);
    String page = "/documents/templates/letter";
    Answer wrong = secretary.post(page, "text", "文种：函\n标题：关于{{事由}}的函\n正文：\n此致\n");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("第 2 行").contains("此致");
    String own = "文种：函\n要素：事由\n标题：本会关于{{事由}}的函\n正文：\n此致\n";
    assertThat(secretary.post(page, "text", own).status()).isEqualTo(302);
    assertThat(secretary.get(page).body()).contains("本会关于{{事由}}的函");
    assertThat(secretary.post(page + "/restoration").status()).isEqualTo(302);
    assertThat(secretary.get(page).body()).contains("专此函达");
  }
}
