package org.zhijia.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From the decision to hold a congress to its credentials: the desk, the roster, the units.
final class Preparing {
  private static final Pattern ROW = Pattern.compile("(?s)<tr><th scope=\"row\".*?</tr>");
  private static final String NAME = "第五次代表大会（预演）";
  private static final int MEMBERS_A_SEAT = 40;

  private final Company company;
  private final Plan plan;
  private final Wishes wishes;
  private final Timeline timeline;
  private final List<String> findings = new ArrayList<>();

  Preparing(Company company, Plan plan, Wishes wishes, Timeline timeline) {
    this.company = company;
    this.plan = plan;
    this.wishes = wishes;
    this.timeline = timeline;
  }

  /// A congress whose delegates are examined.
  ///
  /// @param agenda where its items are
  /// @param findings what the server had to say against the roster
  record Prepared(Desk desk, List<String> agenda, List<Desk.Card> cards, List<String> findings) {}

  Prepared run() {
    List<Person> people = Stream.concat(plan.given().stream(), plan.invented().stream()).toList();
    Desk desk = opened();
    bring(desk, wishes.roster, plan.given());
    try {
      return examined(desk);
    } catch (Composition against) {
      String why = String.valueOf(against.getMessage());
      findings.add(why);
      timeline.say("composition", why);
      List<Person> composed = new ArrayList<>();
      people.forEach(each -> composed.add(each.as(Inventor.category(composed.size()))));
      Desk again = opened();
      bring(again, null, composed);
      return examined(again);
    }
  }

  /// The roster is not composed as the rules want it; a rehearsal can go on with another one.
  private static final class Composition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Composition(Stuck because) {
      super(String.valueOf(because.getMessage()));
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  private Desk opened() {
    Client secretary = company.secretary();
    secretary.get("/congresses/new");
    String union = String.valueOf(company.organisation());
    String due = String.valueOf(plan.due());
    List<String> form = new ArrayList<>(List.of("organisation", union, "name", NAME, "due", due));
    form.addAll(List.of("kind", "DELEGATES", "body", "district"));
    Desk desk =
        new Desk(secretary, secretary.act("/congresses", form.toArray(String[]::new)).location());
    settle(desk, due);
    desk.enter("DELEGATES");
    timeline.say("opened", company.base().resolve(desk.at()));
    return desk;
  }

  /// Day, place and quorum; the agenda; what was decided and approved beforehand.
  private void settle(Desk desk, String due) {
    desk.secretary()
        .act(
            desk.at() + "/settings",
            "name",
            NAME,
            "due",
            due,
            "beginsAt",
            today() + "T09:00",
            "place",
            "工人文化宫",
            "quorum",
            wishes.quorum,
            "leastWomen",
            "0",
            "leastFrontLine",
            "0");
    desk.secretary().act(desk.at() + "/agenda/usual");
    desk.draft("congress-request");
    for (String step : List.of("DECISION", "PARTY_CONSENT", "HIGHER_CONSENT")) {
      desk.secretary()
          .act(desk.at() + "/steps", "step", step, "reference", "（预演）", "on", today().toString());
    }
    desk.draft("congress-notice");
    desk.draft("congress-agenda");
  }

  /// The file as it was given, then those who are missing.
  private void bring(Desk desk, @Nullable Path file, List<Person> given) {
    if (file != null) {
      take(desk, bytes(file));
    } else if (!given.isEmpty()) {
      take(desk, csv(given));
    }
    int there = desk.cards().size();
    int missing = plan.due() - there;
    if (missing > 0) {
      Inventor others = new Inventor(wishes.seed + 1);
      others.reserve(plan.given().stream().map(Person::name).toList());
      List<Person> invented =
          missing == plan.invented().size() ? plan.invented() : others.people(missing);
      take(desk, csv(invented));
    }
    timeline.say("roster-in", there, Math.max(0, missing));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static byte[] csv(List<Person> people) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Person.HEADER);
    people.forEach(each -> rows.add(each.cells()));
    return Desk.csv(rows);
  }

  private void take(Desk desk, byte[] file) {
    String preview =
        desk.secretary().upload(desk.at() + "/delegates/file", "r.csv", file).location();
    for (MatchResult row : Desk.all(ROW, desk.secretary().page(preview))) {
      String text = row.group().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
      if (!text.endsWith("✓")) {
        findings.add(text);
        timeline.say("row-refused", text);
      }
    }
    String key = preview.replaceAll(".*upload=", "");
    desk.secretary().act(desk.at() + "/delegates/file/taking", "upload", key);
  }

  private Prepared examined(Desk desk) {
    List<Desk.Card> cards = desk.cards();
    elections(desk, cards);
    try {
      desk.enter("CREDENTIALS");
    } catch (Stuck because) {
      if (String.valueOf(because.getMessage()).matches(".*(工会工作者须不少于|管理人员和领导不超过).*")) {
        throw new Composition(because);
      }
      throw because;
    }
    company.clerk().get(desk.at() + "/credentials");
    company.clerk().act(desk.at() + "/credentials");
    desk.draft("credentials-report");
    desk.draft("delegate-list");
    List<String> agenda = desk.items();
    desk.enter("PRELIMINARY_MEETING");
    timeline.say("credentials", cards.size());
    return new Prepared(desk, agenda, cards, findings);
  }

  /// Each unit has as many seats as it has delegates on the list, and elected them.
  private static void elections(Desk desk, List<Desk.Card> cards) {
    Map<String, Integer> units = new LinkedHashMap<>();
    cards.forEach(card -> units.merge(card.unit(), 1, Integer::sum));
    units.forEach(
        (unit, seats) ->
            desk.secretary()
                .act(
                    desk.at() + "/units",
                    "name",
                    unit,
                    "members",
                    String.valueOf(MEMBERS_A_SEAT * seats),
                    "quota",
                    String.valueOf(seats)));
    new ElectingUnits(desk).elect(today().minusDays(20));
  }
}
