package org.zhijia.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;
import org.zhijia.web.Waiting;

/// What waits in the register: terms that end soon, and files that were looked at and not taken
/// over.
@Component
class RegistryWaiting implements Waiting {
  private static final int MONTHS_AHEAD = 6;
  private static final int MOST = 20;

  private final OrganisationStore organisations;
  private final ImportStore imports;
  private final Organisations register;
  private final ObjectProvider<Permit> permit;
  private final MessageSource messages;
  private final Clock clock;

  RegistryWaiting(
      OrganisationStore organisations,
      ImportStore imports,
      Organisations register,
      ObjectProvider<Permit> permit,
      MessageSource messages,
      Clock clock) {
    this.organisations = organisations;
    this.imports = imports;
    this.register = register;
    this.permit = permit;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public List<Item> forActor() {
    List<Item> items = new ArrayList<>();
    Permit current = permit.getObject();
    register
        .actingFor()
        .ifPresent(
            top -> {
              if (current.may(Task.EDIT_ORGANISATIONS, top.path())) {
                items.addAll(terms(top));
              }
              if (current.may(Task.IMPORT, top.path())) {
                items.addAll(files(top));
              }
            });
    return items;
  }

  private List<Item> terms(Organisation top) {
    LocalDate today = LocalDate.now(clock);
    return organisations.termsEnding(top.path(), today.plusMonths(MONTHS_AHEAD), MOST).stream()
        .map(
            union -> {
              LocalDate ends = union.termEndsOn().orElseThrow();
              String key = ends.isBefore(today) ? "waiting.term-over" : "waiting.term-ends";
              return new Item(text(key, union.name()), "/organisations/" + union.id(), ends);
            })
        .toList();
  }

  private List<Item> files(Organisation top) {
    return imports.of(top.path(), MOST).stream()
        .filter(each -> each.state() == ImportState.PREVIEWED && each.tally().toAdd() > 0)
        .map(
            each ->
                new Item(
                    text("waiting.import", each.fileName(), each.tally().toAdd()),
                    "/imports/" + each.id(),
                    LocalDate.ofInstant(each.uploadedAt(), ZoneId.of("Asia/Shanghai"))
                        .plusDays(30)))
        .toList();
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
