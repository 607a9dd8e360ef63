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

/// Checks ballots on several threads and folds them into the box in the order of the archive, so
/// that the verdict does not depend on the number of threads. Only a few batches are in memory.
final class BallotPool implements AutoCloseable {

  /// Ballots that have to be checked directly gain nothing from company; hinted ones share the
  /// weighing of buckets, up to some hundred of them.
  private static final int BATCH = 8;

  private static final int HINTED_BATCH = 256;
  private static final int SMALLEST_HINTED_BATCH = 48;

  /// Into how many batches for each thread what is left of an archive is divided near its end, so
  /// that no thread waits long for the last one.
  private static final int SHARES = 3;

  /// However long ballots are, a batch holds little more than this.
  private static final long BATCH_BYTES = 16 << 20;

  private static final int BATCHES_PER_THREAD = 2;

  private final Setup setup;
  private final BallotBox box;
  private final ArchiveReader reader;
  private final CheckCounts counts;
  private final Optional<HintFile.Writer> hints;
  private final int threadCount;
  private final Optional<ExecutorService> threads;
  private final Queue<Future<BallotBatch.Result>> running = new ArrayDeque<>();
  private List<Ticket> gathered = new ArrayList<>();
  private long gatheredBytes;
  private long hinted;

  /// @param hints where hints are to be written, if anywhere
  BallotPool(
      BallotBox box,
      ArchiveReader reader,
      CheckCounts counts,
      int threads,
      Optional<HintFile.Writer> hints) {
    this.setup = box.setup();
    this.box = box;
    this.reader = reader;
    this.counts = counts;
    this.hints = hints;
    this.threadCount = threads;
    this.threads =
        threads == 1 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(threads));
  }

  /// Takes a ballot. A fault that is thrown belongs to this or to an earlier one.
  void take(Ticket ticket) throws IOException, ArchiveFault, Fault {
    gathered.add(ticket);
    gatheredBytes += ticket.bytes();
    if (gathered.size() >= enough() || gatheredBytes >= BATCH_BYTES) {
      submit();
      while (running.size() > threadCount * BATCHES_PER_THREAD) {
        fold(running.remove());
      }
    }
  }

  /// How many ballots make a batch here; how many are left is guessed from the length of the first.
  private long enough() throws IOException {
    Ticket first = gathered.getFirst();
    if (first.hint().isEmpty()) {
      return BATCH;
    }
    long behind = reader.end().position() - first.document().position();
    long left = (reader.size() - reader.end().position()) * gathered.size() / behind;
    long share = left / (SHARES * (long) threadCount);
    return Math.clamp(share, SMALLEST_HINTED_BATCH, HINTED_BATCH);
  }

  /// How many ballots held by their hints.
  long hinted() {
    return hinted;
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
    gatheredBytes = 0;
    BallotBatch.How how = new BallotBatch.How(false, hints.isPresent());
    Callable<BallotBatch.Result> task = () -> BallotBatch.check(setup, tickets, how);
    if (threads.isPresent()) {
      running.add(threads.get().submit(task));
    } else {
      FutureTask<BallotBatch.Result> here = new FutureTask<>(task);
      here.run();
      running.add(here);
    }
  }

  private void fold(Future<BallotBatch.Result> future) throws IOException, ArchiveFault, Fault {
    BallotBatch.Result batch = await(future);
    try {
      fold(batch);
    } catch (Fault first) {
      // Whatever comes after the first fault no longer matters.
      running.clear();
      gathered.clear();
      throw first;
    }
  }

  private void fold(BallotBatch.Result batch) throws IOException, ArchiveFault, Fault {
    box.addSum(batch.sum());
    for (BallotBatch.Checked ballot : batch.ballots()) {
      if (ballot.fault().isPresent()) {
        throw ballot.fault().get();
      }
      Ticket ticket = ballot.ticket();
      box.note(reader, ballot.credential().orElseThrow(), ticket.document(), ticket.name());
      if (hints.isPresent()) {
        hints.get().write(ballot.hint());
      }
      counts.add(Check.BALLOT_ONCE, 1);
    }
    counts.addAll(batch.counts());
    hinted += batch.hinted();
  }

  private static BallotBatch.Result await(Future<BallotBatch.Result> future) throws IOException {
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
