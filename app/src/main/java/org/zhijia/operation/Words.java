package org.zhijia.operation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What the server's commands say, in the user's language.
final class Words {
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
  static Words of(Map<String, String> environment, String... arguments) {
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

  Locale locale() {
    return locale;
  }

  ResourceBundle bundle() {
    return texts;
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
  }
}
