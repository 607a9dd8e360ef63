package org.zhijia.demo;

import java.util.List;
import org.zhijia.identity.Role;
import org.zhijia.statute.Text;

/// Whom one can sign in as.
final class DemoSignIns {
  static final String PASSWORD = "zhijia-demo-2026";

  /// @param union number of the organisation that the roles are held on
  /// @param does what one can try with it
  record SignIn(String name, String union, List<Role> roles, Text does) {
    /// Whom the account is called by, unless it is a member's.
    String person() {
      return does.zh().split("：", -1)[0];
    }

    boolean isMember() {
      return roles.contains(Role.MEMBER);
    }
  }

  static final List<SignIn> ALL =
      List.of(
          new SignIn(
              "admin",
              "0001",
              List.of(Role.ORGANISATION_ADMINISTRATOR),
              new Text("区总工会组织管理员：组织、会员、导入", "district: unions, members, imports")),
          new SignIn(
              "secretary",
              "0001",
              List.of(Role.SECRETARY),
              new Text("区总工会大会秘书：大会、选举、公文", "district: the congress, its votes, documents")),
          new SignIn(
              "clerk",
              "0001",
              List.of(Role.CREDENTIALS_CLERK),
              new Text("大会资格审查员：代表资格、凭证条", "credentials, makes voting slips")),
          new SignIn(
              "usher",
              "0001",
              List.of(Role.USHER),
              new Text("大会签到员：签到、发凭证条", "check-in at the door, voting slips")),
          new SignIn(
              "teller1",
              "0001",
              List.of(Role.TELLER),
              new Text("计票人甲：决议、纸质选票", "first teller: resolutions, paper ballots")),
          new SignIn(
              "teller2",
              "0001",
              List.of(Role.TELLER),
              new Text("计票人乙：决议、纸质选票", "second teller: the same, on their own")),
          new SignIn(
              "scrutineer1",
              "0001",
              List.of(Role.SCRUTINEER),
              new Text("监票人甲：总监票人，密钥、开票、签字", "chief scrutineer: key, count, signature")),
          new SignIn(
              "scrutineer2",
              "0001",
              List.of(Role.SCRUTINEER),
              new Text("监票人乙：密钥、开票", "second scrutineer: key, count")),
          new SignIn(
              "scrutineer3",
              "0001",
              List.of(Role.SCRUTINEER),
              new Text("监票人丙：密钥、开票", "third scrutineer: key, count")),
          new SignIn(
              "officer",
              "0101",
              List.of(Role.OFFICER),
              new Text("望江街道总工会干部：查看", "a street's officer: looks only")),
          new SignIn(
              "union",
              "020101",
              List.of(Role.ORGANISATION_ADMINISTRATOR, Role.MEMBER),
              new Text("企业工会管理员：本单位名册", "an enterprise union's administrator")),
          new SignIn(
              "member",
              "010109",
              List.of(Role.MEMBER),
              new Text("会员：我的会籍、谁看过我的信息", "a member: own record, who read it")),
          new SignIn(
              "security",
              "0001",
              List.of(Role.SECURITY_ADMINISTRATOR),
              new Text("安全管理员：账号、职责、激活凭条", "accounts, roles, slips")),
          new SignIn(
              "audit",
              "0001",
              List.of(Role.AUDIT_ADMINISTRATOR),
              new Text("审计管理员：查阅记录", "who read what")),
          new SignIn(
              "system",
              "0001",
              List.of(Role.SYSTEM_ADMINISTRATOR),
              new Text("系统管理员：运行情况", "operation")));

  private DemoSignIns() {}
}
