package org.zhijia.election;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.zhijia.ballot.audit.Admission;
import org.zhijia.ballot.json.Malformed;

/// Checks the proofs of ballots that come in, on threads of their own.
///
/// A check calculates for long without a pause, and a virtual thread does not give its processor
/// back before it has to wait: on the threads that serve requests, as many ballots as there are
/// processors would hold up every page of the server, the big screen's too. The operating system
/// shares the processors fairly between these threads and those.
@Component
class Admissions implements AutoCloseable {
  private final AssemblyStore assemblies;
  private final Map<String, Admission> byVote = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("ballot-check-", 0).daemon().factory());

  Admissions(AssemblyStore assemblies) {
    this.assemblies = assemblies;
  }

  Admission.Answer check(PollRow row, byte[] ballot, Optional<byte[]> companion) {
    return calculate(() -> of(row).check(ballot, companion));
  }

  /// Another check that takes long.
  <T> T calculate(Supplier<T> check) {
    return CompletableFuture.supplyAsync(check, threads).join();
  }

  private Admission of(PollRow row) {
    return byVote.computeIfAbsent(
        row.poll().uuid(),
        _ -> {
          PollRow.Setup setup = row.setup().orElseThrow();
          String trustees =
              assemblies.find(row.poll().assembly()).orElseThrow().trustees().orElseThrow();
          try {
            return Admission.of(
                BallotPapers.bytes(setup.election()),
                BallotPapers.bytes(trustees),
                BallotPapers.bytes(setup.credentials()));
          } catch (Malformed impossible) {
            throw new IllegalStateException("the set-up was made here", impossible);
          }
        });
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
