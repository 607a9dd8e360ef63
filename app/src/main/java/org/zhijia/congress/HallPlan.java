package org.zhijia.congress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The seats that a hall has: those on the platform and those below it, row by row from the front.
///
/// @param platform seats of each row, its first row being the one towards the hall
/// @param rows seats of each row in the hall
record HallPlan(List<Integer> platform, List<Integer> rows, Numbering numbering) {
  private static final int MOST_ROWS = 60;
  private static final int MOST_SEATS = 60;

  HallPlan {
    platform = List.copyOf(platform);
    rows = List.copyOf(rows);
  }

  /// How the seats of a row are counted, seen from the hall with the platform in front.
  enum Numbering {
    LEFT_TO_RIGHT,
    /// 单号在左、双号在右，由中间向两边
    ODD_LEFT,
    ODD_RIGHT;

    /// @param place from the left, from 1
    int number(int place, int length) {
      if (this == LEFT_TO_RIGHT) {
        return place;
      }
      int from = this == ODD_LEFT ? place : length + 1 - place;
      int odd = Math.ceilDiv(length, 2);
      return from <= odd ? 2 * (odd - from) + 1 : 2 * (from - odd);
    }
  }

  /// A seat by where it stands.
  ///
  /// @param place from the left, seen from the hall
  record Seat(boolean onPlatform, int row, int place) {}

  /// Rows as they are typed: `20 22 22`, or `10x20` for ten rows of twenty.
  ///
  /// @return empty for what is none
  static Optional<List<Integer>> read(String typed) {
    List<Integer> rows = new ArrayList<>();
    for (String part : typed.strip().split("[\\s,，、;；]+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (!part.matches("\\d{1,2}([xX×*]\\d{1,2})?")) {
        return Optional.empty();
      }
      String[] numbers = part.split("[xX×*]", -1);
      int seats = Integer.parseInt(numbers[numbers.length - 1]);
      int times = numbers.length == 1 ? 1 : Integer.parseInt(numbers[0]);
      if (seats < 1 || seats > MOST_SEATS || times < 1 || rows.size() + times > MOST_ROWS) {
        return Optional.empty();
      }
      rows.addAll(Collections.nCopies(times, seats));
    }
    return Optional.of(rows);
  }

  static String written(List<Integer> rows) {
    return rows.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /// For the page that edits it.
  public String platformWritten() {
    return written(platform);
  }

  public String rowsWritten() {
    return written(rows);
  }

  List<Integer> rows(boolean onPlatform) {
    return onPlatform ? platform : rows;
  }

  int seats() {
    return rows.stream().mapToInt(Integer::intValue).sum();
  }

  int platformSeats() {
    return platform.stream().mapToInt(Integer::intValue).sum();
  }

  int number(Seat seat) {
    return numbering.number(seat.place(), rows(seat.onPlatform()).get(seat.row() - 1));
  }

  /// The seat with this number, if the hall has it.
  Optional<Seat> seat(boolean onPlatform, int row, int number) {
    List<Integer> lengths = rows(onPlatform);
    if (row < 1 || row > lengths.size()) {
      return Optional.empty();
    }
    for (int place = 1; place <= lengths.get(row - 1); place++) {
      if (numbering.number(place, lengths.get(row - 1)) == number) {
        return Optional.of(new Seat(onPlatform, row, place));
      }
    }
    return Optional.empty();
  }

  /// As printed papers, which are Chinese, name it.
  String word(Seat seat) {
    return (seat.onPlatform() ? "主席台" : "") + seat.row() + "排" + number(seat) + "座";
  }
}
