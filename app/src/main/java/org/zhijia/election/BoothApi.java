package org.zhijia.election;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;

/// What a voter's device asks of the server. No cookie, no name: whoever holds a slip may vote with
/// it, and the ballot itself proves that.
@Open
@RestController
class BoothApi {
  private static final int LONGEST_BALLOT = 2_000_000;

  private final Assemblies assemblies;
  private final PollStore polls;
  private final Box box;
  private final PhotoStore photos;
  private final MessageSource messages;

  BoothApi(
      Assemblies assemblies, PollStore polls, Box box, PhotoStore photos, MessageSource messages) {
    this.assemblies = assemblies;
    this.polls = polls;
    this.box = box;
    this.photos = photos;
    this.messages = messages;
  }

  /// A meeting and what can be voted upon now.
  record Ballots(Meeting assembly, List<Paper> polls) {}

  record Meeting(long id, String title) {}

  /// One electronic ballot paper.
  ///
  /// @param kind `slate` or `resolution`
  /// @param election the exact text of the archive's election document
  /// @param state `open`, `closing` or `closed`
  record Paper(
      String uuid,
      String title,
      String kind,
      int round,
      int seats,
      @Nullable Instant closesAt,
      String fingerprint,
      String election,
      List<Name> candidates,
      String state) {}

  /// @param photo where it is; empty without one
  record Name(String name, String note, String photo) {}

  @GetMapping("/api/assemblies/{id}/polls")
  Ballots ballots(@PathVariable long id) {
    Assembly of = assemblies.find(id);
    List<Paper> open =
        polls.of(id).stream()
            .filter(PollRow::isElectronic)
            .filter(row -> row.poll().stage() == Stage.OPEN || row.poll().stage() == Stage.CLOSED)
            .map(this::paper)
            .toList();
    return new Ballots(new Meeting(id, of.title()), open);
  }

  private Paper paper(PollRow row) {
    Poll poll = row.poll();
    PollRow.Setup setup = row.setup().orElseThrow();
    String state = !poll.isOpen() ? "closed" : poll.closesAt().isPresent() ? "closing" : "open";
    return new Paper(
        poll.uuid(),
        poll.title(),
        poll.body().decides() ? "resolution" : "slate",
        poll.round(),
        poll.seats(),
        poll.closesAt().orElse(null),
        setup.fingerprint(),
        setup.election(),
        names(poll),
        state);
  }

  private List<Name> names(Poll poll) {
    Set<String> shown = photos.names(poll.assembly());
    return polls.candidates(poll.id()).stream()
        .map(
            each ->
                new Name(
                    each.name(),
                    each.line(),
                    shown.contains(each.name()) ? poll.link() + "/photos/" + each.place() : ""))
        .toList();
  }

  /// @param companion the line of the companion file; absent for a resolution
  record Cast(String ballot, @Nullable String companion) {}

  record Accepted(String tracker, boolean replaced, boolean again) {}

  @PostMapping("/api/polls/{uuid}/ballots")
  ResponseEntity<?> cast(@PathVariable String uuid, @RequestBody Cast cast, Locale locale) {
    if (cast.ballot() == null || cast.ballot().length() > LONGEST_BALLOT) {
      return refused(Box.Why.MALFORMED, "", locale);
    }
    return switch (box.cast(uuid, cast.ballot(), Optional.ofNullable(cast.companion()))) {
      case Box.Reception.Accepted taken ->
          ResponseEntity.status(taken.again() ? HttpStatus.OK : HttpStatus.CREATED)
              .body(new Accepted(taken.tracker(), taken.replaced(), taken.again()));
      case Box.Reception.Refused refused -> refused(refused.why(), refused.detail(), locale);
    };
  }

  private ResponseEntity<?> refused(Box.Why why, String check, Locale locale) {
    if (why == Box.Why.NO_SUCH_POLL) {
      throw new NotThere();
    }
    var problem = Problems.problem(why.name(), messages.getMessage("box." + why, null, locale));
    if (!check.isEmpty()) {
      problem.setProperty("check", check);
    }
    return Problems.send(problem);
  }

  /// The exact list of public credentials that the election names, so that voters find their own on
  /// it before they vote.
  @GetMapping("/api/polls/{uuid}/credentials")
  ResponseEntity<String> credentials(@PathVariable String uuid) {
    PollRow row = polls.find(uuid).orElseThrow(NotThere::new);
    String list = row.setup().map(PollRow.Setup::credentials).orElseThrow(NotThere::new);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(list);
  }

  /// @param tracker of a ballot whose voter looks into it
  record Opening(String tracker) {}

  @PostMapping("/api/polls/{uuid}/openings")
  ResponseEntity<?> open(@PathVariable String uuid, @RequestBody Opening opening, Locale locale) {
    if (opening.tracker() == null || !opening.tracker().matches("[A-Za-z0-9+/]{43}")) {
      return refused(Box.Why.MALFORMED, "", locale);
    }
    return box.open(uuid, opening.tracker())
        ? ResponseEntity.noContent().build()
        : refused(Box.Why.CLOSED, "", locale);
  }

  /// Base64 trackers hold slashes, which addresses do not: `-` and `_` stand for `+` and `/`.
  @GetMapping("/api/polls/{uuid}/trackers/{tracker}")
  Map<String, Boolean> tracker(@PathVariable String uuid, @PathVariable String tracker) {
    PollRow row = polls.find(uuid).orElseThrow(NotThere::new);
    Optional<BoxStore.Found> found = box.find(row, tracker.replace('-', '+').replace('_', '/'));
    return Map.of(
        "found", found.isPresent(),
        "onBoard", found.map(BoxStore.Found::onBoard).orElse(false),
        "counted", found.map(BoxStore.Found::counts).orElse(false));
  }
}
