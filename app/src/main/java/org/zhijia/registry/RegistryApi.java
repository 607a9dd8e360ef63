package org.zhijia.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// Organisations and members for other programs. Sensitive fields are never among the answers.
@RestController
@RequestMapping("/api/organisations")
class RegistryApi {
  private final Organisations organisations;
  private final Members members;

  RegistryApi(Organisations organisations, Members members) {
    this.organisations = organisations;
    this.members = members;
  }

  /// An organisation with the counts of its whole subtree.
  public record Union(
      long id,
      String number,
      OrganisationKind kind,
      String name,
      @Nullable Long above,
      @Nullable LocalDate foundedOn,
      @Nullable LocalDate termEndsOn,
      Headcount count) {}

  /// A member of one organisation.
  public record Member(
      long person, String number, String name, MembershipState state, LocalDate joinedOn) {}

  /// Some members; `next` is the `after` of the following page, null at the end.
  public record MemberPage(List<Member> members, @Nullable String next) {}

  /// The organisation that the token acts for.
  @Needs(Task.SEE_ORGANISATIONS)
  @GetMapping("/own")
  Union own() {
    return union(organisations.actingFor().orElseThrow(NotThere::new));
  }

  @Needs(Task.SEE_ORGANISATIONS)
  @GetMapping("/{id}")
  Union one(@PathVariable long id) {
    return union(organisations.see(id));
  }

  /// Those right below it.
  @Needs(Task.SEE_ORGANISATIONS)
  @GetMapping("/{id}/children")
  List<Union> children(@PathVariable long id) {
    return organisations.children(organisations.see(id)).stream()
        .map(child -> union(child.organisation(), child.count()))
        .toList();
  }

  /// Its own members in the order of their numbers, 50 at a time.
  @Needs(Task.SEE_MEMBERS)
  @GetMapping("/{id}/members")
  MemberPage members(@PathVariable long id, @RequestParam(defaultValue = "") String after) {
    List<MemberStore.Row> rows = members.of(organisations.see(id), after);
    boolean more = rows.size() > Members.PAGE;
    List<Member> page =
        rows.stream()
            .limit(Members.PAGE)
            .map(
                row ->
                    new Member(row.person(), row.number(), row.name(), row.state(), row.joinedOn()))
            .toList();
    return new MemberPage(page, more ? page.getLast().number() : null);
  }

  private Union union(Organisation organisation) {
    return union(organisation, organisations.count(organisation));
  }

  private static Union union(Organisation organisation, Headcount count) {
    return new Union(
        organisation.id(),
        organisation.number(),
        organisation.kind(),
        organisation.name(),
        organisation.parent(),
        organisation.foundedOn().orElse(null),
        organisation.termEndsOn().orElse(null),
        count);
  }
}
