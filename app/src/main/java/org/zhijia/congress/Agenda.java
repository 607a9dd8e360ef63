package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.AgendaStore.Item;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// What happens in the hall and in which order; what groups say and delegates propose.
@Service
class Agenda {
  private final AgendaStore store;
  private final ProposalStore proposals;
  private final Congresses congresses;
  private final Standings standings;
  private final Rules rules;
  private final Live live;
  private final Clock clock;

  Agenda(
      AgendaStore store,
      ProposalStore proposals,
      Congresses congresses,
      Standings standings,
      Rules rules,
      Live live,
      Clock clock) {
    this.store = store;
    this.proposals = proposals;
    this.congresses = congresses;
    this.standings = standings;
    this.rules = rules;
    this.live = live;
    this.clock = clock;
  }

  /// An item as it is typed.
  record Wish(
      ItemKind kind,
      String title,
      String presenter,
      OptionalLong document,
      Optional<Instant> plannedAt,
      int minutes) {}

  @Transactional
  Outcome add(long id, Wish wish) {
    congresses.lock(id, Task.RUN_CONGRESS);
    if (wish.title().isBlank() || wish.title().length() > 120) {
      return Outcome.refused("请填写议程的名称。", "Name the item.");
    }
    if (wish.minutes() < 1 || wish.minutes() > 600) {
      return Outcome.refused("时长应为 1 至 600 分钟。", "An item takes from 1 to 600 minutes.");
    }
    long added = store.add(id, item(wish));
    live.changed(id);
    return new Outcome.Done(added);
  }

  private static Item item(Wish wish) {
    return new Item(
        0,
        0,
        wish.kind(),
        wish.title().strip(),
        wish.presenter().strip(),
        wish.document(),
        wish.plannedAt(),
        wish.minutes(),
        Optional.empty(),
        Optional.empty());
  }

  /// The usual course of a congress of one day, to be changed at will.
  private static final Map<ItemKind, String> USUAL = Collections.unmodifiableMap(usual());

  private static Map<ItemKind, String> usual() {
    Map<ItemKind, String> usual = new EnumMap<>(ItemKind.class);
    usual.put(ItemKind.OPENING, "大会开幕，奏唱国歌");
    usual.put(ItemKind.ADDRESS, "领导讲话、致辞");
    usual.put(ItemKind.WORK_REPORT, "听取和审议工作报告");
    usual.put(ItemKind.FINANCIAL_REPORT, "审议财务工作报告");
    usual.put(ItemKind.AUDIT_REPORT, "审议经费审查工作报告");
    usual.put(ItemKind.GROUP_DISCUSSION, "分组讨论");
    usual.put(ItemKind.ELECTION, "选举委员会、经费审查委员会");
    usual.put(ItemKind.VOTE, "表决大会决议（草案）");
    usual.put(ItemKind.ANNOUNCEMENT, "宣布选举结果");
    usual.put(ItemKind.CLOSING, "大会闭幕，奏国际歌");
    return usual;
  }

  @Transactional
  void addUsual(long id) {
    congresses.lock(id, Task.RUN_CONGRESS);
    if (store.items(id).isEmpty()) {
      USUAL.forEach(
          (kind, title) ->
              store.add(
                  id, item(new Wish(kind, title, "", OptionalLong.empty(), Optional.empty(), 20))));
      live.changed(id);
    }
  }

  /// Calls an item up; the one before is over.
  @Transactional
  Outcome call(long id, long item) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Item wanted = item(id, item);
    if (!congress.stage().isInSession()) {
      return Outcome.refused(
          Ground.by(Articles.PRACTICE, "会议还没有开始。", "The meeting has not begun."));
    }
    if (wanted.kind() != ItemKind.OPENING && !standings.hall(congress).frozen()) {
      Verdict quorum = quorum(congress);
      if (!quorum.holds()) {
        return new Outcome.Refused(quorum.grounds());
      }
    }
    Instant now = Instant.now(clock);
    store.endCurrent(id, now);
    store.start(id, item, now);
    live.changed(id);
    return new Outcome.Done(item);
  }

  private Verdict quorum(Congress congress) {
    Progress.Hall hall = standings.hall(congress);
    return rules.apply(
        "congress.quorum",
        CheckIn.quorumFacts(
            congress, new Progress.Hall(Math.max(1, hall.due()), hall.present(), false)));
  }

  private Item item(long congress, long id) {
    return store.items(congress).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  @Transactional
  void end(long id) {
    congresses.lock(id, Task.RUN_CONGRESS);
    store.endCurrent(id, Instant.now(clock));
    live.changed(id);
  }

  @Transactional
  void raise(long id, long item) {
    congresses.lock(id, Task.RUN_CONGRESS);
    store.raise(id, item);
    live.changed(id);
  }

  @Transactional
  Outcome drop(long id, long item) {
    congresses.lock(id, Task.RUN_CONGRESS);
    item(id, item);
    live.changed(id);
    return store.drop(id, item)
        ? new Outcome.Done(item)
        : Outcome.refused("已经进行的议程不能删除。", "What was called up is not deleted.");
  }

  // What groups say and delegates propose

  @Transactional
  Outcome note(long id, long delegation, long item, String text) {
    congresses.lock(id, Task.RUN_CONGRESS);
    item(id, item);
    if (text.isBlank() || text.length() > 4_000) {
      return Outcome.refused(
          "请填写审议意见，不超过 4000 字。", "Write what was said, in at most 4,000 characters.");
    }
    store.note(
        id,
        new AgendaStore.Remark(
            delegation, item, text.strip(), congresses.by(), Instant.now(clock)));
    live.changed(id);
    return new Outcome.Done(item);
  }

  /// By a delegate on the floor.
  @Transactional
  Outcome propose(Congress congress, Delegate by, String title, String text) {
    if (by.standing() != Standing.DELEGATE || !by.isDue()) {
      return Outcome.refused(
          Ground.by(Articles.PRACTICE, "提案由正式代表提出。", "Delegates make proposals."));
    }
    if (title.isBlank() || text.isBlank() || title.length() > 100 || text.length() > 4_000) {
      return Outcome.refused("请填写提案的案由和内容。", "Give the proposal a title and a text.");
    }
    long id =
        proposals.add(congress.id(), by.id(), title.strip(), text.strip(), Instant.now(clock));
    live.changed(congress.id());
    return new Outcome.Done(id);
  }

  @Transactional
  Outcome sort(long id, long proposal, String as, String responsible, Optional<LocalDate> due) {
    congresses.lock(id, Task.RUN_CONGRESS);
    boolean filed = !as.equals("NOT_FILED");
    if (filed && (responsible.isBlank() || due.isEmpty())) {
      return Outcome.refused(
          Ground.by(
              Articles.PRACTICE,
              "立案须写明承办单位和答复期限。",
              "A filed proposal names who answers, and by when."));
    }
    proposals.sort(id, proposal, as, responsible.strip(), filed ? due : Optional.empty());
    live.changed(id);
    return new Outcome.Done(proposal);
  }

  @Transactional
  Outcome reply(long id, long proposal, String text) {
    congresses.lock(id, Task.RUN_CONGRESS);
    if (text.isBlank()) {
      return Outcome.refused("请填写答复。", "Write the reply.");
    }
    proposals.reply(id, proposal, text.strip(), Instant.now(clock));
    live.changed(id);
    return new Outcome.Done(proposal);
  }

  @Transactional
  void satisfied(Congress congress, Delegate by, long proposal, String how) {
    proposals.satisfied(by.id(), proposal, how);
    live.changed(congress.id());
  }
}
