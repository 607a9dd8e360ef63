package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhijia.statute.Breach;
import org.zhijia.tables.UnreadableTable;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;
import org.zhijia.web.Permit;
import org.zhijia.web.SignedIn;
import org.zhijia.web.Task;

/// One vote: to everybody its result and how to check it, to the secretary the steps on the way.
@Controller
class PollPages {
  private final Polls led;
  private final Counting counting;
  private final Assemblies assemblies;
  private final Archives archives;
  private final Box box;
  private final Permit permit;
  private final Plenaries plenaries;
  private final Objections objections;
  private final PhotoStore photos;
  private final Shortages shortages;

  @SuppressWarnings("TooManyParameters") // all that a vote's page tells
  PollPages(
      Polls led,
      Counting counting,
      Assemblies assemblies,
      Archives archives,
      Box box,
      Permit permit,
      Plenaries plenaries,
      Objections objections,
      PhotoStore photos,
      Shortages shortages) {
    this.led = led;
    this.counting = counting;
    this.assemblies = assemblies;
    this.archives = archives;
    this.box = box;
    this.permit = permit;
    this.plenaries = plenaries;
    this.objections = objections;
    this.photos = photos;
    this.shortages = shortages;
  }

  /// @param shown the stage that an open page shows; if it is over the page is loaded anew
  @Open
  @GetMapping("/polls/{uuid}")
  String page(
      @PathVariable String uuid,
      @RequestParam(defaultValue = "") String tracker,
      @RequestParam(defaultValue = "") String shown,
      Model model,
      HttpServletResponse response) {
    if (!shown.isEmpty() && !shown.equals(led.find(uuid).poll().stage().name())) {
      response.setHeader("HX-Redirect", "/polls/" + led.find(uuid).poll().uuid());
    }
    String asked = tracker.strip();
    if (!asked.isEmpty()) {
      model.addAttribute("tracker", asked);
      model.addAttribute("tracked", tracked(led.find(uuid), asked));
    }
    return page(uuid, model);
  }

  /// Which of three sentences is true of a ballot.
  private String tracked(PollRow row, String tracker) {
    return box.find(row, tracker)
        .map(found -> found.counts() ? "tracker.counted" : "tracker.replaced")
        .orElse("tracker.missing");
  }

  private String page(String uuid, Model model) {
    PollRow row = led.find(uuid);
    Assembly of = assemblies.find(row.poll().assembly());
    boolean leads = permit.actor().isPresent() && assemblies.may(of, Task.RUN_CONGRESS);
    boolean tells = permit.actor().isPresent() && assemblies.may(of, Task.COUNT_BALLOTS);
    if (!isSeen(row)) {
      throw new NotThere();
    }
    model.addAttribute("photos", photos.names(of.id()));
    model.addAttribute("objectable", permit.actor().isPresent() && objections.areTaken(row));
    model.addAttribute("objections", objections.seen(row, leads));
    model.addAttribute("assembly", of);
    model.addAttribute("organisation", assemblies.organisationName(of));
    model.addAttribute("poll", row.poll());
    model.addAttribute("row", row);
    model.addAttribute("candidates", led.candidates(row));
    model.addAttribute("leads", leads);
    model.addAttribute("tells", tells);
    model.addAttribute("watches", assemblies.isWatchedByActor(of));
    model.addAttribute("members", leads ? plenaries.members(row) : List.of());
    boolean prepared = row.poll().stage() == Stage.PREPARED;
    model.addAttribute("obstacles", prepared && leads ? led.obstacles(row) : List.of());
    model.addAttribute("result", counting.announced(row).orElse(null));
    model.addAttribute("file", announcedFile(row));
    Optional<SeatsDecision> decision = shortages.decision(row);
    boolean asks = announcedFile(row).filter(file -> file.asksAgain(row.poll().body())).isPresent();
    model.addAttribute("decision", decision.orElse(null));
    model.addAttribute("again", asks && decision.isEmpty());
    model.addAttribute("ways", leads ? shortages.ways(row).orElse(null) : null);
    model.addAttribute("paperRead", counting.paperIsRead(row));
    return "election/poll";
  }

  /// Whether whoever asks may see the list: everybody once the vote is open, members while its
  /// publicity runs, before that those who work on it.
  boolean isSeen(PollRow row) {
    if (row.poll().stage() != Stage.PREPARED) {
      return true;
    }
    Assembly of = assemblies.find(row.poll().assembly());
    return permit.actor().isPresent()
        && (row.publishedOn().isPresent()
            || assemblies.may(of, Task.RUN_CONGRESS)
            || assemblies.may(of, Task.COUNT_BALLOTS));
  }

