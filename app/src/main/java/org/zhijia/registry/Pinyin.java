package org.zhijia.registry;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Pinyin initials for the search: 锦川区总工会 is found by `jcqzgh`, 区平 by `op`. A surname may be
/// read unlike the same character elsewhere.
final class Pinyin {
  private static final Reading USUAL = new Reading("Han-Latin; Latin-ASCII; Any-Lower");
  private static final Reading SURNAME = new Reading("Han-Latin/Names; Latin-ASCII; Any-Lower");

  private Pinyin() {}

  /// One letter for each Chinese character; other letters and digits as they are, in lower case.
  static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    text.codePoints().forEach(letter -> initials.append(USUAL.initial(letter)));
    return initials.toString();
  }

  /// The same for somebody's name, which begins with the surname.
  static String ofPerson(String name) {
    if (name.isEmpty()) {
      return "";
    }
    int surname = name.codePointAt(0);
    return SURNAME.initial(surname) + initials(name.substring(Character.charCount(surname)));
  }

  /// One way to read characters; each is looked up once.
  private static final class Reading {
    private final Map<Integer, String> known = new ConcurrentHashMap<>();
    private final Transliterator latin;

    Reading(String rules) {
      this.latin = Transliterator.getInstance(rules);
    }

    String initial(int letter) {
      if (letter < 0x2E80) {
        return Character.isLetterOrDigit(letter)
            ? Character.toString(letter).toLowerCase(Locale.ROOT)
            : "";
      }
      return known.computeIfAbsent(letter, this::read);
    }

    private synchronized String read(int letter) {
      String read = latin.transliterate(Character.toString(letter));
      boolean isLatin = !read.isEmpty() && read.charAt(0) >= 'a' && read.charAt(0) <= 'z';
      return isLatin ? read.substring(0, 1) : "";
    }
  }
}
