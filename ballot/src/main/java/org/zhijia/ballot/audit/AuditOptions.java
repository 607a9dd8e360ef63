package org.zhijia.ballot.audit;

/// How to verify.
///
/// @param threads how many ballots are checked at once
/// @param hints what to do with the hint file beside the archive
/// @param progress told how far it has come
public record AuditOptions(int threads, HintUse hints, Progress progress) {

  /// Hints make a verification faster and decide nothing.
  public enum HintUse {
    /// Ballots are checked by their hints where there are any.
    READ,
    /// Ballots are checked directly.
    IGNORE,
    /// Ballots are checked directly, and the hint file is written anew on the way.
    WRITE
  }

  public AuditOptions(int threads, Progress progress) {
    this(threads, HintUse.READ, progress);
  }

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
    return new AuditOptions(threads, hints, told);
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
