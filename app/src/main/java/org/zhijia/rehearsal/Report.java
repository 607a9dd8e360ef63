package org.zhijia.rehearsal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.slate.CompanionFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a rehearsal leaves in its directory: for each vote the archive and `result.json`, at the
/// top the committee's first result, and the documents, the timeline, the rows that were refused.
final class Report {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path out;
  private final Company company;
  private final Plan plan;
  private final Timeline timeline;
  private boolean sound = true;

  Report(Path out, Company company, Plan plan, Timeline timeline) {
    this.out = out;
    this.company = company;
    this.plan = plan;
    this.timeline = timeline;
  }

  /// @return whether every result agrees and every archive holds
  boolean write(Rehearsal.Played played) throws IOException {
    Map<String, @Nullable Object> top = Map.of();
    List<Object> resolutions = new ArrayList<>();
    for (Rehearsal.Round round : played.rounds()) {
      Map<String, @Nullable Object> file = write(round);
      if (round.counted().ask().isResolution()) {
        resolutions.add(resolution(round));
      } else if (top.isEmpty()) {
        top = file;
      }
    }
    Map<String, @Nullable Object> root = new LinkedHashMap<>(top);
    root.put("archive", "elections/committee-1/" + top.get("archive"));
    if (top.get("archive") == null) {
      root.put("archive", null);
    }
    root.put("resolutions", resolutions);
    root.put("findings", played.findings());
    root.put("lost", played.lost());
    write(out.resolve("result.json"), root);
    rows("rejected.csv", plan.file().map(BallotRows::rejected).orElse(List.of()));
    if (plan.file().filter(file -> !file.spoilt().isEmpty()).isPresent()) {
      rows("void.csv", plan.file().get().spoilt());
    }
    documents(played.documents());
    for (String dossier : played.dossiers()) {
      Files.write(out.resolve("dossier.zip"), company.secretary().bytes(dossier));
    }
    return sound && played.isSound();
  }

  private Map<String, @Nullable Object> write(Rehearsal.Round round) throws IOException {
    Ask ask = round.counted().ask();
    Path folder = Files.createDirectories(out.resolve("elections").resolve(ask.folder()));
    Files.writeString(folder.resolve("signed-result.json"), round.counted().result());
    String verdict = round.counted().electronic() ? archive(ask, folder) : "paper";
    sound &= !verdict.equals("fails");
    JsonNode signed = round.counted().json();
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("ballots", signed.get("valid").intValue());
    file.put("rejected", plan.file().map(rows -> rows.rejected().size()).orElse(0));
    file.put("seats", ask.slate().seats());
    file.put("candidates", candidates(ask, signed));
    file.put("writeIns", signed.get("writeIns"));
    file.put("resolutions", ask.isResolution() ? List.of(resolution(round)) : List.of());
    file.put("trustees", Scrutiny.SIZE);
    file.put("threshold", Scrutiny.THRESHOLD);
    file.put("uuid", ask.uuid());
    file.put("archive", round.counted().electronic() ? ask.uuid() + ".bel" : null);
    file.put("verdict", verdict);
    file.put("body", ask.body().toLowerCase(Locale.ROOT));
    file.put("round", ask.round());
    for (String figure : List.of("due", "present", "issued", "returned", "valid", "majority")) {
      file.put(figure, signed.get(figure).intValue());
    }
    file.put("runoffVote", ask.runoff());
    file.put("channels", signed.get("channels"));
    elected(file, ask, signed);
    file.put("citations", signed.get("citations"));
    file.put("agrees", round.differences().isEmpty());
    file.put("differences", round.differences());
    write(folder.resolve("result.json"), file);
    return file;
  }

