package org.zhijia.registry;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/// Pinyin initials of Chinese names, for the search: 管城区总工会 is found by `gcqzgh`.
final class Pinyin {
  private static final ConcurrentHashMap<Integer, String> KNOWN = new ConcurrentHashMap<>();

  private Pinyin() {}

  private static final class Reading {
    private static final Transliterator LATIN =
        Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Any-Lower");
  }

  /// One letter for each Chinese character; other letters and digits as they are, in lower case.
  static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    name.codePoints().forEach(letter -> initials.append(initial(letter)));
    return initials.toString();
  }

  private static String initial(int letter) {
    if (letter < 0x2E80) {
      return Character.isLetterOrDigit(letter)
          ? Character.toString(letter).toLowerCase(Locale.ROOT)
          : "";
    }
    return KNOWN.computeIfAbsent(letter, Pinyin::read);
  }

  private static String read(int letter) {
    String latin;
    synchronized (Reading.LATIN) {
      latin = Reading.LATIN.transliterate(Character.toString(letter));
    }
    boolean isLatin = !latin.isEmpty() && latin.charAt(0) >= 'a' && latin.charAt(0) <= 'z';
    return isLatin ? latin.substring(0, 1) : "";
  }
}
