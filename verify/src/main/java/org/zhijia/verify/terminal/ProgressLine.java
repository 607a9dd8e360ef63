package org.zhijia.verify.terminal;

/// Tells how far long work has come: a bar that is redrawn at a terminal, a plain line now and then
/// elsewhere, nothing if told to be quiet.
public final class ProgressLine {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 5_000_000_000L;

  private final Screen screen;
  private final boolean quiet;
  private String label = "";
  private long total;
  private long started;
  private long lastShown;
  private boolean drawn;

  public ProgressLine(Screen screen, boolean quiet) {
    this.screen = screen;
    this.quiet = quiet;
  }

  /// Work of this name begins; the line of the work before is ended.
  public void begin(String name, long units) {
    end();
    label = name;
    total = units;
    started = System.nanoTime();
    lastShown = started;
    if (!quiet && !screen.interactive()) {
      screen.err().println(name);
    }
  }

  public void reached(long done) {
    long now = System.nanoTime();
    long interval = screen.interactive() ? REDRAW_NANOS : PLAIN_NANOS;
    if (quiet || total == 0 || now - lastShown < interval) {
      return;
    }
    lastShown = now;
    double share = Math.min(1.0, (double) done / total);
    double seconds = (now - started) / 1e9;
    long left = share > 0 ? Math.round(seconds / share - seconds) : 0;
    String figures = screen.text("progress.figures", done, total, Math.round(100 * share), left);
    if (screen.interactive()) {
      int full = (int) (WIDTH * share);
      String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      screen.err().print("\r\u001B[K" + label + " " + bar + " " + figures);
      drawn = true;
    } else {
      screen.err().println("  " + figures);
    }
  }

  /// Clears the bar, so that answers begin on a clean line.
  public void end() {
    if (drawn) {
      screen.err().print("\r\u001B[K");
      screen.err().flush();
      drawn = false;
    }
  }
}
