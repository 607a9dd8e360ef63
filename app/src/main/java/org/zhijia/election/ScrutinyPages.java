package org.zhijia.election;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhijia.web.NotThere;
import org.zhijia.web.SignedIn;

/// The scrutineers' ceremony. The page does the work in the browser; here are the messages that it
/// sends and the state that it waits for. Whoever is no scrutineer of the assembly finds nothing.
@SignedIn
@Controller
class ScrutinyPages {
  private final Assemblies assemblies;
  private final Ceremony ceremony;
  private final PollStore polls;
  private final BoxStore box;
  private final Counting counting;
  private final Archives archives;
  private final Shuffles shuffles;
  private final Accepting accepting;

  ScrutinyPages(
      Assemblies assemblies,
      Ceremony ceremony,
      PollStore polls,
      BoxStore box,
      Counting counting,
      Archives archives,
      Shuffles shuffles,
      Accepting accepting) {
    this.assemblies = assemblies;
    this.ceremony = ceremony;
    this.polls = polls;
    this.box = box;
    this.counting = counting;
    this.archives = archives;
    this.shuffles = shuffles;
    this.accepting = accepting;
  }

  @GetMapping("/scrutiny/{assembly}")
  String page(@PathVariable long assembly, Model model) {
    Scrutineer me = ceremony.me(assembly);
    model.addAttribute("assembly", assemblies.find(assembly));
    model.addAttribute("me", me.place());
    model.addAttribute("home", assemblies.find(assembly).home());
    return "election/scrutiny";
  }

  /// All that a scrutineer's page needs. Texts are exact, as they were sent.
  record State(
      String group,
      int size,
      int threshold,
      int me,
      boolean chief,
      List<String> names,
      List<@Nullable String> certificates,
      List<@Nullable String> polynomials,
      List<@Nullable String> shares,
      @Nullable String key,
      boolean ended,
      List<Vote> polls) {}

  /// @param state `prepared`, `open`, `closed`, `counted`, `signed`, `announced`, `cancelled`
  /// @param tallyHash of what is shuffled or decrypted next, once the box is closed
  /// @param shuffles none for a vote in which nothing is shuffled
  /// @param acceptable whether the chief scrutineer can let a surplus count
  /// @param resultText `result.json`, until it is signed: what the hash is of
  /// @param message what the chief scrutineer signs, once there is a result
  record Vote(
      String uuid,
      String title,
      int round,
      String state,
      @Nullable String archive,
      @Nullable String companion,
      @Nullable String tallyHash,
      @Nullable String fingerprint,
      int ballots,
      Shuffles.@Nullable Progress shuffles,
      boolean decryptedByMe,
      int decryptions,
      int minimum,
      boolean acceptable,
      @Nullable String resultHash,
      @Nullable String resultText,
      @Nullable String message,
      @Nullable Announced result) {}

  @ResponseBody
  @GetMapping("/scrutiny/{assembly}/state")
  State state(@PathVariable long assembly) {
    Scrutineer me = ceremony.me(assembly);
    Assembly of = assemblies.find(assembly);
    List<Scrutineer> all = assemblies.scrutineers(of);
    return new State(
        Ceremony.GROUP.name(),
        all.size(),
        of.threshold(),
        me.place(),
        me.chief(),
        all.stream().map(Scrutineer::name).toList(),
        texts(all, Scrutineer::certificate),
        texts(all, Scrutineer::polynomial),
        texts(all, Scrutineer::share),
        of.trustees().orElse(null),
        of.ended(),
        polls.of(assembly).stream()
            .filter(row -> row.poll().stage() != Stage.PREPARED)
            .map(row -> vote(of, row, me))
            .toList());
  }

  @SuppressWarnings("NullAway") // a message that is not there yet is null in JSON
  private static List<@Nullable String> texts(
      List<Scrutineer> all, Function<Scrutineer, Optional<String>> message) {
    java.util.ArrayList<@Nullable String> texts = new java.util.ArrayList<>();
    all.forEach(each -> texts.add(message.apply(each).orElse(null)));
    return texts;
  }

  private Vote vote(Assembly of, PollRow row, Scrutineer me) {
    String at = "/scrutiny/" + of.id() + "/polls/" + row.poll().uuid();
    List<BoxStore.Decrypted> decryptions = box.decryptions(row.poll().id());
    boolean slate = !row.poll().body().decides();
    return new Vote(
        row.poll().uuid(),
        row.poll().title(),
        row.poll().round(),
        row.poll().stage().name().toLowerCase(Locale.ROOT),
        row.isElectronic() ? at + "/archive" : null,
        row.isElectronic() && slate ? at + "/companion" : null,
        shuffles.tallyHash(row).orElse(null),
        row.setup().map(PollRow.Setup::fingerprint).orElse(null),
        row.poll().cast(),
        shuffles.progress(row).orElse(null),
        decryptions.stream().anyMatch(each -> each.place() == me.place()),
        decryptions.size(),
        of.minimum(),
        accepting.isOpen(row),
        row.result().map(PollRow.Result::sha256).orElse(null),
        row.poll().stage() == Stage.COUNTED
            ? row.result().map(PollRow.Result::text).orElse(null)
            : null,
        row.result().isPresent() ? Counting.message(row) : null,
        counting.counted(row).orElse(null));
  }

