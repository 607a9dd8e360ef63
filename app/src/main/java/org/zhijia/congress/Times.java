package org.zhijia.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Instants in rows and in forms.
final class Times {
  static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

  private Times() {}

  static Optional<Instant> in(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  static @Nullable Timestamp sql(Optional<Instant> instant) {
    return instant.map(Timestamp::from).orElse(null);
  }

  /// What a field `datetime-local` sends; none if it is no time.
  static Optional<Instant> typed(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(text.strip()).atZone(HERE).toInstant());
    } catch (DateTimeParseException notTime) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> day(String text) {
    return org.zhijia.tables.Dates.read(text);
  }
}
