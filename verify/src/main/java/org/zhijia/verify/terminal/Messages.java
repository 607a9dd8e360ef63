package org.zhijia.verify.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// The texts of one language. Chinese is the first language, English a full translation.
public final class Messages {

  /// The languages that every text exists in.
  public enum Language {
    CHINESE("zh"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public Locale locale() {
      return Locale.of(code);
    }

    /// The language that the environment asks for: Chinese for any Chinese locale, else English.
    public static Language of(Map<String, String> environment) {
      for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        String locale = environment.getOrDefault(name, "");
        if (!locale.isEmpty()) {
          return locale.startsWith("zh") ? CHINESE : ENGLISH;
        }
      }
      return ENGLISH;
    }
  }

  private final Language language;
  private final Properties texts;

  private Messages(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  public static Messages in(Language language) {
    Properties texts = new Properties();
    String name = "/org/zhijia/verify/messages_" + language.code() + ".properties";
    try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Messages(language, texts);
  }

  public Language language() {
    return language;
  }

  public Set<String> keys() {
    return texts.stringPropertyNames();
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// The text under this key, with `{0}`, `{1}`, … replaced.
  ///
  /// @throws IllegalArgumentException if there is no such text
  public String text(String key, Object... arguments) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /// The text for one of a set of cases: `prefix.CASE_NAME`.
  public String text(String prefix, Enum<?> item, Object... arguments) {
    return text(prefix + "." + item.name(), arguments);
  }
}