  private static List<Object> candidates(Ask ask, JsonNode signed) {
    List<Object> lines = new ArrayList<>();
    if (ask.isResolution()) {
      return lines;
    }
    for (Slate.Nominee nominee : ask.slate().nominees()) {
      for (JsonNode line : signed.get("candidates")) {
        if (line.get("name").stringValue().equals(nominee.name())) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("id", nominee.id());
          one.put("name", nominee.name());
          one.put("approve", line.get("approve").intValue());
          one.put("against", line.get("against").intValue());
          one.put("abstain", line.get("abstain").intValue());
          lines.add(one);
        }
      }
    }
    return lines;
  }

  private static void elected(Map<String, @Nullable Object> file, Ask ask, JsonNode signed) {
    if (ask.isResolution()) {
      file.put("adopted", signed.get("adopted").booleanValue());
      return;
    }
    List<String> names = new ArrayList<>();
    signed.get("electedNames").forEach(name -> names.add(name.stringValue()));
    file.put("elected", names.stream().map(name -> id(ask, name)).toList());
    file.put("electedNames", names);
    Map<String, Object> runoff = new LinkedHashMap<>();
    if (signed.hasNonNull("runoff")) {
      runoff.put("seats", signed.get("runoff").get("seats").intValue());
      List<String> among = new ArrayList<>();
      for (JsonNode place : signed.get("runoff").get("among")) {
        for (JsonNode line : signed.get("candidates")) {
          if (line.get("id").stringValue().equals(place.stringValue())) {
            among.add(id(ask, line.get("name").stringValue()));
          }
        }
      }
      runoff.put("among", among);
    }
    file.put("runoff", runoff.isEmpty() ? null : runoff);
    file.put("short", signed.get("short").intValue());
    file.put("validity", signed.get("validity").stringValue());
    file.put("reasons", signed.get("reasons"));
  }

  private static String id(Ask ask, String name) {
    return ask.slate().nominees().stream()
        .filter(each -> each.name().equals(name))
        .map(Slate.Nominee::id)
        .findFirst()
        .orElse(name);
  }

  private static Map<String, Object> resolution(Rehearsal.Round round) {
    JsonNode line = round.counted().json().get("candidates").get(0);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("resolution", round.counted().ask().title());
    one.put("approve", line.get("approve").intValue());
    one.put("against", line.get("against").intValue());
    one.put("blank", line.get("abstain").intValue());
    one.put("adopted", round.counted().json().get("adopted").booleanValue());
    return one;
  }

  /// The archive as everybody may download it, with all checks made on it.
  private String archive(Ask ask, Path folder) throws IOException {
    Client visitor = Client.device(company.base());
    Path archive = folder.resolve(ask.uuid() + ".bel");
    Files.write(archive, visitor.bytes("/polls/" + ask.uuid() + "/archive"));
    if (!ask.isResolution()) {
      Files.write(
          CompanionFile.beside(archive), visitor.bytes("/polls/" + ask.uuid() + "/companion"));
    }
    Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());
    timeline.say(verdict.holds() ? "archive-holds" : "archive-fails", archive);
    return verdict.holds() ? "holds" : "fails";
  }

  private void rows(String name, List<BallotRows.Rejected> rejected) throws IOException {
    try (Writer writer = Files.newBufferedWriter(out.resolve(name));
        CSVPrinter csv = CSVFormat.RFC4180.print(writer)) {
      csv.printRecord("line", "voter", "reason", "explanation");
      for (BallotRows.Rejected row : rejected) {
        String reason = row.fault().name().toLowerCase(Locale.ROOT);
        String explanation = timeline.text("fault." + reason, row.detail());
        csv.printRecord(row.line(), row.voter(), reason.replace('_', '-'), explanation);
      }
    }
    if (!rejected.isEmpty()) {
      timeline.say("rows-refused", rejected.size(), out.resolve(name));
    }
  }

  private void documents(List<Desk.Paper> papers) throws IOException {
    Path folder = Files.createDirectories(out.resolve("documents"));
    for (Desk.Paper paper : papers) {
      Files.write(folder.resolve(paper.file()), company.secretary().bytes(paper.address()));
    }
    timeline.say("documents", papers.size(), folder);
  }

  private static void write(Path file, Map<String, @Nullable Object> content) throws IOException {
    Files.writeString(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
  }
}
