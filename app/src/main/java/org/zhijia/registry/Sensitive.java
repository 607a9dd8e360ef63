package org.zhijia.registry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A person's sensitive fields. In the database they are one sealed value; in pages they are masked
/// until somebody who may reads them with a reason.
public record Sensitive(Map<Field, String> values) {

  /// Which fields are sensitive (PIPL 28; birth, ethnicity and the rest by our own decision).
  public enum Field {
    ID_NUMBER(1),
    PHONE(2),
    BIRTH(3),
    ETHNICITY(4),
    POLITICAL_STATUS(5),
    BANK_ACCOUNT(6);

    private final int code;

    Field(int code) {
      this.code = code;
    }

    /// How the sealed form names it; never given to another field.
    int code() {
      return code;
    }

    static Field of(int code) {
      return Arrays.stream(values()).filter(field -> field.code == code).findFirst().orElseThrow();
    }
  }

  public Sensitive {
    EnumMap<Field, String> kept = new EnumMap<>(Field.class);
    values.forEach(
        (field, value) -> {
          if (!value.isBlank()) {
            kept.put(field, value);
          }
        });
    values = java.util.Collections.unmodifiableMap(kept);
  }

  public Optional<String> get(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /// As everybody may see it who may see the person at all.
  String masked(Field field) {
    return get(field).map(value -> mask(field, value)).orElse("");
  }

  private static String mask(Field field, String value) {
    return switch (field) {
      case ID_NUMBER -> keep(value, 3, 2);
      case PHONE -> keep(value, 3, 4);
      case BANK_ACCOUNT -> keep(value, 0, 4);
      case BIRTH, ETHNICITY, POLITICAL_STATUS -> "＊＊";
    };
  }

  private static String keep(String value, int first, int last) {
    if (value.length() <= first + last) {
      return "＊＊";
    }
    return value.substring(0, first)
        + "*".repeat(value.length() - first - last)
        + value.substring(value.length() - last);
  }
}
