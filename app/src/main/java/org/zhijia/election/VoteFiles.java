package org.zhijia.election;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// All files of a meeting's votes that are public, for whoever keeps them together. Example:
/// `files.of(assembly, zip::add)`.
@Service
public class VoteFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PollStore polls;
  private final SeatsStore seats;
  private final Archives archives;

  VoteFiles(PollStore polls, SeatsStore seats, Archives archives) {
    this.polls = polls;
    this.seats = seats;
    this.archives = archives;
  }

  /// Takes files one by one.
  @FunctionalInterface
  public interface Sink {
    /// @param name a path of ASCII, e.g. `votes/01-committee-1/result.json`
    void take(String name, byte[] content) throws IOException;
  }

  /// Hands over the adopted method, and of each announced vote the archive, the companion, the
  /// result, the chief scrutineer's signature and what was decided on seats left open, in the order
  /// in which they were prepared.
  public void of(long assembly, Sink sink) throws IOException {
    Optional<Method> method = polls.method(assembly);
    if (method.isPresent()) {
      sink.take("votes/method.txt", BallotPapers.bytes(method.get().text()));
    }
    int number = 0;
    for (PollRow row : polls.of(assembly)) {
      number++;
      if (row.poll().stage() == Stage.ANNOUNCED) {
        vote(
            "votes/%02d-%s-%d/".formatted(number, row.poll().body().word(), row.poll().round()),
            row,
            sink);
      }
    }
  }

  private void vote(String folder, PollRow row, Sink sink) throws IOException {
    PollRow.Result result = row.result().orElseThrow();
    sink.take(folder + "result.json", BallotPapers.bytes(result.text()));
    sink.take(
        folder + "signature.json", BallotPapers.bytes(result.signature().orElseThrow() + "\n"));
    Optional<SeatsDecision> decision = seats.find(row.poll().id());
    if (decision.isPresent()) {
      sink.take(folder + "open-seats.json", decision(row.poll(), decision.get()));
    }
    if (row.isElectronic()) {
      for (var file : archive(row).entrySet()) {
        sink.take(folder + file.getKey(), file.getValue());
      }
    }
  }

  /// What was decided on seats left open; hands are null where the adopted method says so.
  private static byte[] decision(Poll poll, SeatsDecision decision) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("uuid", poll.uuid());
    file.put("choice", decision.choice().word());
    file.put("open", decision.open());
    file.put("size", decision.size());
    file.put("due", decision.due());
    file.put("approve", decision.vote().map(Method.Vote::approve).orElse(null));
    file.put("against", decision.vote().map(Method.Vote::against).orElse(null));
    file.put("abstain", decision.vote().map(Method.Vote::abstain).orElse(null));
    file.put("by", decision.by());
    file.put("at", decision.at().toString());
    return BallotPapers.bytes(
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
  }

  private Map<String, byte[]> archive(PollRow row) {
    return archives.with(
        row,
        true,
        written -> {
          Map<String, byte[]> files = new LinkedHashMap<>();
          files.put(row.poll().uuid() + ".bel", Files.readAllBytes(written.archive()));
          if (written.companion().isPresent()) {
            files.put(
                row.poll().uuid() + ".companion", Files.readAllBytes(written.companion().get()));
          }
          return files;
        });
  }
}
