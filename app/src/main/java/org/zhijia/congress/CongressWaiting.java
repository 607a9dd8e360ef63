package org.zhijia.congress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhijia.web.Task;
import org.zhijia.web.Waiting;

/// What a congress waits for, for those who lead it. The day of the congress is the deadline.
@Component
class CongressWaiting implements Waiting {
  private final Congresses congresses;
  private final MessageSource messages;
  private final Clock clock;

  CongressWaiting(Congresses congresses, MessageSource messages, Clock clock) {
    this.congresses = congresses;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public List<Item> forActor() {
    return congresses.all().stream()
        .filter(each -> each.stage() != Stage.ARCHIVE)
        .filter(each -> congresses.may(each, Task.RUN_CONGRESS))
        .map(this::item)
        .toList();
  }

  private Item item(Congress congress) {
    long open = congresses.checklist(congress).stream().filter(Line::stops).count();
    Locale locale = LocaleContextHolder.getLocale();
    String stage = messages.getMessage("stage." + congress.stage(), null, locale);
    Object[] words = {congress.name(), stage, open};
    return new Item(
        messages.getMessage("waiting.congress", words, locale),
        congress.link(),
        congress
            .beginsAt()
            .map(at -> LocalDate.ofInstant(at, Times.HERE))
            .orElseGet(() -> LocalDate.now(clock).plusDays(30)));
  }
}
