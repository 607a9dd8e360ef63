package org.zhijia.congress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.HallPlan.Seat;
import org.zhijia.election.SurnameOrder;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// The seating plan (座次表): worked out from the roster and the presidium, changed by hand where a
/// secretary knows better. A seat stays somebody's until it is worked out anew or somebody moves,
/// so that what is printed on cards stays true.
@Service
class Seating {
  private final SeatStore store;
  private final DelegateStore delegates;
  private final AgendaStore agenda;
  private final Congresses congresses;
  private final SurnameOrder strokes;
  private final Live live;

  Seating(
      SeatStore store,
      DelegateStore delegates,
      AgendaStore agenda,
      Congresses congresses,
      SurnameOrder strokes,
      Live live) {
    this.store = store;
    this.delegates = delegates;
    this.agenda = agenda;
    this.congresses = congresses;
    this.strokes = strokes;
    this.live = live;
  }

  /// A hall with the people on its seats.
  ///
  /// @param people who are to have a seat, in the order of the list
  /// @param seats by delegate
  record Chart(HallPlan hall, List<Delegate> people, Map<Long, Seat> seats) {
    Chart {
      people = List.copyOf(people);
      seats = Map.copyOf(seats);
    }

    /// @return empty for none
    public String word(Delegate delegate) {
      Seat seat = seats.get(delegate.id());
      return seat == null ? "" : hall.word(seat);
    }

    Map<Seat, Delegate> bySeat() {
      Map<Seat, Delegate> taken = new HashMap<>();
      people.forEach(
          each -> {
            Seat seat = seats.get(each.id());
            if (seat != null) {
              taken.put(seat, each);
            }
          });
      return taken;
    }

    public List<Delegate> standing() {
      return people.stream().filter(each -> !seats.containsKey(each.id())).toList();
    }
  }

  /// @return empty until the plan is worked out
  Optional<Chart> of(long congress) {
    return store
        .hall(congress)
        .map(hall -> new Chart(hall, people(congress), store.seats(congress)));
  }

  /// Whoever is to come: nobody who has left or whose credentials were refused.
  List<Delegate> people(long congress) {
    return delegates.of(congress).stream()
        .filter(each -> each.isThere() && each.passed().orElse(true))
        .toList();
  }

  Optional<String> word(long congress, Delegate delegate) {
    return store
        .hall(congress)
        .flatMap(
            hall -> Optional.ofNullable(store.seats(congress).get(delegate.id())).map(hall::word));
  }

  /// Seats everybody anew.
  @Transactional
  Outcome workOut(long id, HallPlan hall) {
    congresses.lock(id, Task.RUN_CONGRESS);
    List<Delegate> people = people(id);
    List<Delegate> presidium = hall.platform().isEmpty() ? List.of() : presidium(id, people);
    if (presidium.size() > hall.platformSeats()) {
      return Outcome.refused(
          "主席团 %d 人，主席台只有 %d 个座位。请增加主席台的座位。",
          "The presidium has %d members, the platform %d seats: add seats to it.",
          presidium.size(),
          hall.platformSeats());
    }
    List<Delegate> others = people.stream().filter(each -> !presidium.contains(each)).toList();
    if (others.size() > hall.seats()) {
      return Outcome.refused(
          "台下要坐 %d 人，只有 %d 个座位，还缺 %d 个。请增加排数或每排的座位。",
          "%d people are to sit in the hall, with %d seats: %d are missing. Add some.",
          others.size(),
          hall.seats(),
          others.size() - hall.seats());
    }
    store.keep(id, hall, SeatPlan.of(hall, presidium, others, strokes.order()));
    live.changed(id);
    return new Outcome.Done(id);
  }

  /// Executive chairs first, then the others as they were proposed.
  private List<Delegate> presidium(long id, List<Delegate> people) {
    return agenda.holders(id).stream()
        .filter(each -> each.post() == Post.EXECUTIVE_CHAIR || each.post() == Post.PRESIDIUM)
        .sorted(Comparator.comparing(each -> each.post() == Post.PRESIDIUM))
        .map(AgendaStore.Holder::delegate)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .distinct()
        .flatMap(delegate -> people.stream().filter(each -> each.id() == delegate))
        .toList();
  }

  /// Somebody goes to this seat; whoever sits there takes theirs, or none if they had none.
  @Transactional
  Outcome move(long id, long delegate, boolean onPlatform, int row, int number) {
    congresses.lock(id, Task.RUN_CONGRESS);
    Chart chart = of(id).orElseThrow(NotThere::new);
    if (chart.people().stream().noneMatch(each -> each.id() == delegate)) {
      throw new NotThere();
    }
    Optional<Seat> wanted = chart.hall().seat(onPlatform, row, number);
    if (wanted.isEmpty()) {
      return Outcome.refused(
          "没有 %d 排 %d 座。请核对排数和座号。", "There is no row %d seat %d: check both.", row, number);
    }
    Seat target = wanted.get();
    Optional<Seat> before = Optional.ofNullable(chart.seats().get(delegate));
    Map<Long, Seat> seats = new HashMap<>(chart.seats());
    Optional<Delegate> sitting = Optional.ofNullable(chart.bySeat().get(target));
    seats.forEach(
        (who, seat) -> {
          if (seat.equals(target)) {
            store.leave(id, who);
          }
        });
    store.leave(id, delegate);
    store.take(id, delegate, target);
    if (sitting.isPresent() && sitting.get().id() != delegate && before.isPresent()) {
      store.take(id, sitting.get().id(), before.get());
    }
    live.changed(id);
    return new Outcome.Done(delegate);
  }
}
