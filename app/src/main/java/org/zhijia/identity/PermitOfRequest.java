package org.zhijia.identity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.zhijia.registry.Organisations;
import org.zhijia.web.Actor;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Looks up, once in each request, who acts and with which appointments. A role that was taken
/// away a moment ago is gone in the next request.
@Component
class PermitOfRequest implements Permit {
  /// Where the session keeps which organisation the account acts for.
  static final String ACTING_FOR = "actingFor";

  private static final String CACHE = PermitOfRequest.class.getName();

  private final AccountStore store;
  private final Organisations organisations;

  PermitOfRequest(AccountStore store, Organisations organisations) {
    this.store = store;
    this.organisations = organisations;
  }

  /// @param appointments those on the organisation that the account acts for
  private record Acting(Optional<Actor> actor, List<Appointment> appointments) {}

  @Override
  public Optional<Actor> actor() {
    return acting().actor();
  }

  @Override
  public boolean may(Task task) {
    return inScope(task)
        && acting().appointments().stream().anyMatch(held -> held.role().allows(task));
  }

  @Override
  public boolean may(Task task, String path) {
    return inScope(task)
        && acting().appointments().stream()
            .anyMatch(held -> held.role().allows(task) && held.covers(path));
  }

  /// A program may do no more than its token says.
  private static boolean inScope(Task task) {
    return token()
        .map(token -> token.scopes().stream().anyMatch(scope -> scope.allows(task)))
        .orElse(true);
  }

  private static Optional<Token> token() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(TokenFilter.USED, RequestAttributes.SCOPE_REQUEST)
                instanceof Token token
        ? Optional.of(token)
        : Optional.empty();
  }

  private Acting acting() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return new Acting(Optional.empty(), List.of());
    }
    if (request.getAttribute(CACHE, RequestAttributes.SCOPE_REQUEST) instanceof Acting known) {
      return known;
    }
    Acting acting = lookUp(request);
    request.setAttribute(CACHE, acting, RequestAttributes.SCOPE_REQUEST);
    return acting;
  }

  private Acting lookUp(RequestAttributes request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || authentication instanceof AnonymousAuthenticationToken
        || !authentication.isAuthenticated()) {
      return new Acting(Optional.empty(), List.of());
    }
    Optional<Account> account =
        store.account(Long.parseLong(authentication.getName())).filter(found -> !found.disabled());
    if (account.isEmpty()) {
      return new Acting(Optional.empty(), List.of());
    }
    List<Appointment> all = store.appointments(account.get().id());
    OptionalLong chosen = chosen(request, all);
    List<Appointment> here =
        all.stream().filter(held -> chosen.equals(OptionalLong.of(held.organisation()))).toList();
    String name = chosen.isPresent() ? organisations.nameOf(chosen.getAsLong()) : "";
    Account of = account.get();
    OptionalLong person = of.person().map(OptionalLong::of).orElse(OptionalLong.empty());
    return new Acting(Optional.of(new Actor(of.id(), of.name(), person, chosen, name)), here);
  }

  /// What the session says, as long as a role there is left; else the first one.
  private static OptionalLong chosen(RequestAttributes request, List<Appointment> all) {
    Object kept =
        token().isPresent()
            ? (Object) token().get().organisation()
            : request.getAttribute(ACTING_FOR, RequestAttributes.SCOPE_SESSION);
    if (kept instanceof Long organisation
        && all.stream().anyMatch(held -> held.organisation() == organisation)) {
      return OptionalLong.of(organisation);
    }
    return token().isPresent()
        ? OptionalLong.empty()
        : all.stream().mapToLong(Appointment::organisation).findFirst();
  }
}
