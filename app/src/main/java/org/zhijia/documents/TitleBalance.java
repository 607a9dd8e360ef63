package org.zhijia.documents;

import java.util.ArrayList;
import java.util.List;

/// Breaks a title into lines of like length, before 关于 where that is possible, without leaving a
/// short last line (GB/T 9704 §7.3.1: 词意完整, 排列对称, 长短适宜).
final class TitleBalance {
  /// What a break before 关于 is worth, in squared points.
  private static final double BONUS = 60_000;

  /// More lines than any title should have are filled one after the other.
  private static final int MOST_LINES = 4;

  private TitleBalance() {}

  static List<List<Composing.Unit>> lines(List<Composing.Unit> units, double width) {
    int count = Math.max(1, (int) Math.ceil(Composing.width(units) / width));
    for (; count <= MOST_LINES; count++) {
      Best best = new Best(units, width, count);
      best.search(0, new ArrayList<>(), 0);
      if (!best.breaks.isEmpty() || (count == 1 && Composing.width(units) <= width)) {
        return cut(units, best.breaks);
      }
    }
    return Composing.lines(units, width, width);
  }

  private static List<List<Composing.Unit>> cut(List<Composing.Unit> units, List<Integer> breaks) {
    List<List<Composing.Unit>> lines = new ArrayList<>();
    int from = 0;
    for (int to : breaks) {
      lines.add(units.subList(from, to));
      from = to;
    }
    lines.add(units.subList(from, units.size()));
    return lines;
  }

  /// A search over all ways to cut into so many lines; titles are short.
  private static final class Best {
    private final List<Composing.Unit> units;
    private final double width;
    private final int count;
    private final double mean;
    private double cost = Double.MAX_VALUE;
    private List<Integer> breaks = List.of();

    Best(List<Composing.Unit> units, double width, int count) {
      this.units = units;
      this.width = width;
      this.count = count;
      this.mean = Composing.width(units) / count;
    }

    void search(int from, List<Integer> chosen, double soFar) {
      if (soFar - BONUS * count >= cost) {
        return;
      }
      if (chosen.size() == count - 1) {
        double last = lineCost(from, units.size());
        if (soFar + last < cost) {
          cost = soFar + last;
          breaks = List.copyOf(chosen);
        }
        return;
      }
      for (int at = from + 1; at < units.size(); at++) {
        if (Composing.mayBreak(units, at)) {
          double line = lineCost(from, at);
          if (line == Double.MAX_VALUE) {
            return;
          }
          chosen.add(at);
          search(at, chosen, soFar + line - (isAbout(at) ? BONUS : 0));
          chosen.removeLast();
        }
      }
    }

    private double lineCost(int from, int to) {
      double line = Composing.width(units.subList(from, to));
      return line > width ? Double.MAX_VALUE : (line - mean) * (line - mean);
    }

    private boolean isAbout(int at) {
      return at + 1 < units.size()
          && units.get(at).sort().codePoint() == '关'
          && units.get(at + 1).sort().codePoint() == '于';
    }
  }
}
