package org.zhijia.election;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The order by strokes of the surname (姓氏笔画) in which names stand on a ballot: fewer strokes
/// first; with as many, by the kinds of strokes in writing order (横竖撇点折); the same surname by
/// the given name, one of a single character first.
///
/// Source: the order of characters of GF 3003-1999; the table of strokes is data,
/// `strokes/strokes.tsv`. A character that is not in the table comes after all that are.
@Component
public class SurnameOrder {
  /// Surnames of two characters are one surname.
  private static final Set<String> COMPOUND =
      Set.of(
          "欧阳", "太史", "上官", "端木", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
          "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
          "司空", "闾丘", "令狐", "轩辕", "呼延", "西门");

  private static final String UNKNOWN = "9".repeat(64);

  private final Map<Integer, String> strokes = new HashMap<>();
  private final Comparator<String> order;

  SurnameOrder() {
    read();
    Comparator<Integer> characters =
        Comparator.comparingInt((Integer c) -> strokes(c).length())
            .thenComparing(this::strokes)
            .thenComparing(Comparator.naturalOrder());
    order =
        Comparator.comparing(SurnameOrder::surname, sequence(characters))
            .thenComparingInt(name -> given(name).length)
            .thenComparing(SurnameOrder::given, sequence(characters));
  }

  private void read() {
    try (InputStream in =
            Objects.requireNonNull(SurnameOrder.class.getResourceAsStream("/strokes/strokes.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(parts -> strokes.put(parts[0].codePointAt(0), parts[1]));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Comparator<int[]> sequence(Comparator<Integer> characters) {
    return (one, other) -> {
      for (int i = 0; i < Math.min(one.length, other.length); i++) {
        int difference = characters.compare(one[i], other[i]);
        if (difference != 0) {
          return difference;
        }
      }
      return Integer.compare(one.length, other.length);
    };
  }

  private String strokes(int character) {
    return strokes.getOrDefault(character, UNKNOWN);
  }

  private static int surnameLength(int[] name) {
    boolean compound = name.length > 2 && COMPOUND.contains(new String(name, 0, 2));
    return Math.min(name.length, compound ? 2 : 1);
  }

  private static int[] surname(String name) {
    int[] all = name.codePoints().toArray();
    return java.util.Arrays.copyOf(all, surnameLength(all));
  }

  private static int[] given(String name) {
    int[] all = name.codePoints().toArray();
    return java.util.Arrays.copyOfRange(all, surnameLength(all), all.length);
  }

  /// Compares names as ballots list them.
  public Comparator<String> order() {
    return order;
  }

  List<String> sorted(List<String> names) {
    return names.stream().sorted(order).toList();
  }

  /// The candidates in order, each with its place.
  List<Candidate> placed(List<Candidate> candidates) {
    List<Candidate> placed = new ArrayList<>();
    for (Candidate each :
        candidates.stream().sorted(Comparator.comparing(Candidate::name, order)).toList()) {
      placed.add(each.at(placed.size() + 1));
    }
    return placed;
  }
}
