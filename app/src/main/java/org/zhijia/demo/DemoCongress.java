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
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;

/// A congress in preparation, which somebody who tries the demo can lead to its end: the district's
/// fifth, with its delegates named.
@Component
@Order(1)
@ConditionalOnProperty("zhijia.demo")
class DemoCongress implements ApplicationRunner {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final int DELEGATES = 121;
  private static final int DAYS_AHEAD = 20;
  private static final List<String> UNITS =
      List.of(
          "望江街道总工会",
          "青石街道总工会",
          "桂花街道总工会",
          "东湖街道总工会",
          "翠屏街道总工会",
          "新河街道总工会",
          "古槐街道总工会",
          "凤鸣街道总工会",
          "锦川经济开发区工会",
          "锦川区教育工会",
          "锦川区卫生工会");

  private final Organisations organisations;
  private final Congresses congresses;
  private final Clock clock;

  DemoCongress(Organisations organisations, Congresses congresses, Clock clock) {
    this.organisations = organisations;
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
            DELEGATES,
            Optional.of(begins),
            "锦川区工人文化宫",
            units(),
            delegates()));
  }

  private static List<Congresses.PlannedUnit> units() {
    List<Congresses.PlannedUnit> units = new ArrayList<>();
    for (int i = 0; i < UNITS.size(); i++) {
      units.add(new Congresses.PlannedUnit(UNITS.get(i), 180 + 37 * (i * 5 % 11), DELEGATES / 11));
    }
    return units;
  }

  /// As the rules want them: at least 55 % union workers, at most 20 % managers.
  private static List<Congresses.PlannedDelegate> delegates() {
    InventedPeople people = new InventedPeople();
    List<Congresses.PlannedDelegate> delegates = new ArrayList<>();
    for (int i = 0; i < DELEGATES; i++) {
      InventedPeople.Person person = people.next();
      String category = i % 20 < 12 ? "工会工作者" : i % 20 < 15 ? "管理人员" : "一线职工";
      String post = i % 20 < 12 ? "工会干部" : i % 20 < 15 ? "部门负责人" : "职工";
      delegates.add(
          new Congresses.PlannedDelegate(
              UNITS.get(i % UNITS.size()),
              person.name(),
              person.female(),
              category,
              post,
              person.sensitive(),
              OptionalLong.empty()));
    }
    return delegates;
  }
}
