package org.zhijia.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.registry.Sensitive.Field;
import org.zhijia.statute.codes.IdentityNumber;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// People as members: lists, one person, and the readings of their sensitive fields.
@Service
public class Members {
  static final int PAGE = 50;

  private final MemberStore store;
  private final Organisations organisations;
  private final FieldSeal seal;
  private final ObjectProvider<Permit> permit;

  Members(
      MemberStore store,
      Organisations organisations,
      FieldSeal seal,
      ObjectProvider<Permit> permit) {
    this.store = store;
    this.organisations = organisations;
    this.seal = seal;
    this.permit = permit;
  }

  /// A person as an officer sees them.
  ///
  /// @param fields masked, or readable once a reason was given
  record Seen(long id, String name, boolean female, Map<Field, String> fields, boolean readable) {}

  /// Somebody who becomes a member of an organisation.
  public record Newcomer(
      String name,
      boolean female,
      Sensitive sensitive,
      long organisation,
      MembershipState state,
      LocalDate joinedOn) {

    /// What tells whether two newcomers are one person: the identity number, or without one name,
    /// birth and union.
    String key() {
      return sensitive
          .get(Field.ID_NUMBER)
          .orElseGet(
              () -> name + "\n" + sensitive.get(Field.BIRTH).orElse("") + "\n" + organisation);
    }
  }

  /// Adds somebody who is in no register yet.
  ///
  /// @return the person's id; none if they are known already
  @Transactional
  public OptionalLong enrol(Newcomer newcomer) {
    String key = newcomer.key();
    return store.isKnown(key) ? OptionalLong.empty() : OptionalLong.of(store.add(newcomer, key));
  }

  List<MemberStore.Row> of(Organisation organisation, String after) {
    permit.getObject().demand(Task.SEE_MEMBERS, organisation.path());
    return store.of(organisation.id(), after, PAGE + 1);
  }

  List<MemberStore.Row> search(String text) {
    Optional<Organisation> top =
        organisations
            .actingFor()
            .filter(organisation -> permit.getObject().may(Task.SEE_MEMBERS, organisation.path()));
    if (top.isEmpty()) {
      return List.of();
    }
    String path = top.get().path();
    String number = IdentityNumber.plain(text);
    if (number.matches("\\d{17}[\\dX]")) {
      return store.byDigest(seal.digest(number), path).map(List::of).orElse(List.of());
    }
    return store.search(text, path, PAGE);
  }

  /// @throws NotThere if there is no such person, or not for this actor
  Seen see(long person) {
    return seen(visible(person), false);
  }

  /// Shows the sensitive fields, and writes down who read them and why.
  @Transactional
  Seen read(long person, String reason) {
    MemberStore.Person found = visible(person);
    demand(Task.READ_SENSITIVE, person);
    Actor reader = permit.getObject().signedIn();
    Seen seen = seen(found, true);
    String fields =
        String.join(",", new ArrayList<>(seen.fields().keySet()).stream().map(Enum::name).toList());
    store.addReading(
        new MemberStore.Reading(Instant.EPOCH, reader.name(), fields, reason),
        reader.account(),
        person);
    return seen;
  }

  boolean mayRead(long person) {
    return store.paths(person).stream()
        .anyMatch(path -> permit.getObject().may(Task.READ_SENSITIVE, path));
  }

  /// Where somebody is a member now.
  public record Belonging(long organisation, String number, String name) {}

  public Optional<Belonging> belonging(long person) {
    return store
        .current(person)
        .map(row -> new Belonging(row.organisation(), row.number(), row.name()));
  }

  public String nameOf(long person) {
    return store.person(person).map(MemberStore.Person::name).orElseThrow(NotThere::new);
  }

  /// Where somebody is and was a member.
  public List<MemberStore.Row> memberships(long person) {
    return store.memberships(person);
  }

  /// Who has read this person's sensitive fields; shown to the person.
  public List<MemberStore.Reading> readingsOf(long person) {
    return store.readings(person, 50);
  }

  List<MemberStore.Reading> allReadings() {
    return store.readings(null, 200);
  }

  private MemberStore.Person visible(long person) {
    MemberStore.Person found = store.person(person).orElseThrow(NotThere::new);
    demand(Task.SEE_MEMBERS, person);
    return found;
  }

  private void demand(Task task, long person) {
    Permit current = permit.getObject();
    if (store.paths(person).stream().noneMatch(path -> current.may(task, path))) {
      throw new NotThere();
    }
  }

  private Seen seen(MemberStore.Person person, boolean readable) {
    Sensitive sensitive = person.sensitive();
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : sensitive.values().keySet()) {
      fields.put(field, readable ? sensitive.get(field).orElseThrow() : sensitive.masked(field));
    }
    return new Seen(person.id(), person.name(), person.female(), fields, readable);
  }
}
