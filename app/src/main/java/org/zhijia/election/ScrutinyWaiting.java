package org.zhijia.election;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhijia.web.Permit;
import org.zhijia.web.Waiting;

/// What waits for a scrutineer, who has no other way to the page of a meeting's scrutineers: the
/// key that is not made, and votes that are not signed yet.
@Component
class ScrutinyWaiting implements Waiting {
  private static final int MOST = 5;

  private final AssemblyStore assemblies;
  private final PollStore polls;
  private final Permit permit;
  private final MessageSource messages;
  private final Clock clock;

  ScrutinyWaiting(
      AssemblyStore assemblies,
      PollStore polls,
      Permit permit,
      MessageSource messages,
      Clock clock) {
    this.assemblies = assemblies;
    this.polls = polls;
    this.permit = permit;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public List<Item> forActor() {
    return permit.actor().stream()
        .flatMap(actor -> assemblies.watchedBy(actor.account(), MOST).stream())
        .flatMap(id -> assemblies.find(id).stream())
        .flatMap(of -> item(of).stream())
        .toList();
  }

  private Optional<Item> item(Assembly of) {
    List<Stage> stages = polls.of(of.id()).stream().map(row -> row.poll().stage()).toList();
    boolean votes =
        stages.stream()
            .anyMatch(
                stage ->
                    switch (stage) {
                      case OPEN, CLOSED, COUNTED -> true;
                      case PREPARED, SIGNED, ANNOUNCED, CANCELLED -> false;
                    });
    if (of.ended() && !votes) {
      return Optional.empty();
    }
    if (of.keyMade()) {
      return votes ? Optional.of(item(of, "waiting.scrutiny-vote")) : Optional.empty();
    }
    boolean begun = stages.stream().anyMatch(stage -> stage != Stage.PREPARED); // on paper alone
    return begun ? Optional.empty() : Optional.of(item(of, "waiting.scrutiny-key"));
  }

  private Item item(Assembly of, String key) {
    String text =
        messages.getMessage(key, new Object[] {of.title()}, LocaleContextHolder.getLocale());
    return new Item(text, "/scrutiny/" + of.id(), LocalDate.now(clock));
  }
}
