package org.zhijia.congress;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.congress.HallPlan.Numbering;
import org.zhijia.congress.HallPlan.Seat;

/// All SQL on halls and seats.
@Repository
class SeatStore {
  private final JdbcClient database;

  SeatStore(JdbcClient database) {
    this.database = database;
  }

  Optional<HallPlan> hall(long congress) {
    return database
        .sql("select platform, rows, numbering from congress.hall where congress = ?")
        .param(congress)
        .query(
            (row, number) ->
                new HallPlan(
                    HallPlan.read(row.getString(1)).orElseThrow(),
                    HallPlan.read(row.getString(2)).orElseThrow(),
                    Numbering.valueOf(row.getString(3))))
        .optional();
  }

  /// By delegate.
  Map<Long, Seat> seats(long congress) {
    Map<Long, Seat> seats = new LinkedHashMap<>();
    database
        .sql(
            """
            select delegate, on_platform, row, place from congress.seat
             where congress = ? order by on_platform desc, row, place
            """)
        .param(congress)
        .query(
            row -> {
              Seat seat = new Seat(row.getBoolean(2), row.getInt(3), row.getInt(4));
              seats.put(row.getLong(1), seat);
            });
    return seats;
  }

  void keep(long congress, HallPlan hall, Map<Long, Seat> seats) {
    database
        .sql(
            """
            insert into congress.hall (congress, platform, rows, numbering) values (?, ?, ?, ?)
            on conflict (congress) do update
               set platform = excluded.platform, rows = excluded.rows,
                   numbering = excluded.numbering
            """)
        .params(congress, hall.platformWritten(), hall.rowsWritten(), hall.numbering().name())
        .update();
    database.sql("delete from congress.seat where congress = ?").param(congress).update();
    seats.forEach((delegate, seat) -> take(congress, delegate, seat));
  }

  void take(long congress, long delegate, Seat seat) {
    database
        .sql(
            """
            insert into congress.seat (congress, delegate, on_platform, row, place)
            values (?, ?, ?, ?, ?)
            """)
        .params(congress, delegate, seat.onPlatform(), seat.row(), seat.place())
        .update();
  }

  void leave(long congress, long delegate) {
    database
        .sql("delete from congress.seat where congress = ? and delegate = ?")
        .params(congress, delegate)
        .update();
  }
}
