package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.ResolutionStore.Resolution;
import org.zhijia.documents.Documents;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// The documents of a congress, each drafted from its record; and the higher union's reply.
@Service
class Papers {
  /// In the order in which a congress needs them.
  static final List<String> TEMPLATES =
      List.of(
          "congress-request",
          "congress-notice",
          "credentials-report",
          "delegate-list",
          "congress-agenda",
          "host-script",
          "candidate-list",
          "scrutineers-report",
          "count-sheet",
          "minutes",
          "election-report",
          "announcement");

  private static final int LARGEST_FILE = 20 << 20;

  private final PaperStore store;
  private final PaperValues values;
  private final ResolutionStore resolutions;
  private final Congresses congresses;
  private final Documents documents;
  private final Officers officers;
  private final ApplicationEventPublisher acts;
  private final Live live;
  private final Clock clock;

  Papers(
      PaperStore store,
      PaperValues values,
      ResolutionStore resolutions,
      Congresses congresses,
      Documents documents,
      Officers officers,
      ApplicationEventPublisher acts,
      Live live,
      Clock clock) {
    this.store = store;
    this.values = values;
    this.resolutions = resolutions;
    this.congresses = congresses;
    this.documents = documents;
    this.officers = officers;
    this.acts = acts;
    this.live = live;
    this.clock = clock;
  }

  List<PaperStore.Paper> of(Congress congress) {
    return store.of(congress.id());
  }

  /// Drafts a document from the record, with what only a person knows.
  ///
  /// @param typed e.g. the code word
  @Transactional
  Outcome draft(long id, String template, Map<String, String> typed) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    if (!TEMPLATES.contains(template)) {
      throw new NotThere();
    }
    Map<String, String> all = new HashMap<>(values.of(congress));
    typed.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            all.put(name, value.strip());
          }
        });
    return draft(congress, template, all);
  }

  private Outcome draft(Congress congress, String template, Map<String, String> all) {
    return switch (documents.draft(congresses.organisation(congress), template, all)) {
      case Documents.Outcome.Done done -> {
        String title = documents.see(done.id()).wording().plainTitle();
        store.add(
            congress.id(),
            new PaperStore.Paper(template, done.id(), title, congresses.by(), Instant.now(clock)));
        live.changed(congress.id());
        yield new Outcome.Done(done.id());
      }
      case Documents.Outcome.Refused refused ->
          new Outcome.Refused(
              refused.findings().stream()
                  .filter(finding -> finding.stops())
                  .map(
                      finding ->
                          Ground.of(
                              "还缺少“%s”：先在大会记录里补上，再起草。",
                              "\"%s\" is missing: complete the record first.", finding.word()))
                  .distinct()
                  .toList());
    };
  }

  /// The adopted words of a resolution as a document, word for word.
  @Transactional
  Outcome draftResolution(long id, long resolution) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Resolution found = resolutions.find(id, resolution).orElseThrow(NotThere::new);
    if (!found.adopted().orElse(false)) {
      return Outcome.refused(
          Ground.by(Articles.POWERS, "通过之后才能印发。", "It is issued once it is adopted."));
    }
    Map<String, String> all = new HashMap<>(values.of(congress));
    all.put("决议标题", found.title());
    all.put("决议正文", found.text());
    all.put("通过日期", PaperValues.day(found.decidedAt().orElseThrow()));
    Outcome drafted = draft(congress, "adopted-resolution", all);
    if (drafted instanceof Outcome.Done done) {
      resolutions.document(resolution, done.id());
    }
    return drafted;
  }

  Optional<PaperStore.Approval> approval(Congress congress) {
    return store.approval(congress.id());
  }

  byte[] approvalFile(long id) {
    congresses.demand(id, Task.RUN_CONGRESS);
    return store.approvalFile(id).orElseThrow(NotThere::new);
  }

  /// Takes the higher union's reply in; with it the congress goes on to its announcement.
  @Transactional
  Outcome approve(long id, String number, @Nullable LocalDate on, String name, byte[] file) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    if (congress.stage() != Stage.APPROVAL) {
      return Outcome.refused(
          Ground.by(
              Articles.APPROVAL,
              "大会闭幕、报送结果之后才登记批复。",
              "The reply comes after the congress has closed and reported."));
    }
    if (number.isBlank() || on == null) {
      return Outcome.refused(
          Ground.by(Articles.APPROVAL, "请填写批复的文号和日期。", "Give the number and day of the reply."));
    }
    if (file.length > LARGEST_FILE) {
      return Outcome.refused("文件不超过 20 MB。", "The file is at most 20 MB.");
    }
    store.approve(
        id,
        new PaperStore.Approval(number.strip(), on, name, congresses.by()),
        file.length == 0 ? null : file,
        Instant.now(clock));
    acts.publishEvent(new ResultsApproved(congress.organisation(), id, number.strip(), on));
    live.changed(id);
    officers.approved(congress);
    congresses.approved(congress);
    return new Outcome.Done(id);
  }
}
