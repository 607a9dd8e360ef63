package org.zhijia.congress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijia.congress.HallPlan.Seat;

/// Who sits where: the presidium on the platform, the first of it in the middle, the next at their
/// left hand, and so on outwards (左为上); below it one delegation after the other, each by the
/// strokes of the surnames; behind them the invited and the observers, who begin a row of their own
/// as long as there are rows enough.
final class SeatPlan {
  private final HallPlan hall;
  private final Comparator<String> strokes;
  private final Map<Long, Seat> seats = new LinkedHashMap<>();

  private SeatPlan(HallPlan hall, Comparator<String> strokes) {
    this.hall = hall;
    this.strokes = strokes;
  }

  /// @param presidium in the order of their rank, at most as many as the platform has seats
  /// @param others no more than the hall has seats
  static Map<Long, Seat> of(
      HallPlan hall, List<Delegate> presidium, List<Delegate> others, Comparator<String> strokes) {
    SeatPlan plan = new SeatPlan(hall, strokes);
    plan.platform(presidium);
    plan.below(others);
    return plan.seats;
  }

  private void platform(List<Delegate> presidium) {
    int next = 0;
    for (int row = 1; row <= hall.platform().size(); row++) {
      int length = hall.platform().get(row - 1);
      int people = Math.min(length, presidium.size() - next);
      int first = (length - people) / 2;
      for (int rank = 0; rank < people; rank++) {
        int place = first + fromTheMiddle(rank, people);
        seats.put(presidium.get(next++).id(), new Seat(true, row, place));
      }
    }
  }

  /// Places from 1 as the hall sees them: a left hand on the platform is on the hall's right.
  private static int fromTheMiddle(int rank, int people) {
    int middle = Math.ceilDiv(people, 2);
    return rank % 2 == 1 ? middle + Math.ceilDiv(rank, 2) : middle - rank / 2;
  }

  private void below(List<Delegate> people) {
    List<Delegate> voting = ordered(people, true);
    List<Delegate> guests = ordered(people, false);
    List<Seat> free = places();
    for (int i = 0; i < voting.size(); i++) {
      seats.put(voting.get(i).id(), free.get(i));
    }
    int from = behind(voting.size(), guests.size(), free);
    for (int i = 0; i < guests.size(); i++) {
      seats.put(guests.get(i).id(), free.get(from + i));
    }
  }

  private List<Seat> places() {
    List<Seat> places = new ArrayList<>();
    for (int row = 1; row <= hall.rows().size(); row++) {
      for (int place = 1; place <= hall.rows().get(row - 1); place++) {
        places.add(new Seat(false, row, place));
      }
    }
    return places;
  }

  /// The first place of a new row, if the guests have room from there on.
  private static int behind(int taken, int guests, List<Seat> places) {
    int from = taken;
    while (from > 0 && from < places.size() && places.get(from).place() > 1) {
      from++;
    }
    return from + guests <= places.size() ? from : taken;
  }

  private List<Delegate> ordered(List<Delegate> people, boolean voting) {
    return people.stream()
        .filter(each -> (each.standing() == Standing.DELEGATE) == voting)
        .sorted(
            Comparator.comparing(Delegate::standing)
                .thenComparingLong(each -> each.delegation().orElse(Long.MAX_VALUE))
                .thenComparingLong(
                    each -> each.delegation().isPresent() ? 0 : each.unit().orElse(Long.MAX_VALUE))
                .thenComparing(Delegate::name, strokes))
        .toList();
  }

  /// Those who sit together: a delegation, else a unit, else the guests of one kind.
  static String group(Delegate delegate) {
    if (delegate.standing() != Standing.DELEGATE) {
      return delegate.standing().word();
    }
    return delegate.delegation().isPresent() ? delegate.delegationName() : delegate.unitName();
  }
}
