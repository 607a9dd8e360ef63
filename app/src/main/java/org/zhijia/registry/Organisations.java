package org.zhijia.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// The tree of organisations.
@Service
public class Organisations {
  private final OrganisationStore store;
  private final ObjectProvider<Permit> permit;
  private final ApplicationEventPublisher acts;
  private final Clock clock;

  /// @param permit looked up late: who answers it asks for the names of organisations
  Organisations(
      OrganisationStore store,
      ObjectProvider<Permit> permit,
      ApplicationEventPublisher acts,
      Clock clock) {
    this.store = store;
    this.permit = permit;
    this.acts = acts;
    this.clock = clock;
  }

  /// What is known of an organisation that is to be added.
  public record Founding(
      String number,
      OrganisationKind kind,
      String name,
      String employer,
      String creditCode,
      @Nullable LocalDate foundedOn,
      @Nullable LocalDate termEndsOn) {}

  public Optional<Organisation> root() {
    return store.root();
  }

  /// The federation itself, at the first start; its administrator gives it its name.
  @Transactional
  public Organisation foundRoot() {
    return add(
        new Founding("0001", OrganisationKind.DISTRICT, "（请填写本会名称）", "", "", null, null), null);
  }

  public Optional<Organisation> find(long id) {
    return store.find(id);
  }

  /// By the union's own short number.
  public Optional<Organisation> numbered(String number) {
    return store.byNumber(number);
  }

  /// As it is shown; empty if there is none.
  public String nameOf(long id) {
    return store.find(id).map(Organisation::name).orElse("");
  }

  /// One that the actor may see.
  ///
  /// @throws NotThere if there is none, or not for this actor
  public Organisation see(long id) {
    Organisation found = store.find(id).orElseThrow(NotThere::new);
    permit.getObject().demand(Task.SEE_ORGANISATIONS, found.path());
    return found;
  }

  /// The organisation that the actor acts for, and all below it, where it may do this.
  public List<Organisation> choices(Task task) {
    return actingFor()
        .filter(top -> permit.getObject().may(task, top.path()))
        .map(top -> store.below(top.path()))
        .orElse(List.of());
  }

  public Optional<Organisation> actingFor() {
    return permit
        .getObject()
        .actor()
        .map(Actor::organisation)
        .filter(java.util.OptionalLong::isPresent)
        .flatMap(id -> store.find(id.getAsLong()));
  }

  /// Those above, as far as the actor may see them, from the top.
  List<Organisation> above(Organisation organisation) {
    return store.named(organisation.ancestors()).stream()
        .filter(above -> permit.getObject().may(Task.SEE_ORGANISATIONS, above.path()))
        .toList();
  }

  List<OrganisationStore.Child> children(Organisation organisation) {
    return store.children(organisation);
  }

  List<OrganisationStore.Post> posts(Organisation organisation) {
    return store.posts(organisation.id());
  }

  public Headcount count(Organisation organisation) {
    return store.count(organisation.path());
  }

  List<Organisation> search(String text) {
    return actingFor().map(top -> store.search(text, top.path())).orElse(List.of());
  }

  @Transactional
  public Organisation add(Founding founding, @Nullable Organisation parent) {
    LocalDate today = LocalDate.now(clock);
    long id =
        store.add(
            new OrganisationStore.Founding(
                founding.number(),
                founding.kind(),
                founding.name(),
                Pinyin.initials(founding.name()),
                founding.employer(),
                founding.creditCode(),
                founding.foundedOn(),
                founding.termEndsOn(),
                founding.foundedOn() == null ? today : founding.foundedOn()),
            parent);
    acts.publishEvent(
        new OrganisationFounded(
            founding.number(),
            founding.kind(),
            founding.name(),
            parent == null ? "" : parent.number()));
    return store.find(id).orElseThrow();
  }

  /// Somebody takes up an office.
  public record Posting(
      long organisation,
      long person,
      Office office,
      LocalDate since,
      @Nullable LocalDate termEndsOn) {}

  @Transactional
  public void post(Posting posting) {
    store.addPost(posting);
  }
}
