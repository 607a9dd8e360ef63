package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.identity.Role;
import org.zhijia.tables.TableWriter;
import org.zhijia.testing.Identities;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// Unions kept by hand: founded, changed, moved, dissolved; files of them in and out.
class OrganisationStory {
  private final TestServer server = TestServer.running();
  private final Organisations organisations = server.bean(Organisations.class);
  private final OrganisationStore store = server.bean(OrganisationStore.class);
  private final Organisation street = server.union("青石街道总工会");
  private final Visitor officer = server.signedIn(street, Role.ORGANISATION_ADMINISTRATOR);

  private Answer found(Organisation above, String number, String name) {
    return officer.post(
        "/organisations/" + above.id() + "/foundation",
        "NUMBER",
        number,
        "NAME",
        name,
        "KIND",
        "基层工会",
        "FOUNDED",
        "2026-05-01");
  }

  private long acts(String kind, String text) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from acts.pending where kind = ? and strpos(payload, ?) > 0")
        .params(kind, text)
        .query(Long.class)
        .single();
  }

  @Test
  void aUnionIsFoundedAndTheActIsRecordedWithIt() {
    assertThat(found(street, "Q-1", "飞燕乳业工会").status()).isEqualTo(302);
    Organisation founded = store.byNumber("Q-1").orElseThrow();
    assertThat(founded.path()).startsWith(street.path());
    assertThat(acts("OrganisationFounded", "飞燕乳业工会")).isEqualTo(1);
    Answer again = found(street, "Q-1", "另一个工会");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("这个编号已被另一个工会使用", "另一个工会");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsLost() {
    Answer answer =
        officer.post(
            "/organisations/" + street.id() + "/foundation",
            "NUMBER",
            "Q 2",
            "NAME",
            "",
            "KIND",
            "GRASSROOTS",
            "CREDIT_CODE",
            "81410104MC1234566F");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("工会编号应为", "缺少工会名称", "校验位不符", "81410104MC1234566F");
  }

  @Test
  void aUnionMovesWithAllBelowAndWithTheRolesOnIt() {
    found(street, "Q-10", "甲工会");
    found(street, "Q-11", "乙工会");
    Organisation moved = store.byNumber("Q-10").orElseThrow();
    found(moved, "Q-12", "甲工会第一分会");
    Organisation branch = store.byNumber("Q-12").orElseThrow();
    Visitor local = server.signedIn(moved, Role.OFFICER);
    Answer answer =
        officer.post(
            "/organisations/" + moved.id() + "/change",
            "NAME",
            "甲工会",
            "KIND",
            "GRASSROOTS",
            "PARENT",
            "Q-11");
    assertThat(answer.status()).isEqualTo(302);
    String target = store.byNumber("Q-11").orElseThrow().path();
    assertThat(store.find(branch.id()).map(Organisation::path))
        .isEqualTo(Optional.of(target + moved.id() + "." + branch.id() + "."));
    assertThat(local.get("/organisations/" + branch.id()).status()).isEqualTo(200);
    assertThat(acts("OrganisationMoved", "Q-10")).isEqualTo(1);
  }

  @Test
  void eachUnionBelowIsShownWithTheCountsOfItsWholeSubtree() {
    found(street, "Q-40", "己工会");
    found(street, "Q-41", "庚工会");
    Organisation one = store.byNumber("Q-40").orElseThrow();
    found(one, "Q-42", "己工会分会");
    Organisation branch = store.byNumber("Q-42").orElseThrow();
    officer.post(
        "/organisations/" + branch.id() + "/admission",
        "NAME",
        "卫安",
        "ID_NUMBER",
        Identities.number(700_010));
    officer.post(
        "/organisations/" + one.id() + "/admission",
        "NAME",
        "陈安",
        "ID_NUMBER",
        Identities.number(700_011),
        "STATE",
        "保留会籍");
    assertThat(organisations.children(street))
        .extracting(child -> child.organisation().number(), child -> child.count().toString())
        .containsExactly(
            tuple("Q-40", counted(2, 1, organisations.count(branch).women(), 1)),
            tuple("Q-41", counted(1, 0, 0, 0)));
    assertThat(organisations.children(branch)).isEmpty();
  }

  private static String counted(long organisations, long members, long women, long retained) {
    return new Headcount(organisations, members, women, retained).toString();
  }

  @Test
  void aUnionCannotStandBelowItself() {
    found(street, "Q-20", "丙工会");
    Organisation above = store.byNumber("Q-20").orElseThrow();
    found(above, "Q-21", "丙工会分会");
    Answer answer =
        officer.post(
            "/organisations/" + above.id() + "/change",
            "NAME",
            "丙工会",
            "KIND",
            "GRASSROOTS",
            "PARENT",
            "Q-21");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("不能隶属于自己或自己的下级");
  }

  @Test
  void onlyAnEmptyUnionIsDissolvedAndOnlyOnAGround() {
    found(street, "Q-30", "丁工会");
    Organisation union = store.byNumber("Q-30").orElseThrow();
    String id = Identities.number(700_001);
    Answer admitted =
        officer.post(
            "/organisations/" + union.id() + "/admission",
            "NAME",
            "沈和",
            "ID_NUMBER",
            id,
            "JOINED",
            "2026-05-01");
    assertThat(admitted.location()).contains("/people/");
    String dissolution = "/organisations/" + union.id() + "/dissolution";
    Answer refused = officer.post(dissolution, "ground", "街工批〔2026〕1号");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("《工会法》第十二、十三条");
    found(street, "Q-31", "戊工会");
    Organisation empty = store.byNumber("Q-31").orElseThrow();
    dissolution = "/organisations/" + empty.id() + "/dissolution";
    assertThat(officer.post(dissolution, "ground", "").body()).contains("请写明依据");
    assertThat(officer.post(dissolution, "ground", "街工批〔2026〕1号").status()).isEqualTo(302);
    assertThat(acts("OrganisationDissolved", "Q-31")).isEqualTo(1);
    assertThat(store.below(street.path())).noneMatch(each -> each.number().equals("Q-31"));
  }

  @Test
  void onePersonHasOneMembership() {
    String id = Identities.number(700_002);
    String form = "/organisations/" + street.id() + "/admission";
    officer.post(form, "NAME", "韩泰", "ID_NUMBER", id);
    Answer again = officer.post(form, "NAME", "韩泰", "ID_NUMBER", id);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("一个人只有一份会籍", "韩泰");
  }

  @Test
  void officersTakeUpAndLayDownAnOffice() {
    officer.post(
        "/organisations/" + street.id() + "/admission",
        "NAME",
        "杨康",
        "ID_NUMBER",
        Identities.number(700_003));
    var member = server.bean(MemberStore.class).search("杨康", street.path(), 1).getFirst();
    String posts = "/organisations/" + street.id() + "/posts";
    assertThat(officer.post(posts, "office", "CHAIR", "member", "0", "since", "2026-05-01").body())
        .contains("没有找到这个会员编号");
    officer.post(
        posts,
        "office",
        "CHAIR",
        "member",
        member.number(),
        "since",
        "2026-05-01",
        "termEndsOn",
        "2031-04-30");
    var post = organisations.posts(street).getFirst();
    assertThat(officer.get(posts).body()).contains("杨康", "2031年4月30日");
    officer.post(posts + "/" + post.id() + "/end");
    assertThat(organisations.posts(street)).isEmpty();
  }

  @Test
  void aListOfUnionsComesInAndItsExportAddsNothing() throws IOException, InterruptedException {
    String csv =
        """
        编号,工会名称,类别,上级工会,单位,成立日期
        L-2,星火铸造工会第一分会,工会分会,星火铸造工会,,
        L-1,星火铸造工会,基层工会,,星火铸造有限公司,2020.5.1
        L-3,悬空工会,基层工会,不存在,,
        """;
    long id = upload(csv.getBytes(StandardCharsets.UTF_8));
    var tally = server.bean(ImportStore.class).find(id).orElseThrow().tally();
    assertThat(tally).isEqualTo(new Import.Tally(2, 0, 0, 1, 0));
    officer.post("/imports/" + id + "/taking");
    Organisation branch = store.byNumber("L-2").orElseThrow();
    assertThat(branch.path()).startsWith(store.byNumber("L-1").orElseThrow().path());
    assertThat(store.byNumber("L-3")).isEmpty();

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.csv(out)) {
      server.bean(Exports.class).organisations(street, writer);
    }
    var again =
        server.bean(ImportStore.class).find(upload(out.toByteArray())).orElseThrow().tally();
    assertThat(again.known()).isGreaterThanOrEqualTo(3);
    assertThat(again.toAdd() + again.bad()).isZero();
  }

  @Test
  void aRosterGoesOutForAReasonAndComesBackWithoutAddingAnybody() throws InterruptedException {
    String id = Identities.number(700_004);
    officer.post("/organisations/" + street.id() + "/admission", "NAME", "蒋宁", "ID_NUMBER", id);
    String path = "/organisations/" + street.id() + "/roster";
    assertThat(officer.post(path, "reason", "x").location()).contains("reason-missing");
    Answer roster = officer.post(path, "reason", "换届前核对名册", "format", "csv");
    assertThat(roster.body()).contains("蒋宁", id);
    long person = server.bean(MemberStore.class).search("蒋宁", street.path(), 1).getFirst().person();
    assertThat(server.bean(Members.class).readingsOf(person))
        .anyMatch(reading -> reading.reason().equals("换届前核对名册"));
    long again = upload(roster.raw(), "ROSTER");
    var tally = server.bean(ImportStore.class).find(again).orElseThrow().tally();
    assertThat(tally.toAdd() + tally.bad()).isZero();
    assertThat(tally.known()).isPositive();
  }

  private long upload(byte[] file) throws InterruptedException {
    return upload(file, "ORGANISATIONS");
  }

  private long upload(byte[] file, String kind) throws InterruptedException {
    Answer answer =
        officer.upload(
            "/imports", "文件.csv", file, "kind", kind, "organisation", String.valueOf(street.id()));
    long id = Long.parseLong(answer.location().replaceAll(".*/", ""));
    while (server.bean(Imports.class).isReading(id)) {
      Thread.sleep(50);
    }
    return id;
  }
}
