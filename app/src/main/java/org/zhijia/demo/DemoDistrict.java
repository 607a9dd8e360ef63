package org.zhijia.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.identity.Accounts;
import org.zhijia.identity.Role;
import org.zhijia.operation.Greeting;
import org.zhijia.registry.Members;
import org.zhijia.registry.MembershipState;
import org.zhijia.registry.Office;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;

/// Fills an empty server with the invented district, all of it or nothing, and tells whom one can
/// sign in as.
@Component
@Order(0)
@ConditionalOnProperty("zhijia.demo")
class DemoDistrict implements ApplicationRunner, Greeting {
  private final Organisations organisations;
  private final Members members;
  private final Accounts accounts;
  private final Clock clock;

  DemoDistrict(Organisations organisations, Members members, Accounts accounts, Clock clock) {
    this.organisations = organisations;
    this.members = members;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (organisations.root().isPresent()) {
      return;
    }
    InventedPeople people = new InventedPeople(0);
    Map<String, Organisation> unions = new HashMap<>();
    Map<String, Long> firstMembers = new HashMap<>();
    for (DistrictPlan.Union planned : DistrictPlan.unions()) {
      Organisation union = found(planned, unions);
      unions.put(planned.number(), union);
      firstMembers.put(planned.number(), enrol(planned, union, people));
    }
    DemoSignIns.ALL.forEach(signIn -> open(signIn, unions, firstMembers));
  }

  private Organisation found(DistrictPlan.Union planned, Map<String, Organisation> unions) {
    LocalDate today = LocalDate.now(clock);
    int age = Math.floorMod(planned.number().hashCode(), 1_500);
    LocalDate founded = today.minusYears(5).minusDays(age);
    // Terms of five years end some weeks from now, some years from now.
    LocalDate termEnds = today.plusDays(40 + Math.floorMod(planned.name().hashCode(), 1_700));
    return organisations.add(
        new Organisations.Founding(
            planned.number(),
            planned.kind(),
            planned.name(),
            planned.employer(),
            "",
            founded,
            termEnds),
        unions.get(planned.above()));
  }

  /// @return the second member, who holds no office
  private long enrol(DistrictPlan.Union planned, Organisation union, InventedPeople people) {
    LocalDate today = LocalDate.now(clock);
    long ordinary = 0;
    for (int i = 0; i < planned.members(); i++) {
      InventedPeople.Person person = people.next();
      MembershipState state =
          i > 5 && people.oneIn(40) ? MembershipState.RETAINED : MembershipState.MEMBER;
      long id =
          members
              .enrol(
                  new Members.Newcomer(
                      person.name(),
                      person.female(),
                      person.sensitive(),
                      union.id(),
                      state,
                      people.joined(person, today)))
              .orElseThrow();
      List<Office> offices = List.of(Office.CHAIR, Office.VICE_CHAIR, Office.AUDIT_CHAIR);
      if (i < offices.size()) {
        LocalDate ends = union.termEndsOn().orElseThrow();
        organisations.post(
            new Organisations.Posting(
                union.id(), id, offices.get(i), ends.minusYears(5).plusDays(1), ends));
      } else if (i == offices.size()) {
        ordinary = id;
      }
    }
    return ordinary;
  }

  private void open(
      DemoSignIns.SignIn signIn, Map<String, Organisation> unions, Map<String, Long> firstMembers) {
    Organisation union = Objects.requireNonNull(unions.get(signIn.union()));
    Long person = signIn.isMember() ? firstMembers.get(signIn.union()) : null;
    String name = person == null ? signIn.person() : members.nameOf(person);
    long account = accounts.add(signIn.name(), name, person, union);
    accounts.setPassword(account, DemoSignIns.PASSWORD);
    for (Role role : signIn.roles()) {
      accounts.appointAtFoundation(account, role, union.id(), union.path());
    }
  }

  @Override
  public List<String> lines(Locale locale, String url) {
    String head =
        locale.getLanguage().equals("zh")
            ? "演示登录（密码都是 " + DemoSignIns.PASSWORD + "）："
            : "Demo sign-ins (password of all: " + DemoSignIns.PASSWORD + "):";
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(head),
            DemoSignIns.ALL.stream()
                .map(each -> "  %-12s %s".formatted(each.name(), each.does().in(locale))))
        .toList();
  }
}
