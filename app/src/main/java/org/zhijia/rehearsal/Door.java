package org.zhijia.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhijia.identity.Accounts;
import org.zhijia.identity.Role;
import org.zhijia.operation.OneTimeToken;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.OrganisationKind;
import org.zhijia.registry.Organisations;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;

/// Lets simulated people into a rehearsal space, once. It is there only where the operator started
/// the server as one, or as the demo: whoever has its token works in the highest offices.
@Open
@RestController
@ConditionalOnProperty("zhijia.rehearsal-token")
class Door {
  /// Who plays a congress.
  private static final List<Role> CAST =
      List.of(
          Role.SECRETARY,
          Role.CREDENTIALS_CLERK,
          Role.USHER,
          Role.TELLER,
          Role.TELLER,
          Role.SCRUTINEER,
          Role.SCRUTINEER,
          Role.SCRUTINEER);

  private final byte[] token;
  private final Accounts accounts;
  private final Organisations organisations;
  private final AtomicBoolean used = new AtomicBoolean();

  Door(
      @Value("${zhijia.rehearsal-token}") String token,
      Accounts accounts,
      Organisations organisations) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.accounts = accounts;
    this.organisations = organisations;
  }

  /// Somebody simulated, with the password that nobody else knows.
  ///
  /// @param name to sign in with
  /// @param person whom the account is called by
  record Player(String role, String name, String person, String password) {}

  /// Those who were let in.
  ///
  /// @param organisation for which they act
  record Players(long organisation, String organisationName, List<Player> players) {}

  @Transactional
  @PostMapping("/api/rehearsals/{given}")
  ResponseEntity<Players> enter(@PathVariable String given) {
    boolean right = MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    if (!right || !used.compareAndSet(false, true)) {
      throw new NotThere();
    }
    Organisation union = organisations.root().orElseGet(this::found);
    List<Player> players = new ArrayList<>();
    for (Role role : CAST) {
      players.add(player(role, players.size() + 1, union));
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Players(union.id(), union.name(), players));
  }

  private Organisation found() {
    return organisations.add(
        new Organisations.Founding("0001", OrganisationKind.DISTRICT, "预演区总工会", "", "", null, null),
        null);
  }

  private Player player(Role role, int number, Organisation union) {
    String name =
        "rehearsal-"
            + number
            + "-"
            + OneTimeToken.next().substring(0, 6).toLowerCase(java.util.Locale.ROOT);
    String password = OneTimeToken.next();
    String person = "预演" + number + "号";
    long account = accounts.add(name, person, null, union);
    accounts.setPassword(account, password);
    accounts.appointAtFoundation(account, role, union.id(), union.path());
    return new Player(role.name(), name, person, password);
  }
}
