package org.zhijia.operation;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.zhijia.statute.Text;

/// What the server's commands say, in the user's language.
public final class Words {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private final ResourceBundle texts;
  private final Locale locale;

  private Words(Locale locale) {
    this.locale = locale;
    this.texts =
        ResourceBundle.getBundle(
            "messages.operation",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// Chinese for a Chinese locale, English for others; `--lang=zh` and `--lang=en` win.
  public static Words of(Map<String, String> environment, String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].equals("--lang") && i + 1 < arguments.length
              ? arguments[i + 1]
              : arguments[i].replaceFirst("^--lang=", "");
      if (arguments[i].startsWith("--lang") && (value.equals("zh") || value.equals("en"))) {
        return new Words(Locale.of(value));
      }
    }
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String set = environment.getOrDefault(name, "");
      if (!set.isEmpty()) {
        return new Words(set.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH);
      }
    }
    return new Words(Locale.ENGLISH);
  }

  public Locale locale() {
    return locale;
  }

  ResourceBundle bundle() {
    return texts;
  }

  /// @param arguments of the sentence; a [Text] is said in this language too
  public String text(String key, Object... arguments) {
    Object[] said =
        Arrays.stream(arguments).map(one -> one instanceof Text t ? t.in(locale) : one).toArray();
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(said);
  }

  /// As clocks in China show it: 2019年4月23日 14:30, or 23 April 2019 14:30.
  String moment(Instant at) {
    String pattern = locale.equals(Locale.CHINESE) ? "y年M月d日 HH:mm" : "d MMMM y HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(CHINA));
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
