package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhijia.rehearsal.Preparing.Prepared;

/// The sittings up to the election: check-in, quorum, shows of hands, reports, discussion.
final class Meeting {
  private static final Pattern ARRIVED = Pattern.compile("arrived=(\\d+)");
  private static final Pattern OPTION = Pattern.compile("<option value=\"(\\d+)\"");
  // Places on the usual agenda.
  private static final int OPENING = 0;
  private static final int ADDRESS = 1;
  private static final List<Integer> REPORTS = List.of(2, 3, 4, 5);
  static final int ELECTION = 6;
  static final int VOTE = 7;
  static final int ANNOUNCEMENT = 8;
  private static final int CLOSING = 9;

  private static final int PRESIDIUM = 5;

  private final Company company;
  private final Plan plan;
  private final Prepared prepared;
  private final Timeline timeline;
  private final Pictures pictures;
  private final List<Long> present = new ArrayList<>();

  Meeting(Company company, Plan plan, Prepared prepared, Timeline timeline, Pictures pictures) {
    this.company = company;
    this.plan = plan;
    this.prepared = prepared;
    this.timeline = timeline;
    this.pictures = pictures;
  }

  private Desk desk() {
    return prepared.desk();
  }

  /// Everybody who comes checks in with the card; voter 0 is the first on the list.
  void checkIn() {
    String page = desk().at() + "/check-in";
    company.usher().get(page);
    for (Desk.Card card : prepared.cards().subList(0, plan.present())) {
      String arrived = company.usher().act(page, "card", card.code()).location();
      present.add(Long.valueOf(Desk.first(ARRIVED, arrived)));
    }
    timeline.say("check-in", plan.due(), plan.present());
  }

  void open() {
    desk().hands("CREDENTIALS_REPORT", plan.present(), plan.due());
    desk().hands("AGENDA", plan.present(), plan.due());
    List<String> names = prepared.cards().stream().map(Desk.Card::name).toList();
    desk().name("PRESIDIUM", names.subList(0, Math.min(PRESIDIUM, names.size())));
    desk().hands("PRESIDIUM", plan.present(), plan.due());
    desk().seat(prepared.cards().size());
    desk().name("SECRETARY_GENERAL", List.of(names.getLast()));
    desk().hands("SECRETARY_GENERAL", plan.present(), plan.due());
    desk().enter("OPENING");
    call(OPENING);
    call(ADDRESS);
    propose();
    end();
    desk().enter("REPORTS");
    timeline.say("opening");
  }

  /// The meeting passes those who will hold the key, the chief first; they stand for nothing.
  void nameScrutineers() {
    List<String> scrutineers = company.watching();
    desk().name("CHIEF_SCRUTINEER", scrutineers.subList(0, 1));
    desk().name("SCRUTINEER", scrutineers.subList(1, scrutineers.size()));
    desk().hands("SCRUTINEERS", plan.present(), plan.due());
  }

  /// Calls an item of the usual agenda up.
  void call(int place) {
    desk().secretary().act(prepared.agenda().get(place) + "/call");
  }

  void end() {
    desk().secretary().act(desk().at() + "/agenda/end");
  }

  /// A delegate proposes something from the telephone, with nothing but the card.
  private void propose() {
    Client telephone = new Client(company.base());
    telephone.get("/");
    String code = prepared.cards().getFirst().code();
    String floor = desk().at() + "/floor?card=" + code;
    pictures.take("floor", telephone, floor);
    telephone.act(
        desk().at() + "/floor/proposals",
        "card",
        code,
        "title",
        "关于加强户外劳动者服务站点建设的提案",
        "text",
        "建议在主要街道增设户外劳动者服务站点，提供饮水、休息和充电。");
  }

  void report() {
    Client secretary = desk().secretary();
    secretary.act(desk().at() + "/delegations", "name", "第一代表团", "place", "一号会议室");
    REPORTS.forEach(this::call);
    String page = secretary.page(desk().at() + "/discussion");
    int items = page.indexOf("name=\"item\"");
    int delegations = page.indexOf("name=\"delegation\"");
    if (items >= 0 && delegations >= 0) {
      secretary.act(
          desk().at() + "/discussion",
          "delegation",
          Desk.first(OPTION, page.substring(delegations)),
          "item",
          Desk.first(OPTION, page.substring(items)),
          "text",
          "报告总结实事求是，建议增加技能培训的内容。");
    }
    end();
    desk().enter("ELECTION");
    timeline.say("reports");
  }

  /// Everybody takes a slip, or says that paper it shall be; then the figures are frozen.
  void handOutSlips() {
    for (int voter = 0; voter < plan.present(); voter++) {
      String kind = plan.paper().contains(voter) ? "paper" : "slip";
      String slip = desk().at() + "/check-in/" + present.get(voter) + "/slip";
      company.usher().act(slip, "kind", kind);
    }
    company.usher().act(desk().at() + "/attendance");
    timeline.say("slips", plan.present() - plan.paper().size(), plan.paper().size());
  }

  /// The last item, after all has been decided.
  void close() {
    call(CLOSING);
    end();
  }

  /// Two tellers count the hands that are raised for a resolution, each alone.
  void count(long resolution, int approvals, int against) {
    for (Client teller : company.tellers()) {
      teller.get(desk().at() + "/counting");
      teller.act(
          desk().at() + "/resolutions/" + resolution + "/counts",
          "approvals",
          String.valueOf(approvals),
          "against",
          String.valueOf(against));
    }
  }
}
