package org.zhijia.congress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.ResolutionStore.Count;
import org.zhijia.congress.ResolutionStore.Resolution;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.election.PollCancelled;
import org.zhijia.election.PollClosed;
import org.zhijia.election.PollOpened;
import org.zhijia.election.ResultAnnounced;
import org.zhijia.election.SeatsDecided;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;
import tools.jackson.databind.json.JsonMapper;

/// Resolutions from the draft to the vote: amended in the open, counted by two tellers who do not
/// see each other's figures, or decided by a secret vote.
@Service
class Resolutions {
  private final ResolutionStore store;
  private final Congresses congresses;
  private final CongressStore congressStore;
  private final Recalls recalls;
  private final Standings standings;
  private final Rules rules;
  private final Elections elections;
  private final Permit permit;
  private final ApplicationEventPublisher acts;
  private final Live live;
  private final JsonMapper json;
  private final Clock clock;

  Resolutions(
      ResolutionStore store,
      Congresses congresses,
      CongressStore congressStore,
      Recalls recalls,
      Standings standings,
      Rules rules,
      Elections elections,
      Permit permit,
      ApplicationEventPublisher acts,
      Live live,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.congresses = congresses;
    this.congressStore = congressStore;
    this.recalls = recalls;
    this.standings = standings;
    this.rules = rules;
    this.elections = elections;
    this.permit = permit;
    this.acts = acts;
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  /// A draft with all that belongs to it.
  ///
  /// @param recall whom it would recall; none for one upon a text
  record Seen(
      Resolution resolution,
      Optional<RecallStore.Recall> recall,
      List<ResolutionStore.Amendment> amendments,
      List<Count> counts,
      List<Tracked> tracked) {
    public boolean countsDiffer() {
      return counts.size() > 1 && counts.stream().map(Count::hands).distinct().count() > 1;
    }
  }

  /// A piece of the text, with an amendment that is open where there is one.
  ///
  /// @param before what would go; empty outside of amendments
  record Tracked(String same, String before, String after) {}

  List<Seen> of(Congress congress) {
    return store.of(congress.id()).stream().map(this::seen).toList();
  }

  private Seen seen(Resolution resolution) {
    List<ResolutionStore.Amendment> amendments = store.amendments(resolution.id());
    return new Seen(
        resolution,
        recalls.of(resolution),
        amendments,
        store.counts(resolution.id()),
        tracked(resolution.text(), amendments));
  }

  /// The text with what open amendments would take out and put in.
  static List<Tracked> tracked(String text, List<ResolutionStore.Amendment> amendments) {
    List<Tracked> pieces = new ArrayList<>(List.of(new Tracked(text, "", "")));
    for (ResolutionStore.Amendment each : amendments) {
      if (each.taken().isPresent()) {
        continue;
      }
      for (int i = 0; i < pieces.size(); i++) {
        String same = pieces.get(i).same();
        int at = same.indexOf(each.before());
        if (at >= 0) {
          pieces.set(i, new Tracked(same.substring(0, at), "", ""));
          pieces.add(i + 1, new Tracked("", each.before(), each.after()));
          pieces.add(i + 2, new Tracked(same.substring(at + each.before().length()), "", ""));
          break;
        }
      }
    }
    return pieces;
  }

  private Resolution find(long congress, long id) {
    return store.find(congress, id).orElseThrow(NotThere::new);
  }

  @Transactional
  Outcome draft(long id, ResolutionKind kind, String title, String text, String base) {
    congresses.lock(id, Task.RUN_CONGRESS);
    if (title.isBlank() || text.isBlank() || title.length() > 120 || text.length() > 20_000) {
      return Outcome.refused("请填写决议的标题和正文。", "Give the resolution a title and a text.");
    }
    ResolutionKind upon = ResolutionKind.drafted().contains(kind) ? kind : ResolutionKind.OTHER;
    long added = store.add(id, upon, title.strip(), text.strip(), base(base));
    live.changed(id);
    return new Outcome.Done(added);
  }

  private static String base(String typed) {
    return typed.equals("present") ? "present" : "due";
  }

  @Transactional
  Outcome amend(long id, long resolution, String by, String before, String after) {
    congresses.lock(id, Task.RUN_CONGRESS);
    Resolution draft = find(id, resolution);
    List<Ground> grounds = new ArrayList<>(openGrounds(draft));
    if (draft.kind() == ResolutionKind.RECALL) {
      grounds.add(
          Ground.by(
              Articles.RECALL,
              "罢免案只能通过或者不通过，不作修改。",
              "A recall is carried or not; it is not amended."));
    }
    if (before.isBlank() || !draft.text().contains(before.strip())) {
      grounds.add(Ground.of("草案中没有这段原文。", "The draft does not contain these words."));
    }
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    store.amend(resolution, by.strip(), before.strip(), after.strip(), Instant.now(clock));
    return new Outcome.Done(resolution);
  }

  private static List<Ground> openGrounds(Resolution draft) {
    if (!draft.isOpen()) {
      return List.of(
          Ground.by(Articles.POWERS, "这项决议已经表决。", "This resolution was voted on already."));
    }
    return draft.poll().isPresent()
        ? List.of(
            Ground.by(
                Articles.PRACTICE,
                "这项决议已交付无记名投票，文字不再改变。",
                "It was put to a secret vote: its words do not change any more."))
        : List.of();
  }

  @Transactional
  Outcome answer(long id, long resolution, long amendment, boolean taken) {
    congresses.lock(id, Task.RUN_CONGRESS);
    Resolution draft = find(id, resolution);
    List<Ground> grounds = openGrounds(draft);
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    ResolutionStore.Amendment found =
        store.amendments(resolution).stream()
            .filter(each -> each.id() == amendment && each.taken().isEmpty())
            .findFirst()
            .orElseThrow(NotThere::new);
    if (taken) {
      int at = draft.text().indexOf(found.before());
      if (at < 0) {
        return Outcome.refused("原文已被别的修改改变。", "Another change has altered these words.");
      }
      String text =
          draft.text().substring(0, at)
              + found.after()
              + draft.text().substring(at + found.before().length());
      store.text(resolution, draft.title(), text, draft.base());
    }
    store.answer(amendment, taken);
    return new Outcome.Done(resolution);
  }

  /// What one teller counted. When two agree the resolution is decided.
  @Transactional
  Outcome count(long id, long resolution, Hands counted) {
    Congress congress = congresses.lock(id, Task.COUNT_BALLOTS);
    Resolution draft = find(id, resolution);
    List<Ground> grounds = new ArrayList<>(openGrounds(draft));
    Progress.Hall hall = standings.hall(congress);
    if (draft.kind() == ResolutionKind.RECALL) {
      grounds.add(
          Ground.by(
              Articles.BALLOT,
              "罢免以无记名投票表决，不举手。",
              "A recall is decided by secret ballot, not by hand."));
    }
    if (!congress.stage().isInSession()) {
      grounds.add(Ground.by(Articles.PRACTICE, "会议还没有开始。", "The meeting has not begun."));
    }
    if (!counted.areOf(hall.present())) {
      grounds.add(counted.tooMany(hall.present()));
    }
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    Actor teller = permit.signedIn();
    store.count(
        resolution, new Count(teller.account(), teller.name(), counted), Instant.now(clock));
    List<Count> counts = store.counts(resolution);
    if (counts.size() > 1 && counts.stream().map(Count::hands).distinct().count() == 1) {
      decide(congress, draft, counted, hall);
    }
    live.changed(id);
    return new Outcome.Done(resolution);
  }

  private void decide(Congress congress, Resolution draft, Hands hands, Progress.Hall hall) {
    Verdict verdict =
        rules.apply(
            "resolution.majority",
            Map.of(
                "due",
                hall.due(),
                "present",
                hall.present(),
                "approvals",
                hands.approvals(),
                "base",
                draft.base()));
    record(congress, draft, verdict.holds(), hands, ruling(verdict));
  }

  private String ruling(Verdict verdict) {
    return json.writeValueAsString(verdict.ruling().plain(Locale.CHINESE));
  }

  private void record(
      Congress congress, Resolution draft, boolean adopted, Hands hands, String ruling) {
    store.decide(draft.id(), adopted, hands, ruling, Instant.now(clock));
    if (adopted) {
      recalls.carried(congress, draft);
    }
    acts.publishEvent(
        new ResolutionDecided(
            congress.organisation(),
            congress.id(),
            draft.title(),
            sha256(draft.text()),
            draft.base(),
            adopted));
    live.changed(congress.id());
  }

  /// Hands the words over to the elections, to be decided by secret vote.
  @Transactional
  Outcome putToVote(long id, long resolution) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Resolution draft = find(id, resolution);
    List<Ground> grounds = new ArrayList<>(openGrounds(draft));
    grounds.addAll(recalls.obstacles(draft));
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    Body body = draft.kind() == ResolutionKind.RECALL ? Body.RECALL : Body.RESOLUTION;
    store.bySecretVote(
        resolution, elections.putToVote(congress.assembly(), body, draft.title()).id());
    live.changed(id);
    return new Outcome.Done(resolution);
  }

