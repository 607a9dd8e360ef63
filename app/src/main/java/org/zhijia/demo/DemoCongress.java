package org.zhijia.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.CongressKind;
import org.zhijia.congress.Congresses;
import org.zhijia.registry.ElectedPosts;
import org.zhijia.registry.Members;
import org.zhijia.registry.MembershipState;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;

/// A congress in preparation, which somebody who tries the demo can lead to its end: the district's
/// fifth, with its delegates named. They are members of the unions that send them, and no other
/// member has the name of one: so whoever is elected is found in the register.
@Component
@Order(1)
@ConditionalOnProperty("zhijia.demo")
class DemoCongress implements ApplicationRunner {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS_AHEAD = 20;
  private static final int PER_UNIT = 11;

  /// Far from the numbers of the members whom the district begins with.
  private static final int FIRST = 20_000;

  private final Organisations organisations;
  private final Members members;
  private final ElectedPosts register;
  private final Congresses congresses;
  private final Clock clock;

  DemoCongress(
      Organisations organisations,
      Members members,
      ElectedPosts register,
      Congresses congresses,
      Clock clock) {
    this.organisations = organisations;
    this.members = members;
    this.register = register;
    this.congresses = congresses;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    Organisation district = organisations.root().orElseThrow();
    if (!congresses.isNoneOf(district.id())) {
      return;
    }
    Instant begins =
        LocalDate.now(clock)
            .plusDays(DAYS_AHEAD)
            .atTime(LocalTime.of(9, 0))
            .atZone(HERE)
            .toInstant();
    congresses.open(
        district.id(),
        new Congresses.Plan(
            "锦川区工会第五次代表大会",
            CongressKind.DELEGATES,
            "district",
            PER_UNIT * DistrictPlan.electing().size(),
            Optional.of(begins),
            "锦川区工人文化宫",
            units(),
            delegates(district)));
  }

  private static List<Congresses.PlannedUnit> units() {
    List<Congresses.PlannedUnit> units = new ArrayList<>();
    for (DistrictPlan.Union union : DistrictPlan.electing()) {
      int members = 180 + 37 * (units.size() * 5 % 11);
      units.add(new Congresses.PlannedUnit(union.name(), members, PER_UNIT));
    }
    return units;
  }

  /// As the rules want them: at least 55 % union workers, at most 20 % managers.
  private List<Congresses.PlannedDelegate> delegates(Organisation district) {
    InventedPeople people = new InventedPeople(FIRST);
    List<DistrictPlan.Union> unions = DistrictPlan.electing();
    List<Congresses.PlannedDelegate> delegates = new ArrayList<>();
    while (delegates.size() < PER_UNIT * unions.size()) {
      InventedPeople.Person person = people.next();
      if (register.named(person.name(), district).isEmpty()) {
        int place = delegates.size();
        delegates.add(delegate(person, place % 20, unions.get(place % unions.size()), people));
      }
    }
    return delegates;
  }

  private Congresses.PlannedDelegate delegate(
      InventedPeople.Person person, int place, DistrictPlan.Union union, InventedPeople people) {
    String category = place < 12 ? "工会工作者" : place < 15 ? "管理人员" : "一线职工";
    String post = place < 12 ? "工会干部" : place < 15 ? "部门负责人" : "职工";
    OptionalLong id =
        members.enrol(
            new Members.Newcomer(
                person.name(),
                person.female(),
                person.sensitive(),
                organisations.numbered(union.number()).orElseThrow().id(),
                MembershipState.MEMBER,
                people.joined(person, LocalDate.now(clock))));
    return new Congresses.PlannedDelegate(
        union.name(), person.name(), person.female(), category, post, person.sensitive(), id);
  }
}
