package org.zhijia.election;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Ruling;
import tools.jackson.databind.json.JsonMapper;

/// The published result of a vote, `result.json`: figures, votes, who is elected, by which rule and
/// articles. Its bytes are what the chief scrutineer signs.
///
/// @param runoffSeats seats that a run-off among `runoffAmong` must fill; 0 without a tie
/// @param shortage seats that stay open
/// @param citations what it stands on: instrument and article
public record ResultFile(
    String validity,
    boolean adopted,
    List<String> elected,
    int runoffSeats,
    List<String> runoffAmong,
    int shortage,
    List<String> reasons,
    List<String> citations,
    CountSheet sheet) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String VALID = "valid";
  private static final Pattern ID = Pattern.compile("\\bc\\d{2,3}\\b");

  public ResultFile {
    elected = List.copyOf(elected);
    runoffAmong = List.copyOf(runoffAmong);
    reasons = List.copyOf(reasons);
    citations = List.copyOf(citations);
  }

  /// The file's text.
  static String write(PollRow row, CountSheet sheet, Ruling ruling) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    Poll poll = row.poll();
    file.put("uuid", poll.uuid());
    file.put("body", poll.body().word());
    file.put("title", poll.title());
    file.put("round", poll.round());
    file.put("fingerprint", row.setup().map(PollRow.Setup::fingerprint).orElse(null));
    file.put("due", sheet.due());
    file.put("present", sheet.present());
    file.put("issued", sheet.issued());
    file.put("returned", sheet.returned());
    file.put("valid", sheet.valid());
    file.put("majority", sheet.majority());
    file.put("seats", sheet.seats());
    file.put("runoffVote", sheet.runoff());
    file.put("ballots", sheet.returned());
    file.put("channels", sheet.facts().get("channels"));
    file.put("accepted", sheet.accepted().stream().map(ResultFile::plain).toList());
    file.put("voids", sheet.voids());
    file.put("candidates", sheet.facts().get("candidates"));
    file.put("writeIns", sheet.facts().get("writeIns"));
    outcome(file, poll.body(), sheet, ruling);
    file.put("rule", ruling.rule());
    file.put("on", ruling.on().toString());
    file.put("formula", ruling.formula());
    file.put("citations", ruling.plain(Locale.CHINESE).get("citations"));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  private static void outcome(
      Map<String, @Nullable Object> file, Body body, CountSheet sheet, Ruling ruling) {
    if (ruling.outcome() instanceof Outcome.Answer answer) {
      file.put("validity", VALID);
      file.put("adopted", answer.yes());
      file.put("elected", List.of());
      return;
    }
    if (body.decides()) {
      file.put("adopted", false);
    }
    Map<?, ?> outcome = (Map<?, ?>) ruling.outcome().plain(Locale.CHINESE);
    file.put("validity", outcome.get("validity"));
    file.put("elected", outcome.get("elected"));
    file.put("electedNames", names(sheet, list(outcome, "elected")));
    file.put("runoff", outcome.get("runoff"));
    file.put("short", outcome.get("short"));
    List<Object> reasons = new ArrayList<>(list(outcome, "reasons"));
    ruling.breaches().stream()
        .map(breach -> breach.text().zh())
        .filter(text -> !reasons.contains(text))
        .forEach(reasons::add);
    file.put(
        "reasons", reasons.stream().map(each -> withNames(sheet, String.valueOf(each))).toList());
  }

  /// The rules speak of candidates and of ways of voting by id; people read names.
  private static String withNames(CountSheet sheet, String reason) {
    String read = reason.replace("“paper”", "纸质选票").replace("“electronic”", "电子选票");
    return ID.matcher(read)
        .replaceAll(id -> Matcher.quoteReplacement(names(sheet, List.of(id.group())).getFirst()));
  }

  private static List<String> names(CountSheet sheet, List<?> ids) {
    return ids.stream()
        .map(
            id ->
                sheet.lines().stream()
                    .filter(line -> line.id().equals(id))
                    .map(CountSheet.Line::name)
                    .findFirst()
                    .orElse(String.valueOf(id)))
        .toList();
  }

  /// Whether the vote has an effect; void or stopped it is held again.
  public boolean stands() {
    return validity.equals(VALID);
  }

  /// Whether another vote must follow: among those tied, for seats left over, or all over again.
  /// Whoever put a resolution to the vote puts it again.
  boolean asksAgain(Body body) {
    return !body.decides() && (!stands() || seatsLeft() > 0);
  }

  /// Whether some are tied at the last seat.
  boolean isTied() {
    return runoffSeats > 0;
  }

  int seatsLeft() {
    return runoffSeats > 0 ? runoffSeats : shortage;
  }

  boolean isStillToBeVotedUpon(String name) {
    return runoffSeats > 0 ? runoffAmong.contains(name) : !elected.contains(name);
  }

  /// Reads a text that [#write] wrote.
  static ResultFile read(String text) {
    Map<?, ?> file = JSON.readValue(text, Map.class);
    CountSheet sheet = sheet(file);
    Map<?, ?> runoff = file.get("runoff") instanceof Map<?, ?> map ? map : Map.of();
    return new ResultFile(
        String.valueOf(file.get("validity")),
        Boolean.TRUE.equals(file.get("adopted")),
        names(sheet, list(file, "elected")),
        number(runoff, "seats"),
        names(sheet, list(runoff, "among")),
        number(file, "short"),
        list(file, "reasons").stream().map(String::valueOf).toList(),
        list(file, "citations").stream().map(each -> citation((Map<?, ?>) each)).toList(),
        sheet);
  }

  private static String citation(Map<?, ?> row) {
    return (row.get("instrument") + " " + row.get("article")).strip();
  }

  private static CountSheet sheet(Map<?, ?> file) {
    Map<String, Integer> voids = new TreeMap<>();
    if (file.get("voids") instanceof Map<?, ?> map) {
      map.keySet().forEach(why -> voids.put(String.valueOf(why), number(map, String.valueOf(why))));
    }
    return new CountSheet(
        number(file, "due"),
        number(file, "present"),
        number(file, "seats"),
        Boolean.TRUE.equals(file.get("runoffVote")),
        list(file, "channels").stream().map(each -> channel((Map<?, ?>) each)).toList(),
        list(file, "accepted").stream().map(each -> acceptance((Map<?, ?>) each)).toList(),
        lines(file),
        voids);
  }

  private static CountSheet.Channel channel(Map<?, ?> row) {
    return new CountSheet.Channel(
        String.valueOf(row.get("name")),
        number(row, "issued"),
        number(row, "returned"),
        number(row, "invalid"));
  }

  private static Map<String, Object> plain(Acceptance acceptance) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("channel", acceptance.channel());
    plain.put("issued", acceptance.issued());
    plain.put("returned", acceptance.returned());
    plain.put("reason", acceptance.reason());
    plain.put("by", acceptance.by());
    plain.put("at", acceptance.at().toString());
    return plain;
  }

  private static Acceptance acceptance(Map<?, ?> row) {
    return new Acceptance(
        String.valueOf(row.get("channel")),
        number(row, "issued"),
        number(row, "returned"),
        String.valueOf(row.get("reason")),
        String.valueOf(row.get("by")),
        Instant.parse(String.valueOf(row.get("at"))));
  }

  private static List<CountSheet.Line> lines(Map<?, ?> file) {
    List<CountSheet.Line> lines = new ArrayList<>();
    for (Object each : list(file, "candidates")) {
      Map<?, ?> row = (Map<?, ?>) each;
      lines.add(
          new CountSheet.Line(
              String.valueOf(row.get("id")),
              String.valueOf(row.get("name")),
              number(row, "approve"),
              number(row, "against"),
              number(row, "abstain"),
              false));
    }
    for (Object each : list(file, "writeIns")) {
      Map<?, ?> row = (Map<?, ?>) each;
      String name = String.valueOf(row.get("name"));
      lines.add(new CountSheet.Line(name, name, number(row, "votes"), 0, 0, true));
    }
    return lines;
  }

  private static List<?> list(Map<?, ?> row, String key) {
    return row.get(key) instanceof List<?> list ? list : List.of();
  }

  private static int number(Map<?, ?> row, String key) {
    return row.get(key) instanceof Number number ? number.intValue() : 0;
  }
}