  private static Optional<ResultFile> announcedFile(PollRow row) {
    return row.poll().stage() == Stage.ANNOUNCED
        ? row.result().map(result -> ResultFile.read(result.text()))
        : Optional.empty();
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/candidates")
  String nominate(
      @PathVariable String uuid,
      @RequestParam(defaultValue = "") String typed,
      @RequestParam(required = false) MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    try {
      List<Candidate> candidates =
          file == null || file.isEmpty() ? CandidateList.read(typed, false) : uploaded(file);
      return done(uuid, led.nominate(uuid, candidates), model, response);
    } catch (UnreadableTable unreadable) {
      Breach ground = new Breach("UNREADABLE", unreadable.text(), Optional.empty());
      model.addAttribute("typed", typed);
      return done(uuid, new Decision.Refused(List.of(ground)), model, response);
    }
  }

  private static List<Candidate> uploaded(MultipartFile file) throws IOException, UnreadableTable {
    Path kept = Files.createTempFile("zhijia-candidates-", ".table");
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
      return CandidateList.read(kept, false);
    } finally {
      Files.delete(kept);
    }
  }

  /// For an officer of a committee: its members who stand.
  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/candidates/members")
  String nominate(
      @PathVariable String uuid,
      @RequestParam(defaultValue = "") List<String> member,
      Model model,
      HttpServletResponse response) {
    return done(uuid, plenaries.nominate(uuid, member), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/consent")
  String consent(@PathVariable String uuid, Model model, HttpServletResponse response) {
    return done(uuid, led.consent(uuid), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/publication")
  String publish(@PathVariable String uuid, Model model, HttpServletResponse response) {
    return done(uuid, led.publish(uuid), model, response);
  }

  /// From any member, while the publicity runs.
  @SignedIn
  @PostMapping("/polls/{uuid}/objections")
  String object(
      @PathVariable String uuid, Objections.Wish wish, Model model, HttpServletResponse response) {
    return done(uuid, objections.object(uuid, wish), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/objections/{objection}/answer")
  String answer(
      @PathVariable String uuid,
      @PathVariable long objection,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response) {
    return done(uuid, objections.answer(uuid, objection, text), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/opening")
  String open(@PathVariable String uuid, Model model, HttpServletResponse response) {
    return done(uuid, led.open(uuid), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/closing")
  String close(
      @PathVariable String uuid,
      @RequestParam(defaultValue = "" + Polls.GRACE_SECONDS) int grace,
      Model model,
      HttpServletResponse response) {
    return done(uuid, led.announceClosing(uuid, grace), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/cancellation")
  String cancel(
      @PathVariable String uuid,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    return done(uuid, led.cancel(uuid, reason), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/announcement")
  String announce(@PathVariable String uuid, Model model, HttpServletResponse response) {
    return done(uuid, led.announce(uuid), model, response);
  }

  String done(String uuid, Decision decision, Model model, HttpServletResponse response) {
    return Problems.areIn(decision, model, response)
        ? page(uuid, model)
        : "redirect:/polls/" + uuid;
  }

  /// The whole archive: to everybody once the result is announced, before that to those who signed
  /// in, as far as it has gone.
  @Open
  @GetMapping("/polls/{uuid}/archive")
  ResponseEntity<byte[]> archive(@PathVariable String uuid) {
    return file(led.find(uuid), ".bel", Archives.Written::archive);
  }

  @Open
  @GetMapping("/polls/{uuid}/companion")
  ResponseEntity<byte[]> companion(@PathVariable String uuid) {
    PollRow row = led.find(uuid);
    if (row.poll().body().decides()) {
      throw new NotThere();
    }
    return file(row, ".companion", files -> files.companion().orElseThrow());
  }

  @Open
  @GetMapping("/polls/{uuid}/hints")
  ResponseEntity<byte[]> hints(@PathVariable String uuid) {
    return file(led.find(uuid), ".hints", Archives.Written::hints);
  }

  private ResponseEntity<byte[]> file(
      PollRow row, String ending, Function<Archives.Written, Path> which) {
    boolean announced = row.poll().stage() == Stage.ANNOUNCED;
    if (!row.isElectronic() || (!announced && permit.actor().isEmpty())) {
      throw new NotThere();
    }
    byte[] bytes = archives.with(row, announced, files -> Files.readAllBytes(which.apply(files)));
    return download(row.poll().uuid() + ending, bytes);
  }

  @Open
  @GetMapping("/polls/{uuid}/result.json")
  ResponseEntity<byte[]> result(@PathVariable String uuid) {
    PollRow row = led.find(uuid);
    if (row.poll().stage() != Stage.ANNOUNCED) {
      throw new NotThere();
    }
    return download("result.json", BallotPapers.bytes(row.result().orElseThrow().text()));
  }

  private static ResponseEntity<byte[]> download(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }
}
