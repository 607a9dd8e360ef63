package org.zhijia.identity;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// How often something was tried within a minute: by account and by device, since a whole hall
/// may share one address.
@Component
class Attempts {
  private static final int LARGEST = 100_000;

  private record Window(long minute, int count) {}

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final Clock clock;

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /// Counts one more.
  ///
  /// @return whether it is still within the limit
  boolean within(String key, int limit) {
    long minute = clock.millis() / 60_000;
    if (windows.size() > LARGEST) {
      windows.values().removeIf(window -> window.minute() < minute);
    }
    Window now =
        windows.merge(
            key,
            new Window(minute, 1),
            (old, one) -> old.minute() == minute ? new Window(minute, old.count() + 1) : one);
    return now.count() <= limit;
  }
}
