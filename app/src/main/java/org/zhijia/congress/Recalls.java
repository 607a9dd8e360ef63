package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.RecallStore.Recall;
import org.zhijia.congress.ResolutionStore.Resolution;
import org.zhijia.registry.ElectedPosts;
import org.zhijia.registry.ElectedPosts.InForce;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// Recalls (罢免): moved with grounds, the person heard, voted upon in secret by the meeting itself,
/// carried by more than half of all delegates. With it the office ends.
///
/// Source: 工会法 (2021), articles 10 and 18.
@Service
class Recalls {
  private static final int LONGEST = 20_000;

  private final RecallStore store;
  private final ResolutionStore resolutions;
  private final Congresses congresses;
  private final ElectedPosts posts;
  private final Live live;
  private final Clock clock;

  Recalls(
      RecallStore store,
      ResolutionStore resolutions,
      Congresses congresses,
      ElectedPosts posts,
      Live live,
      Clock clock) {
    this.store = store;
    this.resolutions = resolutions;
    this.congresses = congresses;
    this.posts = posts;
    this.live = live;
    this.clock = clock;
  }

  Optional<Recall> of(Resolution resolution) {
    return store.find(resolution.id());
  }

  /// Posts from which the congress may recall.
  List<InForce> posts(Congress congress) {
    return posts.inForce(congress.organisation());
  }

  /// Moves that somebody be recalled.
  ///
  /// @param post its id in the register
  /// @param by who moves it, e.g. a delegation and how many signed
  @Transactional
  Outcome move(long id, long post, String by, String grounds) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Optional<InForce> held =
        posts(congress).stream().filter(each -> each.post() == post).findFirst();
    List<Ground> against = new ArrayList<>();
    if (held.isEmpty()) {
      against.add(
          Ground.by(
              Articles.ELECTED,
              "请从现任职务中选择：大会只能罢免由它选出的人。",
              "Choose an office in force: a congress recalls those whom it elected."));
    }
    if (by.isBlank() || grounds.isBlank() || grounds.length() > LONGEST) {
      against.add(
          Ground.by(
              Articles.RECALL,
              "请写明由谁提出、依据什么事实和理由，交会议讨论。",
              "Say who moves it and on what grounds, for the meeting to discuss."));
    }
    if (store.isMoved(post)) {
      against.add(
          Ground.by(
              Articles.RECALL,
              "对这一职务的罢免案还没有表决，不再另提。",
              "A recall from this office waits for its vote already."));
    }
    if (!against.isEmpty()) {
      return new Outcome.Refused(against);
    }
    InForce from = held.orElseThrow();
    String title = "关于罢免" + from.name() + from.office().word() + "职务的决议";
    long added = resolutions.add(id, ResolutionKind.RECALL, title, grounds.strip(), "due");
    store.add(added, new Recall(post, from.name(), from.office(), by.strip(), Optional.empty()));
    live.changed(id);
    return new Outcome.Done(added);
  }

  /// Notes what the person said before the meeting.
  ///
  /// @param waived the person waived it in writing
  @Transactional
  Outcome hear(long id, long resolution, String said, boolean waived) {
    congresses.lock(id, Task.RUN_CONGRESS);
    Resolution moved = resolutions.find(id, resolution).orElseThrow(NotThere::new);
    if (of(moved).isEmpty()) {
      throw new NotThere();
    }
    if (!moved.isOpen() || moved.poll().isPresent()) {
      return Outcome.refused(
          Ground.by(
              Articles.RECALL,
              "已经交付表决，陈述申辩的记录不再改变。",
              "It was put to the vote: what was heard does not change any more."));
    }
    if (said.isBlank() != waived || said.length() > LONGEST) {
      return Outcome.refused(
          Ground.by(
              Articles.RECALL,
              "请记下本人的陈述申辩；本人书面放弃的，只勾选“书面放弃”。",
              "Note what the person said; tick \"waived\" instead if they waived it in writing."));
    }
    store.heard(resolution, said.strip(), Instant.now(clock));
    live.changed(id);
    return new Outcome.Done(resolution);
  }

  /// Why a resolution is not put to the vote yet; nothing for one that recalls nobody.
  List<Ground> obstacles(Resolution resolution) {
    return of(resolution).filter(recall -> !recall.isHeard()).isPresent()
        ? List.of(
            Ground.by(
                Articles.RECALL,
                "罢免须经会议讨论：先听取本人陈述申辩并记录，再交付表决。",
                "A recall is discussed first: hear the person and note it, then put it to the"
                    + " vote."))
        : List.of();
  }

  /// Ends the office from which somebody was recalled.
  void carried(Congress congress, Resolution resolution) {
    of(resolution)
        .ifPresent(
            recall -> posts.end(congress.organisation(), recall.post(), LocalDate.now(clock)));
  }
}
