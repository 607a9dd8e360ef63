package org.zhijia.congress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on who is in the hall, and who took a slip.
@Repository
class AttendanceStore {
  private final JdbcClient database;

  AttendanceStore(JdbcClient database) {
    this.database = database;
  }

  /// Where somebody is in a sitting.
  enum Kind {
    ARRIVED,
    LEFT,
    UNDONE
  }

  /// The last movement of somebody.
  record Last(Kind kind, String reason, Instant at) {}

  /// Somebody comes or goes.
  ///
  /// @param reason where it only takes a mistake back; else empty
  record Movement(long delegate, Kind kind, String reason, String by, Instant at) {}

  void move(Congress congress, Movement movement) {
    database
        .sql(
            """
            insert into congress.movement
                   (congress, sitting, delegate, kind, reason, noted_by, noted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            congress.id(),
            congress.sitting(),
            movement.delegate(),
            movement.kind().name(),
            movement.reason(),
            movement.by(),
            Timestamp.from(movement.at()))
        .update();
  }

  /// By delegate, of the current sitting.
  Map<Long, Last> last(Congress congress) {
    Map<Long, Last> last = new HashMap<>();
    database
        .sql(
            """
            select distinct on (delegate) delegate, kind, reason, noted_at
              from congress.movement where congress = ? and sitting = ?
             order by delegate, id desc
            """)
        .params(congress.id(), congress.sitting())
        .query(
            row -> {
              last.put(
                  row.getLong(1),
                  new Last(
                      Kind.valueOf(row.getString(2)),
                      row.getString(3),
                      row.getTimestamp(4).toInstant()));
            });
    return last;
  }

  /// Due and present now, without reading who they are: every telephone in the hall asks.
  Progress.Hall count(Congress congress) {
    return database
        .sql(
            """
            select count(*), count(*) filter (where m.kind = 'ARRIVED')
              from congress.delegate d
              left join congress.credential k on k.delegate = d.id
              left join lateral (
                    select kind from congress.movement
                     where congress = d.congress and sitting = :sitting and delegate = d.id
                     order by id desc limit 1) m on true
             where d.congress = :congress and d.standing = 'DELEGATE' and d.left_because = ''
               and coalesce(k.passed, true)
            """)
        .param("congress", congress.id())
        .param("sitting", congress.sitting())
        .query(
            (row, number) ->
                new Progress.Hall(row.getInt(1), row.getInt(2), frozen(congress).isPresent()))
        .single();
  }

  boolean isPresent(Congress congress, long delegate) {
    return database
        .sql(
            """
            select kind from congress.movement
             where congress = ? and sitting = ? and delegate = ? order by id desc limit 1
            """)
        .params(congress.id(), congress.sitting(), delegate)
        .query(String.class)
        .optional()
        .filter(Kind.ARRIVED.name()::equals)
        .isPresent();
  }

  /// Figures that were frozen.
  record Frozen(int sitting, int due, int present, int paper, String by, Instant at) {}

  void freeze(Congress congress, Frozen frozen, String ruling) {
    database
        .sql(
            """
            insert into congress.attendance
                   (congress, sitting, due, present, paper, ruling, frozen_by, frozen_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            congress.id(),
            frozen.sitting(),
            frozen.due(),
            frozen.present(),
            frozen.paper(),
            ruling,
            frozen.by(),
            Timestamp.from(frozen.at()))
        .update();
  }

  /// The last of the current sitting.
  Optional<Frozen> frozen(Congress congress) {
    return frozen(congress.id()).stream()
        .filter(each -> each.sitting() == congress.sitting())
        .findFirst();
  }

  /// The newest first.
  List<Frozen> frozen(long congress) {
    return database
        .sql(
            """
            select sitting, due, present, paper, frozen_by, frozen_at from congress.attendance
             where congress = ? order by id desc
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Frozen(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant()))
        .list();
  }

  /// By delegate: whether on paper.
  Map<Long, Boolean> slips(long congress) {
    Map<Long, Boolean> slips = new HashMap<>();
    database
        .sql("select delegate, paper from congress.slip where congress = ?")
        .param(congress)
        .query(
            row -> {
              slips.put(row.getLong(1), row.getBoolean(2));
            });
    return slips;
  }

  void take(long congress, long delegate, boolean paper, String by, Instant at) {
    database
        .sql(
            """
            insert into congress.slip (delegate, congress, paper, taken_by, taken_at)
            values (?, ?, ?, ?, ?)
            on conflict (delegate) do update
               set paper = excluded.paper, taken_by = excluded.taken_by,
                   taken_at = excluded.taken_at, own_code = null
            """)
        .params(delegate, congress, paper, by, Timestamp.from(at))
        .update();
  }

  /// Notes that the credential which somebody took is one that they made themselves.
  void takeOwn(long delegate, String code) {
    database
        .sql("update congress.slip set own_code = ? where delegate = ?")
        .params(code, delegate)
        .update();
  }

  /// What names the credential that somebody made themselves; empty for slips and paper.
  Optional<String> ownCode(long delegate) {
    return database
        .sql("select own_code from congress.slip where delegate = ? and own_code is not null")
        .param(delegate)
        .query(String.class)
        .optional();
  }

  void giveBack(long delegate) {
    database.sql("delete from congress.slip where delegate = ?").param(delegate).update();
  }
}
