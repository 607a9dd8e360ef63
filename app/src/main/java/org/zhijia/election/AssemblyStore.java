package org.zhijia.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.statute.BodyKind;

/// All SQL on assemblies, their scrutineers and their slips.
@Repository
class AssemblyStore {
  private final JdbcClient database;

  AssemblyStore(JdbcClient database) {
    this.database = database;
  }

  long add(Elections.Convening meeting, List<String> uuids, Instant at) {
    long id =
        database
            .sql(
                """
                insert into election.assembly (organisation, title, home, kind, convened_at)
                values (?, ?, ?, ?, ?) returning id
                """)
            .params(
                meeting.organisation(),
                meeting.title(),
                meeting.home(),
                meeting.kind().name(),
                Timestamp.from(at))
            .query(Long.class)
            .single();
    for (int place = 0; place < uuids.size(); place++) {
      database
          .sql("insert into election.reserved (assembly, place, uuid) values (?, ?, ?)")
          .params(id, place, uuids.get(place))
          .update();
    }
    return id;
  }

  Optional<Assembly> find(long id) {
    return database
        .sql("select * from election.assembly where id = ?")
        .param(id)
        .query((row, number) -> assembly(row, uuids(id)))
        .optional();
  }

  /// Locks the assembly until the transaction ends.
  void lock(long id) {
    database
        .sql("select id from election.assembly where id = ? for update")
        .param(id)
        .query()
        .singleRow();
  }

  private List<String> uuids(long id) {
    return database
        .sql("select uuid from election.reserved where assembly = ? order by place")
        .param(id)
        .query(String.class)
        .list();
  }

