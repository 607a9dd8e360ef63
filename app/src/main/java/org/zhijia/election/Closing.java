package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.ballot.belenios.v1.Answer;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.json.Malformed;

/// Closes boxes whose time has come: no ballot after it, all ballots on the board, their sum.
@Component
class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final PollStore polls;
  private final BoxStore box;
  private final Counting counting;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Closing(
      PollStore polls,
      BoxStore box,
      Counting counting,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.polls = polls;
    this.box = box;
    this.counting = counting;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 500)
  void closeWhatIsDue() {
    for (PollRow row : polls.due(Instant.now(clock))) {
      try {
        transaction.executeWithoutResult(_ -> close(row.poll().id()));
      } catch (RuntimeException failure) {
        LOG.error("the box of vote {} cannot be closed", row.poll().id(), failure);
      }
    }
  }

  /// Ballots in batches go to the board while voting is on.
  @Scheduled(fixedDelay = 2_000)
  void publishBatches() {
    polls.open().forEach(poll -> box.publish(poll, Box.BATCH));
  }

  private void close(long poll) {
    polls.lock(poll);
    PollRow row = polls.find(poll).orElseThrow();
    if (row.poll().stage() != Stage.OPEN) {
      return;
    }
    box.publish(poll, 1);
    polls.close(poll, row.isElectronic() ? Optional.of(tally(row)) : Optional.empty());
    counting.count(poll); // paper that both tellers read before the box was closed
    events.publishEvent(new PollClosed(row.poll().assembly(), poll));
  }

  /// The sum of each slip's last ballot, with the answers that will be shuffled.
  private PollRow.Tally tally(PollRow row) {
    try {
      List<Question> questions = Archives.questions(row);
      Tally sum = Tally.ofNothing(Ceremony.GROUP, questions);
      for (BoxStore.Cast ballot : box.last(row.poll().id())) {
        sum = sum.plus(Tally.ofOne(Ceremony.GROUP, questions, choices(questions, ballot), 1));
      }
      byte[] encrypted = sum.encrypted(Ceremony.GROUP, questions).bytes();
      return new PollRow.Tally(BallotPapers.text(encrypted), Math.toIntExact(sum.ballots()));
    } catch (Malformed impossible) {
      throw new IllegalStateException("ballots were checked when they were cast", impossible);
    }
  }

  private static List<List<Ciphertext>> choices(List<Question> questions, BoxStore.Cast ballot)
      throws Malformed {
    Ballot read = Ballot.read(Ceremony.GROUP, questions, BallotPapers.bytes(ballot.body()));
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (Answer answer : read.answers()) {
      List<Ciphertext> row = new ArrayList<>();
      for (Ciphertext.Encoded choice : answer.choices()) {
        row.add(new Ciphertext(element(choice.alpha()), element(choice.beta())));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Element element(String text) {
    return Ceremony.GROUP.element(text).orElseThrow();
  }
}
