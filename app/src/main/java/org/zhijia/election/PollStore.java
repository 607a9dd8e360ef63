package org.zhijia.election;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on votes, their candidates and how far they have come.
@Repository
class PollStore {
  private static final String ROWS =
      """
      select p.*,
             (select count(*) from election.candidate c where c.poll = p.id) as candidates,
             (select count(distinct b.credential)
                from election.ballot b where b.poll = p.id) as cast_
        from election.poll p
      """;

  private final JdbcClient database;

  PollStore(JdbcClient database) {
    this.database = database;
  }

  /// A vote that is to be.
  record Planned(long assembly, Polls.Plan plan, Polls.Turn turn) {}

  /// Takes the next reserved id.
  long add(Planned planned, Instant at) {
    Polls.Plan plan = planned.plan();
    Polls.Turn turn = planned.turn();
    return database
        .sql(
            """
            insert into election.poll
                   (assembly, uuid, body, title, round, seats, equal, write_in, runoff, follows,
                    stage, prepared_at)
            values (:assembly,
                    (select uuid from election.reserved r
                      where r.assembly = :assembly
                        and not exists (select 1 from election.poll p where p.uuid = r.uuid)
                      order by place limit 1),
                    :body, :title, :round, :seats, :equal, :writeIn, :runoff, :follows, 'PREPARED',
                    :at)
            returning id
            """)
        .param("assembly", planned.assembly())
        .param("body", plan.body().name())
        .param("title", plan.title())
        .param("round", turn.round())
        .param("seats", plan.seats())
        .param("equal", plan.equal())
        .param("writeIn", plan.writeIn())
        .param("runoff", turn.runoff())
        .param("follows", turn.follows().orElse(null))
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  Optional<PollRow> find(long id) {
    return database.sql(ROWS + " where p.id = ?").param(id).query(PollColumns::row).optional();
  }

  Optional<PollRow> find(String uuid) {
    return database.sql(ROWS + " where p.uuid = ?").param(uuid).query(PollColumns::row).optional();
  }

  List<PollRow> of(long assembly) {
    return database
        .sql(ROWS + " where p.assembly = ? order by p.id")
        .param(assembly)
        .query(PollColumns::row)
        .list();
  }

  /// Those whose announced closing time has come.
  List<PollRow> due(Instant now) {
    return database
        .sql(ROWS + " where p.stage = 'OPEN' and p.closes_at <= ?")
        .param(Timestamp.from(now))
        .query(PollColumns::row)
        .list();
  }

  /// Ids of those that go on.
  List<Long> open() {
    return database
        .sql("select id from election.poll where stage = 'OPEN'")
        .query(Long.class)
        .list();
  }

  /// The vote that a result asked for, unless it was given up.
  Optional<PollRow> following(long poll) {
    return database
        .sql(ROWS + " where p.follows = ? and p.stage <> 'CANCELLED' order by p.id desc limit 1")
        .param(poll)
        .query(PollColumns::row)
        .optional();
  }

  void lock(long id) {
    database
        .sql("select id from election.poll where id = ? for update")
        .param(id)
        .query(Long.class)
        .single();
  }

  /// Held by each ballot that comes in, so that the box cannot be closed between look and deed.
  ///
  /// @return whether the box is still open at this time
  boolean holdOpen(long id, Instant now) {
    return database
        .sql(
            """
            select id from election.poll
             where id = ? and stage = 'OPEN' and (closes_at is null or closes_at > ?) for share
            """)
        .params(id, Timestamp.from(now))
        .query(Long.class)
        .optional()
        .isPresent();
  }

  void replaceCandidates(long poll, List<Candidate> candidates) {
    database.sql("delete from election.candidate where poll = ?").param(poll).update();
    for (Candidate each : candidates) {
      database
          .sql(
              """
              insert into election.candidate
                     (poll, place, name, gender, ethnicity, birth, party, unit, post, note,
                      circumstances, consented)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              poll,
              each.place(),
              each.name(),
              each.gender(),
              each.ethnicity(),
              each.birth(),
              each.party(),
              each.unit(),
              each.post(),
              each.note(),
              each.circumstances().stream().map(Enum::name).toArray(String[]::new),
              each.consented())
          .update();
    }
  }

  List<Candidate> candidates(long poll) {
    return database
        .sql("select * from election.candidate where poll = ? order by place")
        .param(poll)
        .query(
            (row, number) ->
                new Candidate(
                    row.getInt("place"),
                    row.getString("name"),
                    row.getString("gender"),
                    row.getString("ethnicity"),
                    row.getString("birth"),
                    row.getString("party"),
                    row.getString("unit"),
                    row.getString("post"),
                    row.getString("note"),
                    Arrays.stream((String[]) row.getArray("circumstances").getArray())
                        .map(Candidate.Circumstance::valueOf)
                        .toList(),
                    row.getBoolean("consented")))
        .list();
  }

  void publish(long poll, LocalDate on) {
    database
        .sql("update election.poll set published_on = ? where id = ?")
        .params(Date.valueOf(on), poll)
        .update();
  }

  void open(long poll, PollRow.Issued issued, Optional<PollRow.Setup> setup) {
    database
        .sql(
            """
            update election.poll
               set stage = 'OPEN', due = :due, present = :present, electronic = :electronic,
                   paper = :paper, election = :election, credentials = :credentials,
                   fingerprint = :fingerprint, header_time = :time
             where id = :id
            """)
        .param("due", issued.due())
        .param("present", issued.present())
        .param("electronic", issued.electronic())
        .param("paper", issued.paper())
        .param("election", setup.map(PollRow.Setup::election).orElse(null))
        .param("credentials", setup.map(PollRow.Setup::credentials).orElse(null))
        .param("fingerprint", setup.map(PollRow.Setup::fingerprint).orElse(null))
        .param("time", setup.map(PollRow.Setup::headerTime).orElse(null))
        .param("id", poll)
        .update();
  }

  void moveToPaper(long poll) {
    database
        .sql(
            """
            update election.poll set electronic = electronic - 1, paper = paper + 1 where id = ?
            """)
        .param(poll)
        .update();
  }

  void closesAt(long poll, Instant at) {
    database
        .sql("update election.poll set closes_at = ? where id = ? and stage = 'OPEN'")
        .params(Timestamp.from(at), poll)
        .update();
  }

  void close(long poll, Optional<PollRow.Tally> tally) {
    database
        .sql(
            """
            update election.poll set stage = 'CLOSED', tally = :tally, tallied = :n
             where id = :id
            """)
        .param("tally", tally.map(PollRow.Tally::encrypted).orElse(null))
        .param("n", tally.map(PollRow.Tally::tallied).orElse(null))
        .param("id", poll)
        .update();
  }

  void sums(long poll, String sums) {
    database.sql("update election.poll set sums = ? where id = ?").params(sums, poll).update();
  }

  void counted(long poll, String result, String sha256) {
    database
        .sql(
            """
            update election.poll set stage = 'COUNTED', result = ?, result_sha256 = ?
             where id = ? and stage in ('CLOSED', 'COUNTED')
            """)
        .params(result, sha256, poll)
        .update();
  }

  void signed(long poll, String signature) {
    database
        .sql("update election.poll set stage = 'SIGNED', signature = ? where id = ?")
        .params(signature, poll)
        .update();
  }

  void announced(long poll, Instant at) {
    database
        .sql("update election.poll set stage = 'ANNOUNCED', announced_at = ? where id = ?")
        .params(Timestamp.from(at), poll)
        .update();
  }

  Optional<Instant> announcedAt(long poll) {
    return database
        .sql("select announced_at from election.poll where id = ? and announced_at is not null")
        .param(poll)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void cancel(long poll, String reason) {
    database
        .sql("update election.poll set stage = 'CANCELLED', cancelled_for = ? where id = ?")
        .params(reason, poll)
        .update();
  }

  void adopt(long assembly, Method method, Instant at) {
    database
        .sql(
            """
            insert into election.method
                   (assembly, text, sha256, quorum, tie, shortage, approve, against, abstain,
                    adopted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (assembly) do update
               set text = excluded.text, sha256 = excluded.sha256, quorum = excluded.quorum,
                   tie = excluded.tie, shortage = excluded.shortage, approve = excluded.approve,
                   against = excluded.against, abstain = excluded.abstain,
                   adopted_at = excluded.adopted_at
            """)
        .params(
            assembly,
            method.text(),
            method.sha256(),
            method.quorum(),
            method.tie(),
            method.shortage(),
            method.vote().approve(),
            method.vote().against(),
            method.vote().abstain(),
            Timestamp.from(at))
        .update();
  }

  Optional<Method> method(long assembly) {
    return database
        .sql("select * from election.method where assembly = ?")
        .param(assembly)
        .query(
            (row, number) ->
                new Method(
                    row.getString("text"),
                    row.getString("sha256"),
                    row.getString("quorum"),
                    row.getString("tie"),
                    row.getString("shortage"),
                    new Method.Vote(
                        row.getInt("approve"), row.getInt("against"), row.getInt("abstain"))))
        .optional();
  }
}
