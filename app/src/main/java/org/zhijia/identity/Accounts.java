package org.zhijia.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.registry.Members;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.registry.SubtreeMoved;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Laws;
import org.zhijia.statute.rulebook.Rulebook;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Accounts, the slips with which they are activated, and the roles that they hold.
@Service
public class Accounts {
  static final Duration SLIP_LIVES = Duration.ofDays(14);
  private static final int TOKEN_BYTES = 24;

  private final AccountStore store;
  private final Organisations organisations;
  private final Members members;
  private final PasswordEncoder encoder;
  private final Permit permit;
  private final Laws laws;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Accounts(
      AccountStore store,
      Organisations organisations,
      Members members,
      PasswordEncoder encoder,
      Permit permit,
      Laws laws,
      Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.members = members;
    this.encoder = encoder;
    this.permit = permit;
    this.laws = laws;
    this.clock = clock;
  }

  /// What came of a wish to appoint.
  public sealed interface Appointed {
    record Granted() implements Appointed {}

    /// @param breaches the rules that stand against it
    record Refused(List<Breach> breaches) implements Appointed {}
  }

  /// Whether a password was accepted.
  public enum Activated {
    DONE,
    SLIP_WORTHLESS,
    PASSWORD_WRONG,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_COMMON
  }

  public boolean none() {
    return store.isEmpty();
  }

  @Transactional
  public long add(String signInName, String name, @Nullable Long person, Organisation keeper) {
    return store.add(signInName, name, person, keeper);
  }

  public Optional<Account> account(long id) {
    return store.account(id);
  }

  public Optional<Account> named(String signInName) {
    return store.named(signInName);
  }

  /// Those that the actor may administer, by name.
  public List<Account> search(String search) {
    return organisations
        .actingFor()
        .filter(top -> permit.may(Task.APPOINT, top.path()))
        .map(top -> store.keptBelow(top.path(), search))
        .orElse(List.of());
  }

  /// One that the actor may administer: it is kept by, and holds roles on, organisations of the
  /// actor's own subtree alone. Whoever could reset the password of a higher office would have
  /// that office.
  ///
  /// @throws NotThere if there is none, or not for this actor
  public Account administered(long id) {
    Account account = store.account(id).orElseThrow(NotThere::new);
    permit.demand(Task.APPOINT, account.path());
    store.appointments(id).forEach(held -> permit.demand(Task.APPOINT, held.path()));
    return account;
  }

  /// Its appointments in force, with the names of the organisations.
  public List<Appointment> appointments(long account) {
    return store.appointments(account).stream()
        .map(
            held ->
                new Appointment(
                    held.id(),
                    held.account(),
                    held.role(),
                    held.organisation(),
                    held.path(),
                    organisations.nameOf(held.organisation())))
        .toList();
  }

  /// A new slip; earlier ones are worth nothing from now on.
  ///
  /// @return the token, which is stored nowhere
  @Transactional
  public String issueSlip(long account, @Nullable Long by) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.dropSlips(account);
    store.addSlip(Digests.of(token), account, by, Instant.now(clock).plus(SLIP_LIVES));
    return token;
  }

  /// Whose slip this is, as long as it is worth something.
  public Optional<Account> slipHolder(String token) {
    return store.slipAccount(Digests.of(token), Instant.now(clock)).flatMap(store::account);
  }

  /// The account of a member of a union within reach, made if there is none yet: the sign-in name
  /// is the member's number, the role that of a member.
  ///
  /// @throws NotThere if there is no such member, or not for this actor, or the account holds
  ///     offices beyond the actor's reach
  @Transactional
  public Account ofMember(long person) {
    Members.Belonging member = members.belonging(person).orElseThrow(NotThere::new);
    Organisation union = organisations.find(member.organisation()).orElseThrow(NotThere::new);
    permit.demand(Task.ISSUE_SLIPS, union.path());
    Optional<Account> known = store.ofPerson(person);
    if (known.isPresent()) {
      store
          .appointments(known.get().id())
          .forEach(held -> permit.demand(Task.ISSUE_SLIPS, held.path()));
      permit.demand(Task.ISSUE_SLIPS, known.get().path());
      return known.get();
    }
    long account = store.add(member.number(), member.name(), person, union);
    Long by = permit.signedIn().account();
    store.appoint(account, Role.MEMBER, union.id(), union.path(), by);
    return store.account(account).orElseThrow();
  }

  @Transactional
  public void suspend(long id, boolean suspended) {
    administered(id);
    store.suspend(id, suspended);
  }

  /// Changes one's own password.
  @Transactional
  public Activated changePassword(long id, String current, String wished) {
    Account account = store.account(id).orElseThrow(NotThere::new);
    String hash = store.password(id).orElseThrow(NotThere::new);
    if (!encoder.matches(current, hash)) {
      return Activated.PASSWORD_WRONG;
    }
    Activated verdict = PasswordPolicy.judge(wished, account);
    if (verdict == Activated.DONE) {
      store.setPassword(id, encoder.encode(wished));
    }
    return verdict;
  }

  /// Sets the password with a slip, once.
  @Transactional
  public Activated activate(String token, String password) {
    Optional<Account> holder = slipHolder(token);
    if (holder.isEmpty()) {
      return Activated.SLIP_WORTHLESS;
    }
    Activated verdict = PasswordPolicy.judge(password, holder.get());
    if (verdict != Activated.DONE) {
      return verdict;
    }
    if (!store.useSlip(Digests.of(token), Instant.now(clock))) {
      return Activated.SLIP_WORTHLESS;
    }
    store.setPassword(holder.get().id(), encoder.encode(password));
    return Activated.DONE;
  }

  /// Sets a password directly; for the demo's accounts and for changes by the person.
  @Transactional
  public void setPassword(long account, String password) {
    store.setPassword(account, encoder.encode(password));
  }

  /// Appoints, unless a rule stands against it.
  @Transactional
  public Appointed appoint(long account, Role role, long organisation) {
    Organisation on = organisations.find(organisation).orElseThrow(NotThere::new);
    permit.demand(Task.APPOINT, on.path());
    Account appointee = administered(account);
    List<Breach> breaches = new ArrayList<>();
    for (Appointment held : store.appointments(appointee.id())) {
      breaches.addAll(incompatible(held.role(), role));
    }
    if (!breaches.isEmpty()) {
      return new Appointed.Refused(breaches);
    }
    store.appoint(account, role, organisation, on.path(), permit.signedIn().account());
    return new Appointed.Granted();
  }

  /// Appoints without anybody being there to ask: the first administrator, the demo.
  @Transactional
  public void appointAtFoundation(long account, Role role, long organisation, String path) {
    store.appoint(account, role, organisation, path, null);
  }

  @Transactional
  public void endAppointment(long id) {
    Appointment held = store.appointment(id).orElseThrow(NotThere::new);
    administered(held.account());
    store.endAppointment(id, Instant.now(clock));
  }

  /// A role reaches as far as its organisation does, wherever that stands.
  @EventListener
  void followTheTree(SubtreeMoved moved) {
    store.movePaths(moved.from(), moved.to());
  }

  private List<Breach> incompatible(Role one, Role other) {
    Map<String, String> facts = Map.of("first", one.word(), "second", other.word());
    try {
      return Rulebook.rule("offices.compatible")
          .orElseThrow()
          .apply(laws.of("cn", LocalDate.now(clock)), Facts.of(facts))
          .breaches();
    } catch (BadFacts noRuleForThem) {
      return List.of();
    }
  }
}
