package org.zhijia.ballot.audit;

/// How to verify.
///
/// @param threads how many ballots are checked at once
/// @param progress told how far it has come
public record AuditOptions(int threads, Progress progress) {

  public AuditOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
  }

  /// All cores, silently.
  public static AuditOptions onAllCores() {
    return new AuditOptions(Runtime.getRuntime().availableProcessors(), Progress.SILENT);
  }

  public AuditOptions withProgress(Progress told) {
    return new AuditOptions(threads, told);
  }

  /// Is told how far a verification has come, from the thread that asked for it.
  @FunctionalInterface
  public interface Progress {
    Progress SILENT = (bytes, ofBytes, ballots) -> {};

    /// @param bytes how much of the archive is verified
    /// @param ofBytes length of the archive
    /// @param ballots how many ballots have been verified
    void reached(long bytes, long ofBytes, long ballots);
  }
}
