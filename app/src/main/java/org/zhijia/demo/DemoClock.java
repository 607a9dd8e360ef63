package org.zhijia.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// The demo's clock can be moved on by whole days, so that nobody has to wait for a publicity to
/// run out. It never goes back, and stays moved when the server is started again.
@Primary
@Component
@ConditionalOnProperty("zhijia.demo")
class DemoClock extends Clock {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

  private final Path file;
  private final ZoneId zone;
  private final InstantSource real = InstantSource.system();
  private volatile long days;

  @org.springframework.beans.factory.annotation.Autowired
  DemoClock(@Value("${zhijia.data}") Path data) {
    this(data.resolve("demo-clock-days"), HERE);
  }

  private DemoClock(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
    this.days = read(file);
  }

  private static long read(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// How many days it is ahead.
  long days() {
    return days;
  }

  synchronized void moveOn(int more) {
    try {
      Files.writeString(file, String.valueOf(days + more));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    days += more;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(Duration.ofDays(days));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    DemoClock clock = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return other;
      }

      @Override
      public Clock withZone(ZoneId another) {
        return clock.withZone(another);
      }

      @Override
      public Instant instant() {
        return clock.instant();
      }
    };
  }
}
