package org.zhijia.congress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.documents.Documents;
import org.zhijia.election.VoteFiles;
import org.zhijia.web.Task;
import tools.jackson.databind.json.JsonMapper;

/// All that a congress leaves behind, in one ZIP file (大会档案): archives and results of its votes,
/// issued documents, its record, and a list of hashes that `sha256sum --check` reads. The same
/// record gives the same bytes.
@Service
class Dossier {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Congresses congresses;
  private final CongressStore store;
  private final HandStore hands;
  private final ResolutionStore resolutions;
  private final PaperStore papers;
  private final Documents documents;
  private final VoteFiles votes;

  Dossier(
      Congresses congresses,
      CongressStore store,
      HandStore hands,
      ResolutionStore resolutions,
      PaperStore papers,
      Documents documents,
      VoteFiles votes) {
    this.congresses = congresses;
    this.store = store;
    this.hands = hands;
    this.resolutions = resolutions;
    this.papers = papers;
    this.documents = documents;
    this.votes = votes;
  }

  /// Writes the file and closes the stream.
  void write(long id, OutputStream out) throws IOException {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      Sums sums = new Sums(zip);
      sums.add("README.txt", readMe(congress));
      sums.add(
          "record.json",
          text(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record(congress)) + "\n"));
      votes.of(congress.assembly(), sums::add);
      int number = 0;
      for (PaperStore.Paper paper : papers.of(id).reversed()) {
        Optional<Documents.IssuedFiles> files = documents.issued(paper.document());
        if (files.isPresent()) {
          number++;
          String name = "documents/%02d-%s".formatted(number, paper.template());
          sums.add(name + ".pdf", files.get().pdf());
          sums.add(name + ".docx", files.get().docx());
        }
      }
      sums.finish();
    }
  }

  /// Files as they are added, with their hashes.
  private static final class Sums {
    private final ZipOutputStream zip;
    private final StringBuilder lines = new StringBuilder();

    Sums(ZipOutputStream zip) {
      this.zip = zip;
    }

    void add(String name, byte[] content) throws IOException {
      put(name, content);
      lines.append(Sha256.hex(content)).append("  ").append(name).append('\n');
    }

    void finish() throws IOException {
      put("SHA256SUMS", text(lines.toString()));
    }

    private void put(String name, byte[] content) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    }
  }

  private static byte[] readMe(Congress congress) {
    return text(
        """
        %s：大会档案

        votes/      每次投票的存档（.bel）、伴随证明、结果文件和总监票人的签名，缺额怎么决定；method.txt 是通过的选举办法
        documents/  印发的公文
        record.json 大会经过：阶段、举手表决、决议、批复
        SHA256SUMS  以上文件的 SHA-256

        核对文件：sha256sum --check SHA256SUMS
        核验投票：./zhijia verify votes/…/….bel ；或者用 belenios-tool 核验同一个存档

        The dossier of a congress: archives, results and signatures of its votes, issued documents,
        its record. Check the files with sha256sum, the votes with ./zhijia verify or belenios-tool.
        """
            .formatted(congress.name()));
  }

  private Map<String, Object> record(Congress congress) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("name", congress.name());
    record.put("organisation", congresses.organisation(congress).name());
    record.put("place", congress.place());
    record.put("begins", congress.beginsAt().map(String::valueOf).orElse(""));
    record.put("stage", congress.stage().name());
    record.put("stages", store.entries(congress.id()).stream().map(Dossier::plain).toList());
    record.put("steps", steps(congress));
    record.put("hands", hands.of(congress.id()).reversed().stream().map(Dossier::plain).toList());
    record.put("resolutions", resolutions.of(congress.id()).stream().map(Dossier::plain).toList());
    papers
        .approval(congress.id())
        .ifPresent(
            reply ->
                record.put(
                    "approval", ordered("number", reply.number(), "on", reply.on().toString())));
    return record;
  }

  private List<Map<String, Object>> steps(Congress congress) {
    return store.steps(congress.id()).entrySet().stream()
        .map(
            step ->
                ordered(
                    "step", step.getKey().text().zh(),
                    "reference", step.getValue().reference(),
                    "on", step.getValue().on().toString()))
        .toList();
  }

  private static Map<String, Object> plain(CongressStore.Entry entry) {
    return ordered(
        "stage", entry.stage().name(),
        "at", entry.at().toString(),
        "by", entry.by(),
        "reason", entry.reason());
  }

  private static Map<String, Object> plain(HandStore.Shown shown) {
    return ordered(
        "subject", shown.subject().text().zh(),
        "title", shown.title(),
        "due", shown.due(),
        "present", shown.present(),
        "approvals", shown.hands().approvals(),
        "against", shown.hands().against(),
        "abstain", shown.hands().abstain(),
        "carried", shown.carried(),
        "at", shown.at().toString());
  }

  private static Map<String, Object> plain(ResolutionStore.Resolution resolution) {
    return ordered(
        "title", resolution.title(),
        "text", resolution.text(),
        "base", resolution.base(),
        "way", resolution.way().name(),
        "adopted", resolution.adopted().map(String::valueOf).orElse(""),
        "approvals", resolution.hands().approvals(),
        "against", resolution.hands().against(),
        "abstain", resolution.hands().abstain());
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