  /// A text that the page made.
  record Sent(String text) {}

  @PostMapping("/scrutiny/{assembly}/certificate")
  ResponseEntity<?> certificate(
      @PathVariable long assembly, @RequestBody Sent sent, Locale locale) {
    return take(assembly, Ceremony.Round.CERTIFICATE, sent, locale);
  }

  @PostMapping("/scrutiny/{assembly}/polynomial")
  ResponseEntity<?> polynomial(@PathVariable long assembly, @RequestBody Sent sent, Locale locale) {
    return take(assembly, Ceremony.Round.POLYNOMIAL, sent, locale);
  }

  @PostMapping("/scrutiny/{assembly}/share")
  ResponseEntity<?> share(@PathVariable long assembly, @RequestBody Sent sent, Locale locale) {
    return take(assembly, Ceremony.Round.SHARE, sent, locale);
  }

  private ResponseEntity<?> take(long assembly, Ceremony.Round round, Sent sent, Locale locale) {
    return Problems.answer(ceremony.take(assembly, round, text(sent)), locale);
  }

  private static String text(Sent sent) {
    if (sent.text() == null) {
      throw new NotThere();
    }
    return sent.text();
  }

  /// A shuffle that the page made.
  ///
  /// @param base SHA-256 of the tally over which it was made
  record SentShuffle(String base, String text) {}

  @PostMapping("/scrutiny/{assembly}/polls/{uuid}/shuffle")
  ResponseEntity<?> shuffle(
      @PathVariable long assembly,
      @PathVariable String uuid,
      @RequestBody SentShuffle sent,
      Locale locale) {
    if (sent.base() == null || sent.text() == null) {
      throw new NotThere();
    }
    PollRow row = counting.own(assembly, uuid);
    return Problems.answer(shuffles.take(row, sent.base(), sent.text()), locale);
  }

  @PostMapping("/scrutiny/{assembly}/polls/{uuid}/decryption")
  ResponseEntity<?> decrypt(
      @PathVariable long assembly,
      @PathVariable String uuid,
      @RequestBody Sent sent,
      Locale locale) {
    return Problems.answer(counting.decrypt(assembly, uuid, text(sent)), locale);
  }

  /// The chief scrutineer lets a surplus count; the text is the reason.
  @PostMapping("/scrutiny/{assembly}/polls/{uuid}/acceptance")
  ResponseEntity<?> accept(
      @PathVariable long assembly,
      @PathVariable String uuid,
      @RequestBody Sent sent,
      Locale locale) {
    return Problems.answer(accepting.accept(assembly, uuid, text(sent)), locale);
  }

  @PostMapping("/scrutiny/{assembly}/polls/{uuid}/signature")
  ResponseEntity<?> sign(
      @PathVariable long assembly,
      @PathVariable String uuid,
      @RequestBody Sent sent,
      Locale locale) {
    return Problems.answer(counting.sign(assembly, uuid, text(sent)), locale);
  }

  /// What is on the board so far; scrutineers verify it before they decrypt, and what was decrypted
  /// before the chief signs.
  @GetMapping("/scrutiny/{assembly}/polls/{uuid}/archive")
  ResponseEntity<byte[]> archive(@PathVariable long assembly, @PathVariable String uuid) {
    ceremony.me(assembly);
    return file(counting.own(assembly, uuid), false);
  }

  @GetMapping("/scrutiny/{assembly}/polls/{uuid}/companion")
  ResponseEntity<byte[]> companion(@PathVariable long assembly, @PathVariable String uuid) {
    ceremony.me(assembly);
    return file(counting.own(assembly, uuid), true);
  }

  private ResponseEntity<byte[]> file(PollRow row, boolean companion) {
    if (!row.isElectronic() || (companion && row.poll().body().decides())) {
      throw new NotThere();
    }
    boolean decrypted = row.sums().isPresent();
    byte[] bytes = archives.with(row, decrypted, files -> read(files, companion));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(bytes);
  }

  private static byte[] read(Archives.Written files, boolean companion) throws IOException {
    return Files.readAllBytes(companion ? files.companion().orElseThrow() : files.archive());
  }
}
