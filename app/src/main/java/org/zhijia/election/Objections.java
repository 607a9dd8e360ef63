package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.statute.BadFacts;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;

/// The publicity of candidates: members object while it runs, the desk answers before the vote.
@Service
class Objections {
  private static final int LONGEST = 1_000;

  private final ObjectionStore store;
  private final PollStore polls;
  private final Polls led;
  private final Permit permit;
  private final Clock clock;

  Objections(ObjectionStore store, PollStore polls, Polls led, Permit permit, Clock clock) {
    this.store = store;
    this.polls = polls;
    this.led = led;
    this.permit = permit;
    this.clock = clock;
  }

  /// As a member writes it.
  record Wish(String candidate, String text) {
    Wish {
      candidate = candidate == null ? "" : candidate.strip();
      text = text == null ? "" : text.strip();
    }
  }

  /// Whether the publicity runs today.
  boolean areTaken(PollRow row) {
    try {
      return row.poll().stage() == Stage.PREPARED
          && row.publishedOn().isPresent()
          && !LocalDate.now(clock).isAfter(led.rules(row).publicityEnds(row.publishedOn().get()));
    } catch (BadFacts never) {
      return false;
    }
  }

  /// All of them for the desk; to a member only their own.
  List<Objection> seen(PollRow row, boolean leads) {
    if (permit.actor().isEmpty()) {
      return List.of();
    }
    long me = permit.signedIn().account();
    return store.of(row.poll().id()).stream()
        .filter(each -> leads || each.account() == me)
        .toList();
  }

  @Transactional
  Decision object(String uuid, Wish wish) {
    PollRow row = led.find(uuid);
    polls.lock(row.poll().id());
    if (!areTaken(row)) {
      return Decision.refused(
          "NOT_PUBLISHED",
          "异议在候选人公示期内提出；现在不在公示期。",
          "Objections are made while the candidates' publicity runs; it does not run now.");
    }
    boolean stands =
        polls.candidates(row.poll().id()).stream()
            .anyMatch(each -> each.name().equals(wish.candidate()));
    if (!stands || wish.text().isEmpty() || wish.text().length() > LONGEST) {
      return Decision.refused(
          "OBJECTION",
          "请选择候选人，写明事实和理由，不超过 %d 字。",
          "Choose a candidate and say why, in at most %d characters.",
          LONGEST);
    }
    store.add(row.poll().id(), wish, permit.signedIn(), Instant.now(clock));
    return Decision.granted();
  }

  /// The desk's answer; it can be given again as long as the vote is not open.
  @Transactional
  Decision answer(String uuid, long id, String text) {
    PollRow row = led.led(uuid);
    if (row.poll().stage() != Stage.PREPARED) {
      return Decision.refused(
          "ALREADY_OPEN", "投票已经开始，答复不能再改。", "Voting has begun; the answer stands.");
    }
    if (text.isBlank() || text.length() > LONGEST) {
      return Decision.refused(
          "ANSWER",
          "请写明核查的情况和结论，不超过 %d 字。",
          "Say what was found, in at most %d characters.",
          LONGEST);
    }
    if (!store.answer(row.poll().id(), id, text.strip(), Instant.now(clock))) {
      throw new NotThere();
    }
    return Decision.granted();
  }
}
