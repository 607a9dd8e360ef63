package org.zhijia.election;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on the shuffles of closed boxes.
@Repository
class ShuffleStore {
  private final JdbcClient database;

  ShuffleStore(JdbcClient database) {
    this.database = database;
  }

  /// Who shuffled.
  ///
  /// @param place of the scrutineer
  /// @param tallySha256 of the tally as it was afterwards
  record Turn(int place, String tallySha256) {}

  /// In the order of the shuffles, without their bodies, which are long.
  List<Turn> turns(long poll) {
    return database
        .sql("select place, tally_sha256 from election.shuffle where poll = ? order by number")
        .param(poll)
        .query((row, number) -> new Turn(row.getInt("place"), row.getString("tally_sha256")))
        .list();
  }

  /// A shuffle as it stands in the archive.
  record Shuffled(int place, String body) {}

  List<Shuffled> all(long poll) {
    return database
        .sql("select place, body from election.shuffle where poll = ? order by number")
        .param(poll)
        .query((row, number) -> new Shuffled(row.getInt("place"), row.getString("body")))
        .list();
  }

  /// The newest shuffle, over which the next one goes.
  Optional<Shuffled> last(long poll) {
    return database
        .sql(
            """
            select place, body from election.shuffle where poll = ? order by number desc limit 1
            """)
        .param(poll)
        .query((row, number) -> new Shuffled(row.getInt("place"), row.getString("body")))
        .optional();
  }

  Optional<String> of(long poll, int place) {
    return database
        .sql("select body from election.shuffle where poll = ? and place = ?")
        .params(poll, place)
        .query(String.class)
        .optional();
  }

  void add(long poll, Turn turn, String body) {
    database
        .sql(
            """
            insert into election.shuffle (poll, number, place, body, tally_sha256)
            values (:poll,
                    (select count(*) + 1 from election.shuffle where poll = :poll),
                    :place, :body, :hash)
            """)
        .param("poll", poll)
        .param("place", turn.place())
        .param("body", body)
        .param("hash", turn.tallySha256())
        .update();
  }
}
