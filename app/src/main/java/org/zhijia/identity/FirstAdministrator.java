package org.zhijia.identity;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhijia.operation.Greeting;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;

/// At the first start there is nobody yet: makes the first administrator and tells the link with
/// which they set their password. Until it is used, every start tells a new one.
@Component
class FirstAdministrator implements Greeting {
  static final String SIGN_IN_NAME = "admin";

  private final Accounts accounts;
  private final Organisations organisations;
  private final boolean demo;

  FirstAdministrator(
      Accounts accounts, Organisations organisations, @Value("${zhijia.demo:false}") boolean demo) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.demo = demo;
  }

  @Override
  public List<String> lines(Locale locale, String url) {
    if (demo) {
      return List.of();
    }
    boolean chinese = locale.getLanguage().equals("zh");
    if (accounts.none()) {
      Organisation root = organisations.root().orElseGet(organisations::foundRoot);
      long account = accounts.add(SIGN_IN_NAME, chinese ? "管理员" : "Administrator", null, root);
      for (Role role : List.of(Role.SECURITY_ADMINISTRATOR, Role.ORGANISATION_ADMINISTRATOR)) {
        accounts.appointAtFoundation(account, role, root.id(), root.path());
      }
    }
    return accounts
        .named(SIGN_IN_NAME)
        .filter(account -> !account.activated())
        .map(account -> url + "activation/" + accounts.issueSlip(account.id(), null))
        .map(
            link ->
                List.of(
                    chinese
                        ? "第一位管理员（登录名 " + SIGN_IN_NAME + "）请用这个一次性链接设置密码："
                        : "The first administrator (sign-in name "
                            + SIGN_IN_NAME
                            + ") sets the password with this one-time link:",
                    "  " + link))
        .orElse(List.of());
  }
}
