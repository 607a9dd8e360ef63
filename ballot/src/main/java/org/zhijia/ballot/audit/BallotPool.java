package org.zhijia.ballot.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.belenios.v1.Tally;

/// Checks ballots on several threads and folds them into the box in the order of the archive, so
/// that the verdict does not depend on the number of threads. Only a few batches are in memory.
final class BallotPool implements AutoCloseable {
  private static final int BATCH = 8;
  private static final int BATCHES_PER_THREAD = 3;

  private final Setup setup;
  private final BallotBox box;
  private final ArchiveReader reader;
  private final CheckCounts counts;
  private final int window;
  private final Optional<ExecutorService> threads;
  private final Queue<Future<Batch>> running = new ArrayDeque<>();
  private List<Ticket> gathered = new ArrayList<>();

  BallotPool(Setup setup, BallotBox box, ArchiveReader reader, CheckCounts counts, int threads) {
    this.setup = setup;
    this.box = box;
    this.reader = reader;
    this.counts = counts;
    this.window = threads * BATCHES_PER_THREAD;
    this.threads =
        threads == 1 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(threads));
  }

  /// A ballot that waits for its check.
  private record Ticket(Document document, Optional<byte[]> companion, String name) {}

  /// Checked ballots: those before the fault, if there is one.
  private record Batch(
      List<Ticket> tickets,
      List<Integer> credentials,
      Tally sum,
      CheckCounts counts,
      Optional<Fault> fault) {}

  /// Takes a ballot. A fault that is thrown belongs to this or to an earlier one.
  ///
  /// @param name how the ballot is called in a fault
  void take(Document document, Optional<byte[]> companion, String name)
      throws IOException, ArchiveFault, Fault {
    gathered.add(new Ticket(document, companion, name));
    if (gathered.size() == BATCH) {
      submit();
      while (running.size() > window) {
        fold(running.remove());
      }
    }
  }

  /// Waits until all ballots taken are checked and in the box.
  void drain() throws IOException, ArchiveFault, Fault {
    if (!gathered.isEmpty()) {
      submit();
    }
    while (!running.isEmpty()) {
      fold(running.remove());
    }
  }

  @Override
  public void close() {
    threads.ifPresent(ExecutorService::shutdownNow);
  }

  private void submit() {
    List<Ticket> tickets = gathered;
    gathered = new ArrayList<>();
    Callable<Batch> task = () -> check(tickets);
    if (threads.isPresent()) {
      running.add(threads.get().submit(task));
    } else {
      FutureTask<Batch> here = new FutureTask<>(task);
      here.run();
      running.add(here);
    }
  }

  private Batch check(List<Ticket> tickets) {
    CheckCounts checked = new CheckCounts();
    List<Integer> credentials = new ArrayList<>();
    Tally sum = Tally.ofNothing(setup.group(), setup.election().questions());
    for (Ticket ticket : tickets) {
      try {
        BallotCheck.Accepted accepted =
            BallotCheck.run(setup, ticket.document(), ticket.companion(), ticket.name(), checked);
        credentials.add(accepted.credential());
        sum = sum.plus(accepted.tally());
      } catch (Fault fault) {
        return new Batch(tickets, credentials, sum, checked, Optional.of(fault));
      }
    }
    return new Batch(tickets, credentials, sum, checked, Optional.empty());
  }

  private void fold(Future<Batch> future) throws IOException, ArchiveFault, Fault {
    Batch batch = await(future);
    try {
      fold(batch);
    } catch (Fault first) {
      // Whatever comes after the first fault no longer matters.
      running.clear();
      gathered.clear();
      throw first;
    }
  }

  private void fold(Batch batch) throws IOException, ArchiveFault, Fault {
    box.addSum(batch.sum());
    for (int i = 0; i < batch.credentials().size(); i++) {
      Ticket ticket = batch.tickets().get(i);
      box.note(reader, batch.credentials().get(i), ticket.document(), ticket.name());
      counts.add(Check.BALLOT_ONCE, 1);
    }
    if (batch.fault().isPresent()) {
      throw batch.fault().get();
    }
    counts.addAll(batch.counts());
  }

  private static Batch await(Future<Batch> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while verifying", interrupted);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a ballot's check broke down", bug.getCause());
    }
  }
}
