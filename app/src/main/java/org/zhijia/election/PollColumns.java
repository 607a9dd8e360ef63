package org.zhijia.election;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/// A vote as it stands in the database: columns of `election.poll`, and two counts beside them.
final class PollColumns {
  private PollColumns() {}

  static PollRow row(ResultSet row, int number) throws SQLException {
    int due = row.getInt("due");
    Optional<PollRow.Issued> issued =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new PollRow.Issued(
                    due, row.getInt("present"), row.getInt("electronic"), row.getInt("paper")));
    Timestamp closes = row.getTimestamp("closes_at");
    Date published = row.getDate("published_on");
    Poll poll =
        new Poll(
            row.getLong("id"),
            row.getLong("assembly"),
            row.getString("uuid"),
            Body.valueOf(row.getString("body")),
            row.getString("title"),
            row.getInt("round"),
            row.getInt("seats"),
            row.getInt("candidates"),
            Stage.valueOf(row.getString("stage")),
            row.getInt("cast_"),
            issued.map(PollRow.Issued::all).orElse(0),
            Optional.ofNullable(row.getString("fingerprint")),
            Optional.ofNullable(closes).map(Timestamp::toInstant));
    return new PollRow(
        poll,
        row.getBoolean("equal"),
        row.getBoolean("runoff"),
        row.getBoolean("write_in"),
        Optional.ofNullable(published).map(Date::toLocalDate),
        issued,
        setup(row),
        tally(row),
        Optional.ofNullable(row.getString("sums")),
        result(row),
        Optional.ofNullable(row.getString("cancelled_for")));
  }

  private static Optional<PollRow.Setup> setup(ResultSet row) throws SQLException {
    String election = row.getString("election");
    return election == null
        ? Optional.empty()
        : Optional.of(
            new PollRow.Setup(
                election,
                row.getString("credentials"),
                row.getString("fingerprint"),
                row.getLong("header_time")));
  }

  private static Optional<PollRow.Tally> tally(ResultSet row) throws SQLException {
    String tally = row.getString("tally");
    return tally == null
        ? Optional.empty()
        : Optional.of(new PollRow.Tally(tally, row.getInt("tallied")));
  }

  private static Optional<PollRow.Result> result(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return result == null
        ? Optional.empty()
        : Optional.of(
            new PollRow.Result(
                result,
                row.getString("result_sha256"),
                Optional.ofNullable(row.getString("signature"))));
  }
}
