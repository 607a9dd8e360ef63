package org.zhijia.operation.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;

/// Looks at the machine: Java, disk, port, clock, time zone, the working-day calendar.
public final class MachineLooks {
  private static final int OLDEST_JAVA = 25;
  private static final long TIGHT = 2L << 30;
  private static final long TOO_LITTLE = 256L << 20;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /// When this was written; a clock before it is wrong.
  private static final Instant AT_LEAST = Instant.parse("2026-01-01T00:00:00Z");

  private MachineLooks() {}

  public static Finding java(int version) {
    return version >= OLDEST_JAVA
        ? Finding.fine("java", version)
        : Finding.wrong("java", version, OLDEST_JAVA);
  }

  /// @param folder it, or the nearest above it that exists
  public static Finding disk(Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return disk(folder, Files.getFileStore(there).getUsableSpace());
  }

  static Finding disk(Path folder, long free) {
    long megabytes = free >> 20;
    if (free < TOO_LITTLE) {
      return Finding.wrong("disk", folder, megabytes);
    }
    return free < TIGHT
        ? Finding.warning("disk", folder, megabytes)
        : Finding.fine("disk", folder, megabytes);
  }

  /// @param isOurs a server of this installation runs, and may be the one that uses it
  public static Finding port(int port, boolean isOurs) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // connections of a moment ago do not count
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return Finding.fine("port", port);
    } catch (IOException taken) {
      return isOurs ? Finding.fine("port-used", port) : Finding.warning("port", port);
    }
  }

  public static Finding clock(Instant now) {
    return now.isBefore(AT_LEAST) ? Finding.wrong("clock", now) : Finding.fine("clock", now);
  }

  /// The same hour, whatever the zone is called.
  public static Finding zone(ZoneId zone, Instant now) {
    return zone.getRules().getOffset(now).equals(CHINA.getRules().getOffset(now))
        ? Finding.fine("zone", zone.getId())
        : Finding.warning("zone", zone.getId());
  }

  public static Finding encoding(Charset names) {
    return names.equals(StandardCharsets.UTF_8)
        ? Finding.fine("encoding", names.name())
        : Finding.warning("encoding", names.name());
  }

  /// In the last quarter of its last year the next one should be there.
  public static Finding calendar(Year last, LocalDate today) {
    if (today.getYear() > last.getValue()) {
      return Finding.wrong("calendar", last.getValue());
    }
    return today.getYear() == last.getValue() && today.getMonthValue() >= 10
        ? Finding.warning("calendar", last.getValue())
        : Finding.fine("calendar", last.getValue());
  }

  public static Finding root(boolean isRoot, boolean mayBecomeNobody) {
    if (!isRoot) {
      return Finding.fine("root");
    }
    return mayBecomeNobody ? Finding.warning("root") : Finding.wrong("root");
  }
}
