package org.zhijia.congress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Files that were looked at and not taken over yet; in memory, for half an hour, a few at a time.
/// What is lost with a restart is uploaded again.
@Component
class Uploads {
  private static final Duration LIVES = Duration.ofMinutes(30);
  private static final int MOST = 40;

  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private final Clock clock;

  Uploads(Clock clock) {
    this.clock = clock;
  }

  /// @param account that uploaded it; nobody else takes it over
  record Upload(
      long congress, long account, String fileName, List<DelegateReading.Read> rows, Instant at) {
    Upload {
      rows = List.copyOf(rows);
    }
  }

  synchronized String keep(
      long congress, long account, String fileName, List<DelegateReading.Read> rows) {
    Instant now = Instant.now(clock);
    uploads.values().removeIf(each -> each.at().isBefore(now.minus(LIVES)));
    while (uploads.size() >= MOST) {
      uploads.remove(uploads.keySet().iterator().next());
    }
    String id = UUID.randomUUID().toString();
    uploads.put(id, new Upload(congress, account, fileName, rows, now));
    return id;
  }

  synchronized Optional<Upload> find(String id, long congress, long account) {
    return Optional.ofNullable(uploads.get(id))
        .filter(each -> each.congress() == congress && each.account() == account);
  }

  synchronized void forget(String id) {
    uploads.remove(id);
  }
}
