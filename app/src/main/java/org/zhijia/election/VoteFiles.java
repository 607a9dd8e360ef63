package org.zhijia.election;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// All files of a meeting's votes that are public, for whoever keeps them together. Example:
/// `files.of(assembly, zip::add)`.
@Service
public class VoteFiles {
  private final PollStore polls;
  private final Archives archives;

  VoteFiles(PollStore polls, Archives archives) {
    this.polls = polls;
    this.archives = archives;
  }

  /// Takes files one by one.
  @FunctionalInterface
  public interface Sink {
    /// @param name a path of ASCII, e.g. `votes/01-committee-1/result.json`
    void take(String name, byte[] content) throws IOException;
  }

  /// Hands over the adopted method, and of each announced vote the archive, the companion, the
  /// result and the chief scrutineer's signature, in the order in which they were prepared.
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
    if (row.isElectronic()) {
      for (var file : archive(row).entrySet()) {
        sink.take(folder + file.getKey(), file.getValue());
      }
    }
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