  /// From now on the floor asks for a vote.
  @EventListener
  void on(PollOpened opened) {
    congressStore.ofAssembly(opened.assembly()).ifPresent(each -> live.changed(each.id()));
  }

  /// The floor does not ask any more.
  @EventListener
  void on(PollClosed closed) {
    congressStore.ofAssembly(closed.assembly()).ifPresent(each -> live.changed(each.id()));
  }

  /// The desk does not ask any more what becomes of open seats.
  @EventListener
  void on(SeatsDecided decided) {
    congressStore.ofAssembly(decided.assembly()).ifPresent(each -> live.changed(each.id()));
  }

  /// The floor does not ask any more; a resolution that it was about may be amended and put to the
  /// vote again.
  @EventListener
  @Transactional
  void on(PollCancelled cancelled) {
    congressStore
        .ofAssembly(cancelled.assembly())
        .ifPresent(
            congress -> {
              store.takeBack(congress.id(), cancelled.poll());
              live.changed(congress.id());
            });
  }

  /// A secret vote on a resolution of ours was announced; every other result just shows.
  @EventListener
  @Transactional
  void on(ResultAnnounced result) {
    Optional<Congress> ours = congressStore.ofAssembly(result.assembly());
    ours.ifPresent(
        congress -> {
          live.changed(congress.id());
          store.of(congress.id()).stream()
              .filter(each -> each.isOpen() && each.poll().orElse(0) == result.poll())
              .forEach(each -> decide(congress, each, result));
        });
  }

  /// A vote that does not stand has decided nothing: the resolution is put to the vote again.
  private void decide(Congress congress, Resolution draft, ResultAnnounced result) {
    Optional<Announced> announced = elections.announced(result.poll());
    if (announced.filter(each -> !each.stands()).isPresent()) {
      store.takeBack(congress.id(), result.poll());
      return;
    }
    Hands hands =
        announced.map(Announced::lines).stream()
            .flatMap(List::stream)
            .findFirst()
            .map(line -> new Hands(line.approve(), line.against(), line.abstain()))
            .orElse(new Hands(0, 0, 0));
    record(
        congress,
        draft,
        result.adopted(),
        hands,
        json.writeValueAsString(Map.of("poll", result.uuid(), "result", result.resultSha256())));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
