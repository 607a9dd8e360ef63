package org.zhijia.congress;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhijia.congress.AgendaStore.Item;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;

/// What the record of a congress says, by the names that templates ask for. Documents are Chinese.
@Component
class PaperValues {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE).withZone(Times.HERE);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE).withZone(Times.HERE);

  private final DelegateStore delegates;
  private final AgendaStore agenda;
  private final HandStore hands;
  private final ResolutionStore resolutions;
  private final AttendanceStore attendance;
  private final PaperStore papers;
  private final Standings standings;
  private final Elections elections;
  private final VoteValues votes;
  private final Organisations organisations;

  PaperValues(
      DelegateStore delegates,
      AgendaStore agenda,
      HandStore hands,
      ResolutionStore resolutions,
      AttendanceStore attendance,
      PaperStore papers,
      Standings standings,
      Elections elections,
      VoteValues votes,
      Organisations organisations) {
    this.delegates = delegates;
    this.agenda = agenda;
    this.hands = hands;
    this.resolutions = resolutions;
    this.attendance = attendance;
    this.papers = papers;
    this.standings = standings;
    this.elections = elections;
    this.votes = votes;
    this.organisations = organisations;
  }

  static String day(Instant instant) {
    return DAY.format(instant);
  }

  Map<String, String> of(Congress congress) {
    Map<String, String> values = new HashMap<>();
    Organisation organisation = organisations.find(congress.organisation()).orElseThrow();
    values.put("大会名称", congress.name());
    values.put("会议名称", congress.name());
    values.put("地点", congress.place());
    congress.beginsAt().ifPresent(at -> times(values, at));
    values.put("代表名额", String.valueOf(congress.dueTarget()));
    values.put("主送单位", "各选举单位");
    values.put("代字", organisation.name().substring(0, 1) + "工发");
    Optional.ofNullable(organisation.parent())
        .map(organisations::nameOf)
        .ifPresent(higher -> values.put("上级工会", higher));
    agenda(values, congress);
    roster(values, congress);
    meeting(values, congress);
    results(values, congress);
    values.putAll(votes.of(congress));
    papers
        .approval(congress.id())
        .ifPresent(
            approval -> {
              values.put("批复文号", approval.number());
              values.put("批复机关", values.getOrDefault("上级工会", "上级工会"));
            });
    return values;
  }

  private static void times(Map<String, String> values, Instant at) {
    values.put("会期", day(at));
    values.put("会议时间", day(at));
    values.put("报到时间", TIME.format(at.minusSeconds(3_600)));
  }

  private void agenda(Map<String, String> values, Congress congress) {
    List<Item> items = agenda.items(congress.id());
    values.put("主要议程", numbered(items.stream().map(Item::title).toList()));
    values.put("议程", numbered(items.stream().map(PaperValues::withPresenter).toList()));
    values.put(
        "主持词",
        IntStream.range(0, items.size())
            .mapToObj(i -> "大会进行第%d项：%s。".formatted(i + 1, withPresenter(items.get(i))))
            .collect(Collectors.joining("\n")));
  }

  private static String withPresenter(Item item) {
    return item.presenter().isEmpty() ? item.title() : item.title() + "（" + item.presenter() + "）";
  }

  private static String numbered(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append("（").append(i + 1).append("）").append(lines.get(i)).append('\n');
    }
    return text.toString().strip();
  }

  private void roster(Map<String, String> values, Congress congress) {
    Composition all = standings.composition(congress);
    Progress.Roster roster = standings.progress(congress).roster();
    values.put("选举单位数", String.valueOf(roster.units().size()));
    values.put("代表人数", String.valueOf(all.delegates()));
    values.put("通过人数", String.valueOf(roster.examined() - roster.rejected()));
    values.put("构成", composition(all));
    List<Delegate> there =
        delegates.of(congress.id()).stream()
            .filter(each -> each.isThere() && each.standing() == Standing.DELEGATE)
            .toList();
    Map<String, List<Delegate>> byUnit =
        there.stream()
            .collect(
                Collectors.groupingBy(
                    Delegate::unitName, java.util.LinkedHashMap::new, Collectors.toList()));
    values.put(
        "名册",
        byUnit.entrySet().stream()
            .map(
                unit ->
                    "%s（%d名）\n%s"
                        .formatted(unit.getKey(), unit.getValue().size(), named(unit.getValue())))
            .collect(Collectors.joining("\n")));
  }

  private static String named(List<Delegate> people) {
    return people.stream()
        .map(each -> each.female() ? each.name() + "（女）" : each.name())
        .collect(Collectors.joining("　"));
  }

  private static String composition(Composition all) {
    return List.of(
            part("工会工作者", all.of(Category.UNION_WORKER), all),
            part("一线职工", all.of(Category.FRONT_LINE), all),
            part("劳模和先进人物", all.of(Category.MODEL), all),
            part("知识分子和专业技术人员", all.of(Category.INTELLECTUAL), all),
            part("管理人员", all.of(Category.MANAGER), all),
            part("女代表", all.women(), all),
            part("少数民族代表", all.minorities(), all),
            part("中共党员", all.party(), all))
        .stream()
        .collect(Collectors.joining("；"));
  }

  private static String part(String name, int count, Composition all) {
    return "%s%d名，占%s".formatted(name, count, all.percent(count).replace(" ", ""));
  }

  private void meeting(Map<String, String> values, Congress congress) {
    List<AttendanceStore.Frozen> frozen = attendance.frozen(congress.id());
    Progress.Hall hall = standings.hall(congress);
    int due = frozen.isEmpty() ? hall.due() : frozen.getFirst().due();
    int present = frozen.isEmpty() ? hall.present() : frozen.getFirst().present();
    values.put("应到人数", String.valueOf(due));
    values.put("实到人数", String.valueOf(present));
    values.put("出席", "应到代表%d名，实到代表%d名。".formatted(due, present));
    List<AgendaStore.Holder> holders = agenda.holders(congress.id());
    values.put(
        "主持人",
        holders.stream()
            .filter(each -> each.post() == Post.EXECUTIVE_CHAIR)
            .map(AgendaStore.Holder::name)
            .collect(Collectors.joining("、")));
    values.put("议定事项", numbered(decisions(congress)));
  }

  private List<String> decisions(Congress congress) {
    List<String> decisions = new java.util.ArrayList<>();
    hands.of(congress.id()).reversed().stream()
        .map(
            each ->
                "举手表决%s%s%s：赞成%d票，反对%d票，弃权%d票。"
                    .formatted(
                        each.carried() ? "通过" : "未通过",
                        each.title().isEmpty() ? each.subject().text().zh() : each.title(),
                        inBrackets(each.names()),
                        each.hands().approvals(),
                        each.hands().against(),
                        each.hands().abstain()))
        .forEach(decisions::add);
    elected(congress, Body.COMMITTEE, "委员会委员", decisions);
    elected(congress, Body.AUDIT, "经费审查委员会委员", decisions);
    resolutions.of(congress.id()).stream()
        .filter(each -> each.adopted().isPresent())
        .map(each -> (each.adopted().get() ? "通过" : "未通过") + each.title() + "。")
        .forEach(decisions::add);
    return decisions;
  }

  private void elected(Congress congress, Body body, String post, List<String> decisions) {
    List<String> names = elections.elected(congress.assembly(), body);
    if (!names.isEmpty()) {
      String all = String.join("、", names);
      decisions.add("以无记名投票方式选举产生%s%d名：%s。".formatted(post, names.size(), all));
    }
  }

  private static String inBrackets(List<HandStore.Named> names) {
    return names.isEmpty()
        ? ""
        : names.stream().map(HandStore.Named::name).collect(Collectors.joining("、", "（", "）"));
  }

  private void results(Map<String, String> values, Congress congress) {
    Map<Body, String> elected = new EnumMap<>(Body.class);
    for (Body body : Body.values()) {
      List<String> names = elections.elected(congress.assembly(), body);
      if (!names.isEmpty()) {
        elected.put(body, String.join("　", names));
      }
    }
    values.put("委员名单", elected.getOrDefault(Body.COMMITTEE, ""));
    values.put("经审委员名单", elected.getOrDefault(Body.AUDIT, ""));
    StringBuilder leaders = new StringBuilder();
    line(leaders, "主席", elected.get(Body.CHAIR));
    line(leaders, "副主席", elected.get(Body.VICE_CHAIRS));
    line(leaders, "常务委员", elected.get(Body.STANDING));
    line(leaders, "经费审查委员会主任", elected.get(Body.AUDIT_CHAIR));
    values.put("领导成员名单", leaders.toString().strip());
    StringBuilder all = new StringBuilder();
    line(all, "委员", elected.get(Body.COMMITTEE));
    line(all, "经费审查委员会委员", elected.get(Body.AUDIT));
    values.put("当选名单", (all + leaders.toString()).strip());
  }

  private static void line(
      StringBuilder text, String post, @org.jspecify.annotations.Nullable String names) {
    if (names != null) {
      text.append(post).append("：").append(names).append('\n');
    }
  }
}
