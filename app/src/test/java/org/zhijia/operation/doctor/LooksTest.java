package org.zhijia.operation.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.operation.doctor.Finding.Level.FINE;
import static org.zhijia.operation.doctor.Finding.Level.WARNING;
import static org.zhijia.operation.doctor.Finding.Level.WRONG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void eachLookHasAnEdge() {
    assertLevel(MachineLooks.java(25), FINE);
    assertLevel(MachineLooks.java(24), WRONG);
    assertLevel(MachineLooks.disk(folder, 2L << 30), FINE);
    assertLevel(MachineLooks.disk(folder, (2L << 30) - 1), WARNING);
    assertLevel(MachineLooks.disk(folder, (256L << 20) - 1), WRONG);
    assertLevel(MachineLooks.clock(NOW), FINE);
    assertLevel(MachineLooks.clock(Instant.EPOCH), WRONG);
    assertLevel(MachineLooks.zone(ZoneId.of("Asia/Shanghai"), NOW), FINE);
    assertLevel(MachineLooks.zone(ZoneId.of("Asia/Singapore"), NOW), FINE);
    assertLevel(MachineLooks.zone(ZoneId.of("UTC"), NOW), WARNING);
    assertLevel(MachineLooks.root(false, false), FINE);
    assertLevel(MachineLooks.root(true, true), WARNING);
    assertLevel(MachineLooks.root(true, false), WRONG);
  }

  @Test
  void theCalendarIsMissedInTheLastQuarterOfItsLastYear() {
    Year last = Year.of(2026);
    assertLevel(MachineLooks.calendar(last, LocalDate.of(2026, 9, 30)), FINE);
    assertLevel(MachineLooks.calendar(last, LocalDate.of(2026, 10, 1)), WARNING);
    assertLevel(MachineLooks.calendar(last, LocalDate.of(2026, 12, 31)), WARNING);
    assertLevel(MachineLooks.calendar(last, LocalDate.of(2027, 1, 1)), WRONG);
  }

  @Test
  void theKeyIsPrivateWholeAndOutsideTheData() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path key = folder.resolve("data.key");
    assertLevel(FileLooks.fieldKey(key, folder.resolve("new")), FINE);
    assertLevel(FileLooks.fieldKey(key, data), WRONG);
    Files.write(key, new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertLevel(FileLooks.fieldKey(key, data), WRONG);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertLevel(FileLooks.fieldKey(key, data), FINE);
    assertLevel(FileLooks.fieldKey(Files.write(data.resolve("key"), new byte[32]), data), WARNING);
    assertLevel(FileLooks.fieldKey(Files.write(key, new byte[31]), data), WRONG);
  }

  @Test
  void certificatesAndBackupsGrowOld() {
    assertLevel(FileLooks.expiry(folder, NOW.plus(22, ChronoUnit.DAYS), NOW), FINE);
    assertLevel(FileLooks.expiry(folder, NOW.plus(20, ChronoUnit.DAYS), NOW), WARNING);
    assertLevel(FileLooks.expiry(folder, NOW.minusSeconds(1), NOW), WRONG);
    assertLevel(FileLooks.lastBackup(Optional.of(NOW.minus(7, ChronoUnit.DAYS)), NOW), FINE);
    assertLevel(FileLooks.lastBackup(Optional.of(NOW.minus(9, ChronoUnit.DAYS)), NOW), WARNING);
    assertLevel(FileLooks.lastBackup(Optional.empty(), NOW), WARNING);
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.ROOT));
  }

  private static Set<String> keys(Locale locale) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "messages.operation",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }

  private static void assertLevel(Finding finding, Finding.Level level) {
    assertThat(finding.level()).as(finding.toString()).isEqualTo(level);
    String key = "doctor." + finding.about() + "." + level.name().toLowerCase(Locale.ROOT);
    assertThat(keys(Locale.ROOT)).contains(key);
  }
}
