package org.zhijia.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhijia.registry.Members;
import org.zhijia.registry.MembershipState;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Sensitive;
import org.zhijia.testing.Identities;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// How a member comes to a password, and keeps it.
class SlipStory {
  private final TestServer server = TestServer.running();
  private final Organisation union = server.union("青松木业工会");
  private final Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);

  private long member(int n) {
    return server
        .bean(Members.class)
        .enrol(
            new Members.Newcomer(
                "冯瑞",
                true,
                new Sensitive(Map.of(Sensitive.Field.ID_NUMBER, Identities.number(800_000 + n))),
                union.id(),
                MembershipState.MEMBER,
                java.time.LocalDate.of(2021, 3, 8)))
        .orElseThrow();
  }

  private String link(Answer slip) {
    Matcher found = Pattern.compile("(/activation/[\\w-]{20,})").matcher(slip.body());
    assertThat(found.find()).as(slip.body()).isTrue();
    return found.group(1);
  }

  @Test
  void aMemberSetsAPasswordWithASlipOnceAndSignsIn() {
    long person = member(1);
    Answer slip = officer.post("/people/" + person + "/slip");
    assertThat(slip.body()).contains("<svg", "冯瑞", "有效期至");
    Visitor member = server.visitor();
    String link = link(slip);
    assertThat(member.get(link).body()).contains("冯瑞，您好");
    assertThat(member.post(link, "password", "short", "again", "short").body()).contains("密码太短");
    assertThat(member.post(link, "password", "梅花香自苦寒来呀", "again", "别的").body())
        .contains("两次输入的密码不一样");
    assertThat(member.post(link, "password", "梅花香自苦寒来呀呀呀", "again", "梅花香自苦寒来呀呀呀").location())
        .contains("/sign-in?activated");
    assertThat(server.visitor().get(link).status()).isEqualTo(410);
    String number = server.bean(Members.class).belonging(person).orElseThrow().number();
    member.signIn(number, "梅花香自苦寒来呀呀呀");
    assertThat(member.get("/me").body()).contains("青松木业工会");
  }

  @Test
  void aNewSlipMakesTheOldOneWorthless() {
    long person = member(2);
    String first = link(officer.post("/people/" + person + "/slip"));
    String second = link(officer.post("/people/" + person + "/slip"));
    assertThat(server.visitor().get(first).status()).isEqualTo(410);
    assertThat(server.visitor().get(second).status()).isEqualTo(200);
  }

  @Test
  void whoHoldsAHigherOfficeGetsNoSlipFromALowerUnion() {
    long person = member(3);
    officer.post("/people/" + person + "/slip");
    Accounts accounts = server.bean(Accounts.class);
    String number = server.bean(Members.class).belonging(person).orElseThrow().number();
    Account account = accounts.named(number).orElseThrow();
    Organisation root = server.root();
    accounts.appointAtFoundation(account.id(), Role.SECRETARY, root.id(), root.path());
    assertThat(officer.post("/people/" + person + "/slip").status()).isEqualTo(404);
  }

  @Test
  void changingThePasswordEndsTheOtherSessions() {
    Account account = server.officer(union, Role.OFFICER);
    Visitor here = server.visitor();
    here.signIn(account.signInName(), TestServer.PASSWORD);
    Visitor elsewhere = server.visitor();
    elsewhere.signIn(account.signInName(), TestServer.PASSWORD);
    here.get("/me");
    String wished = "a new password, and long";
    assertThat(
            here.post("/me/password", "current", "wrong", "password", wished, "again", wished)
                .body())
        .contains("当前密码不对");
    here.post("/me/password", "current", TestServer.PASSWORD, "password", wished, "again", wished);
    assertThat(here.get("/me").status()).isEqualTo(200);
    assertThat(elsewhere.get("/me").status()).isEqualTo(302);
  }

  @Test
  void aSuspendedAccountMayDoNothingFromThenOn() {
    Visitor security = server.signedIn(union, Role.SECURITY_ADMINISTRATOR);
    Account account = server.officer(union, Role.OFFICER);
    Visitor suspended = server.visitor();
    suspended.signIn(account.signInName(), TestServer.PASSWORD);
    assertThat(suspended.get("/organisations").status()).isEqualTo(302);
    security.post("/administration/accounts/" + account.id() + "/suspension");
    assertThat(suspended.get("/organisations/" + union.id()).status()).isEqualTo(302);
    assertThat(suspended.get("/organisations/" + union.id()).location()).contains("sign-in");
    security.post("/administration/accounts/" + account.id() + "/readmission");
    assertThat(suspended.get("/organisations/" + union.id()).status()).isEqualTo(200);
  }

  @Test
  void aTokenEndsWhenItsOwnerEndsIt() {
    Visitor program = server.signedIn(union, Role.OFFICER);
    program.makeToken("organisations:read");
    String path = "/api/organisations/" + union.id();
    assertThat(program.get(path).body()).contains("青松木业工会");
    assertThat(program.get(path + "/members").status()).as("out of scope").isEqualTo(404);
    Matcher id = Pattern.compile("/me/tokens/(\\d+)/end").matcher(program.get("/me/tokens").body());
    assertThat(id.find()).isTrue();
    program.post("/me/tokens/" + id.group(1) + "/end");
    assertThat(program.get(path).status()).isEqualTo(401);
  }
}