  private static Assembly assembly(ResultSet row, List<String> uuids) throws SQLException {
    int due = row.getInt("due");
    Optional<Elections.Attendance> attendance =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Elections.Attendance(due, row.getInt("present"), row.getInt("paper")));
    return new Assembly(
        row.getLong("id"),
        row.getLong("organisation"),
        row.getString("title"),
        row.getString("home"),
        BodyKind.valueOf(row.getString("kind")),
        row.getInt("threshold"),
        row.getInt("minimum"),
        Optional.ofNullable(row.getString("trustees")),
        row.getInt("drawn"),
        Optional.ofNullable(row.getString("roster_sha256")),
        attendance,
        List.of((String[]) row.getArray("voters").getArray()),
        row.getTimestamp("ended_at") != null,
        uuids);
  }

  void attend(long id, Elections.Attendance attendance, List<String> voters) {
    database
        .sql(
            """
            update election.assembly set due = ?, present = ?, paper = ?, voters = ? where id = ?
            """)
        .params(
            attendance.due(),
            attendance.present(),
            attendance.paper(),
            voters.toArray(String[]::new),
            id)
        .update();
  }

  /// @return whether the roster was still open
  boolean draw(long id, int more) {
    return database
            .sql(
                """
                update election.assembly set drawn = drawn + ?
                 where id = ? and roster_frozen_at is null and drawn + ? >= 0
                """)
            .params(more, id, more)
            .update()
        == 1;
  }

  void freezeRoster(long id, String sha256, Instant at) {
    database
        .sql("update election.assembly set roster_frozen_at = ?, roster_sha256 = ? where id = ?")
        .params(Timestamp.from(at), sha256, id)
        .update();
  }

  void end(long id, Instant at) {
    database
        .sql("update election.assembly set ended_at = ? where id = ? and ended_at is null")
        .params(Timestamp.from(at), id)
        .update();
  }

  void keyMade(long id, String trustees) {
    database
        .sql("update election.assembly set trustees = ? where id = ? and trustees is null")
        .params(trustees, id)
        .update();
  }

  List<Scrutineer> scrutineers(long assembly) {
    return database
        .sql("select * from election.scrutineer where assembly = ? order by place")
        .param(assembly)
        .query(
            (row, number) ->
                new Scrutineer(
                    row.getInt("place"),
                    row.getLong("account"),
                    row.getString("name"),
                    row.getBoolean("chief"),
                    Optional.ofNullable(row.getString("certificate")),
                    Optional.ofNullable(row.getString("polynomial")),
                    Optional.ofNullable(row.getString("share"))))
        .list();
  }

  /// The meetings whose votes somebody watches over, the newest first.
  List<Long> watchedBy(long account, int most) {
    return database
        .sql(
            """
            select assembly from election.scrutineer where account = ?
             order by assembly desc limit ?
            """)
        .params(account, most)
        .query(Long.class)
        .list();
  }

  void replaceScrutineers(long assembly, int threshold, List<Scrutineer> scrutineers) {
    database
        .sql("update election.assembly set threshold = ? where id = ?")
        .params(threshold, assembly)
        .update();
    database.sql("delete from election.scrutineer where assembly = ?").param(assembly).update();
    for (Scrutineer each : scrutineers) {
      database
          .sql(
              """
              insert into election.scrutineer (assembly, place, account, name, chief)
              values (?, ?, ?, ?, ?)
              """)
          .params(assembly, each.place(), each.account(), each.name(), each.chief())
          .update();
    }
  }

  /// A scrutineer's message of one round; each is sent once.
  ///
  /// @param round the column: `certificate`, `polynomial` or `share`
  /// @return whether it was not there yet
  boolean message(long assembly, int place, Ceremony.Round round, String text) {
    String column = round.column();
    return database
            .sql(
                "update election.scrutineer set "
                    + column
                    + " = ? where assembly = ? and place = ? and "
                    + column
                    + " is null")
            .params(text, assembly, place)
            .update()
        == 1;
  }

  /// One slip's public half.
  ///
  /// @param code on its outside
  /// @param credentials by place of the reserved id
  record Slip(String code, List<String> credentials, boolean struck, boolean surrendered) {
    Slip {
      credentials = List.copyOf(credentials);
    }
  }

  List<Slip> slips(long assembly) {
    return database
        .sql("select * from election.slip where assembly = ? order by code")
        .param(assembly)
        .query(
            (row, number) ->
                new Slip(
                    row.getString("code"),
                    List.of((String[]) row.getArray("credentials").getArray()),
                    row.getBoolean("struck"),
                    row.getBoolean("surrendered")))
        .list();
  }

  int slipCount(long assembly) {
    return database
        .sql("select count(*) from election.slip where assembly = ?")
        .param(assembly)
        .query(Integer.class)
        .single();
  }

  int struckCount(long assembly) {
    return database
        .sql("select count(*) from election.slip where assembly = ? and struck")
        .param(assembly)
        .query(Integer.class)
        .single();
  }

  int surrenderedCount(long assembly) {
    return database
        .sql("select count(*) from election.slip where assembly = ? and surrendered")
        .param(assembly)
        .query(Integer.class)
        .single();
  }

  void addSlip(long assembly, String code, List<String> credentials) {
    database
        .sql("insert into election.slip (assembly, code, credentials) values (?, ?, ?)")
        .params(assembly, code, credentials.toArray(String[]::new))
        .update();
  }

  boolean strike(long assembly, String code) {
    return database
            .sql("update election.slip set struck = true where assembly = ? and code = ?")
            .params(assembly, code)
            .update()
        == 1;
  }

  void surrender(long assembly, String code) {
    database
        .sql("update election.slip set surrendered = true where assembly = ? and code = ?")
        .params(assembly, code)
        .update();
  }

  /// Whether the slip with this credential was given back for a ballot on paper.
  boolean isSurrendered(long assembly, String credential) {
    return database
        .sql(
            """
            select exists (select 1 from election.slip
                            where assembly = ? and surrendered and ? = any (credentials))
            """)
        .params(assembly, credential)
        .query(Boolean.class)
        .single();
  }
}
