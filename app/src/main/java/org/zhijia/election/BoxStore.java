package org.zhijia.election;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on ballots in the box, decryptions and paper.
@Repository
class BoxStore {
  private final JdbcClient database;

  BoxStore(JdbcClient database) {
    this.database = database;
  }

  /// A ballot as it came.
  ///
  /// @param companion its line of the companion file; none for a resolution
  /// @param hint what its check computed; none for ballots of earlier releases
  record Cast(
      String tracker,
      String credential,
      String body,
      Optional<String> companion,
      Optional<byte[]> hint) {}

  boolean has(long poll, String tracker) {
    return database
        .sql("select exists (select 1 from election.ballot where poll = ? and tracker = ?)")
        .params(poll, tracker)
        .query(Boolean.class)
        .single();
  }

  boolean wasOpened(long poll, String tracker) {
    return database
        .sql("select exists (select 1 from election.opened where poll = ? and tracker = ?)")
        .params(poll, tracker)
        .query(Boolean.class)
        .single();
  }

  void opened(long poll, String tracker) {
    database
        .sql("insert into election.opened (poll, tracker) values (?, ?) on conflict do nothing")
        .params(poll, tracker)
        .update();
  }

  /// Serialises the ballots of one credential.
  void lockCredential(long poll, String credential) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
        .params(credential, poll)
        .query()
        .singleRow();
  }

  /// @return how many ballots of this credential are in the box now
  int add(long poll, Cast ballot) {
    return database
        .sql(
            """
            insert into election.ballot (poll, tracker, credential, version, body, companion, hint)
            values (:poll, :tracker, :credential,
                    (select count(*) + 1 from election.ballot
                      where poll = :poll and credential = :credential),
                    :body, :companion, :hint)
            returning version
            """)
        .param("poll", poll)
        .param("tracker", ballot.tracker())
        .param("credential", ballot.credential())
        .param("body", ballot.body())
        .param("companion", ballot.companion().orElse(null))
        .param("hint", ballot.hint().orElse(null), Types.BINARY)
        .query(Integer.class)
        .single();
  }

  boolean hasVoted(long poll, String credential) {
    return database
        .sql("select exists (select 1 from election.ballot where poll = ? and credential = ?)")
        .params(poll, credential)
        .query(Boolean.class)
        .single();
  }

  /// @param onBoard whether it has left in a batch
  /// @param counts whether it is its credential's last
  record Found(boolean onBoard, boolean counts) {}

  Optional<Found> find(long poll, String tracker) {
    return database
        .sql(
            """
            select board is not null as on_board,
                   not exists (select 1 from election.ballot later
                                where later.poll = b.poll and later.credential = b.credential
                                  and later.version > b.version) as counts
              from election.ballot b where poll = ? and tracker = ?
            """)
        .params(poll, tracker)
        .query((row, number) -> new Found(row.getBoolean("on_board"), row.getBoolean("counts")))
        .optional();
  }

  /// Gives places on the board to those that have none, in an order that tells nothing of when they
  /// came, save that the ballots of one credential keep theirs.
  ///
  /// @param least fewer than this wait for more
  void publish(long poll, int least) {
    database
        .sql(
            """
            with waiting as (
              select tracker, credential, version from election.ballot
               where poll = :poll and board is null
            ), shuffled as (
              select tracker, credential, version, row_number() over (order by gen_random_uuid()) n
                from waiting
            ), placed as (
              select s.tracker, o.n
                from (select tracker, credential,
                             row_number() over (partition by credential order by version) k
                        from shuffled) s
                join (select credential, n,
                             row_number() over (partition by credential order by n) k
                        from shuffled) o
                  on o.credential = s.credential and o.k = s.k
            )
            update election.ballot b
               set board = placed.n + (select coalesce(max(board), 0) from election.ballot
                                        where poll = :poll)
              from placed
             where b.poll = :poll and b.tracker = placed.tracker
               and (select count(*) from waiting) >= :least
            """)
        .param("poll", poll)
        .param("least", least)
        .update();
  }

  /// Those on the board, in its order.
  List<Cast> board(long poll) {
    return ballots("where poll = ? and board is not null order by board", poll);
  }

  /// The last one of each credential.
  List<Cast> last(long poll) {
    return ballots(
        """
        b where poll = ? and not exists (
          select 1 from election.ballot later
           where later.poll = b.poll and later.credential = b.credential
             and later.version > b.version)
        """,
        poll);
  }

  private List<Cast> ballots(String which, long poll) {
    return database
        .sql("select tracker, credential, body, companion, hint from election.ballot " + which)
        .param(poll)
        .query(
            (row, number) ->
                new Cast(
                    row.getString("tracker"),
                    row.getString("credential"),
                    row.getString("body"),
                    Optional.ofNullable(row.getString("companion")),
                    Optional.ofNullable(row.getBytes("hint"))))
        .list();
  }

  /// A scrutineer's partial decryption.
  record Decrypted(int place, String body) {}

  List<Decrypted> decryptions(long poll) {
    return database
        .sql("select place, body from election.decryption where poll = ? order by place")
        .param(poll)
        .query((row, number) -> new Decrypted(row.getInt("place"), row.getString("body")))
        .list();
  }

  void decrypted(long poll, int place, String body) {
    database
        .sql("insert into election.decryption (poll, place, body) values (?, ?, ?)")
        .params(poll, place, body)
        .update();
  }

  /// One of the two who read the paper ballots.
  public record Teller(int teller, long account, String name, boolean done) {}

  List<Teller> tellers(long poll) {
    return database
        .sql("select * from election.paper_teller where poll = ? order by teller")
        .param(poll)
        .query(
            (row, number) ->
                new Teller(
                    row.getInt("teller"),
                    row.getLong("account"),
                    row.getString("name"),
                    row.getBoolean("done")))
        .list();
  }

  void takePlace(long poll, int teller, long account, String name) {
    database
        .sql("insert into election.paper_teller (poll, teller, account, name) values (?, ?, ?, ?)")
        .params(poll, teller, account, name)
        .update();
  }

  void done(long poll, int teller, boolean done) {
    database
        .sql("update election.paper_teller set done = ? where poll = ? and teller = ?")
        .params(done, poll, teller)
        .update();
  }

  void addPaper(long poll, int teller, String ballot) {
    database
        .sql("insert into election.paper (poll, teller, ballot) values (?, ?, ?)")
        .params(poll, teller, ballot)
        .update();
  }

  /// Takes one such ballot out again; which of several equal ones does not matter.
  void removePaper(long poll, int teller, String ballot) {
    database
        .sql(
            """
            delete from election.paper where ctid =
              (select ctid from election.paper where poll = ? and teller = ? and ballot = ? limit 1)
            """)
        .params(poll, teller, ballot)
        .update();
  }

  /// Sorted by what is on them, so that their order tells nothing.
  List<String> paper(long poll, int teller) {
    return database
        .sql("select ballot from election.paper where poll = ? and teller = ? order by ballot")
        .params(poll, teller)
        .query(String.class)
        .list();
  }

  void forgetPaper(long poll) {
    database.sql("delete from election.paper where poll = ?").param(poll).update();
  }
}
