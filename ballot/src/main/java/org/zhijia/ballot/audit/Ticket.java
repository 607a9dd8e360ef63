package org.zhijia.ballot.audit;

import java.util.Optional;
import org.zhijia.ballot.archive.Document;

/// A ballot that waits for its check.
///
/// @param companion its line of the companion file; empty if there is no slate
/// @param hint its points in the hint file, if there are any
/// @param name how it is called in a fault, e.g. `ballot 17`
record Ticket(Document document, Optional<byte[]> companion, Optional<byte[]> hint, String name) {

  Ticket(Document document, Optional<byte[]> companion, String name) {
    this(document, companion, Optional.empty(), name);
  }

  /// How much memory it holds.
  long bytes() {
    return (long) document.content().length
        + companion.map(line -> line.length).orElse(0)
        + hint.map(points -> points.length).orElse(0);
  }
}
