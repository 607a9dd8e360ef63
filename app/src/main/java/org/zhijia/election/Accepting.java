package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Text;

/// A count that stopped because one way of voting has more ballots returned than issued, though
/// there are none too many in all: the scrutineers look into it. Tellers correct what they misread;
/// otherwise the vote is held again, or the chief scrutineer lets the ballots count and says why.
@Service
class Accepting {
  private static final int LEAST_REASON = 6;
  private static final int MOST_REASON = 500;

  private final PollStore polls;
  private final Polls led;
  private final Counting counting;
  private final Ceremony ceremony;
  private final AcceptanceStore store;
  private final ApplicationEventPublisher acts;
  private final Clock clock;

  Accepting(
      PollStore polls,
      Polls led,
      Counting counting,
      Ceremony ceremony,
      AcceptanceStore store,
      ApplicationEventPublisher acts,
      Clock clock) {
    this.polls = polls;
    this.led = led;
    this.counting = counting;
    this.ceremony = ceremony;
    this.store = store;
    this.acts = acts;
    this.clock = clock;
  }

  /// Whether the chief scrutineer can let a surplus count now.
  boolean isOpen(PollRow row) {
    return row.poll().stage() == Stage.COUNTED
        && sheet(row)
            .filter(sheet -> !sheet.isOverfull() && !surpluses(sheet).isEmpty())
            .isPresent();
  }

  private static Optional<CountSheet> sheet(PollRow row) {
    return row.result().map(result -> ResultFile.read(result.text()).sheet());
  }

  /// Channels with a surplus on which nothing was said yet.
  private static List<CountSheet.Channel> surpluses(CountSheet sheet) {
    return sheet.channels().stream()
        .filter(CountSheet.Channel::hasSurplus)
        .filter(channel -> sheet.accepted().stream().noneMatch(each -> each.isOf(channel)))
        .toList();
  }

  /// Writes the chief scrutineer's decision down and counts anew.
  @Transactional
  Decision accept(long assembly, String uuid, String reason) {
    Scrutineer me = ceremony.me(assembly);
    polls.lock(counting.own(assembly, uuid).poll().id());
    PollRow row = counting.own(assembly, uuid);
    if (!me.chief()) {
      return Decision.refused(
          "NOT_CHIEF", "由总监票人决定并写明理由。", "The chief scrutineer decides, and says why.");
    }
    Optional<Breach> against = against(row, reason.strip());
    if (against.isPresent()) {
      return new Decision.Refused(List.of(against.get()));
    }
    for (CountSheet.Channel channel : surpluses(sheet(row).orElseThrow())) {
      accept(row, me, channel, reason.strip());
    }
    counting.count(row.poll().id());
    return Decision.granted();
  }

  private Optional<Breach> against(PollRow row, String reason) {
    if (row.poll().stage() != Stage.COUNTED || sheet(row).isEmpty()) {
      return Optional.of(
          Decision.ground("NOT_COUNTED", "现在没有等待决定的计票结果。", "No count waits for a decision."));
    }
    CountSheet sheet = sheet(row).get();
    if (sheet.isOverfull()) {
      return Optional.of(
          led.rules(row)
              .returned(
                  Text.of(
                      "收回选票共 %d 张，多于发出的 %d 张：选举无效，不能按有效计票。",
                      "%d ballots returned, %d issued in all: the vote is void and cannot count.",
                      sheet.returned(),
                      sheet.issued())));
    }
    if (surpluses(sheet).isEmpty()) {
      return Optional.of(
          Decision.ground("NO_SURPLUS", "没有多出的选票需要决定。", "There is no surplus to decide on."));
    }
    int length = reason.codePointCount(0, reason.length());
    return length < LEAST_REASON || length > MOST_REASON
        ? Optional.of(
            Decision.ground(
                "REASON",
                "请写明核查情况和理由（%d 到 %d 个字）。",
                "Say what was found and why the ballots count (%d to %d characters).",
                LEAST_REASON,
                MOST_REASON))
        : Optional.empty();
  }

  private void accept(PollRow row, Scrutineer me, CountSheet.Channel channel, String reason) {
    Poll poll = row.poll();
    store.put(
        poll.id(),
        new Acceptance(
            channel.name(),
            channel.issued(),
            channel.returned(),
            reason,
            me.name(),
            Instant.now(clock)),
        me.account());
    acts.publishEvent(
        new SurplusAccepted(
            led.assembly(row).organisation(),
            poll.assembly(),
            poll.id(),
            poll.uuid(),
            poll.title(),
            channel.name(),
            channel.issued(),
            channel.returned()));
  }
}
