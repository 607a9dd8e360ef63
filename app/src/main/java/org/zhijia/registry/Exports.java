package org.zhijia.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.registry.Sensitive.Field;
import org.zhijia.tables.Column;
import org.zhijia.tables.TableWriter;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Writes rosters and lists of organisations in the format in which they are imported.
@Service
class Exports {
  private static final int AT_ONCE = 1_000;

  private final JdbcClient database;
  private final OrganisationStore organisations;
  private final FieldSeal seal;
  private final ObjectProvider<Permit> permit;

  Exports(
      JdbcClient database,
      OrganisationStore organisations,
      FieldSeal seal,
      ObjectProvider<Permit> permit) {
    this.database = database;
    this.organisations = organisations;
    this.seal = seal;
    this.permit = permit;
  }

  /// An organisation that the actor may export with all below it.
  Organisation demand(Task task, long id) {
    Organisation found = organisations.find(id).orElseThrow(NotThere::new);
    permit.getObject().demand(task, found.path());
    return found;
  }

  /// The members of a subtree with their sensitive fields; for every one of them it is written down
  /// who read them and why.
  @Transactional
  void roster(Organisation top, String reason, TableWriter out) throws IOException {
    Actor reader = permit.getObject().signedIn();
    database
        .sql(
            """
            insert into registry.reading (reader, reader_name, person, fields, reason)
            select :reader, :name, m.person, :fields, :reason
              from registry.membership m join registry.organisation o on o.id = m.organisation
             where m.left_on is null and o.path like :path || '%'
            """)
        .param("reader", reader.account())
        .param("name", reader.name())
        .param("fields", "ID_NUMBER,PHONE,BIRTH,ETHNICITY,POLITICAL_STATUS,BANK_ACCOUNT")
        .param("reason", reason)
        .param("path", top.path())
        .update();
    out.write(labels(RosterColumns.ALL));
    database
        .sql(
            """
            select p.name, p.female, p.sealed, o.name as union_name, m.number, m.joined_on, m.state
              from registry.membership m
              join registry.person p on p.id = m.person
              join registry.organisation o on o.id = m.organisation
             where m.left_on is null and o.path like ? || '%'
             order by o.path, m.number
            """)
        .withFetchSize(AT_ONCE)
        .param(top.path())
        .query((RowCallbackHandler) row -> write(out, member(row)));
  }

  private List<String> member(ResultSet row) throws SQLException {
    Sensitive fields = seal.open(row.getBytes("sealed"));
    return RosterColumns.ALL.stream().map(column -> value(column.key(), row, fields)).toList();
  }

  private static String value(String key, ResultSet row, Sensitive fields) {
    try {
      return switch (key) {
        case RosterColumns.NAME -> row.getString("name");
        case RosterColumns.SEX -> row.getBoolean("female") ? "女" : "男";
        case RosterColumns.UNION -> row.getString("union_name");
        case RosterColumns.NUMBER -> row.getString("number");
        case RosterColumns.JOINED -> row.getDate("joined_on").toString();
        case RosterColumns.STATE -> row.getString("state").equals("RETAINED") ? "保留会籍" : "会员";
        default -> fields.get(Field.valueOf(key)).orElse("");
      };
    } catch (SQLException failure) {
      throw new org.springframework.jdbc.UncategorizedSQLException("export", null, failure);
    }
  }

  /// A subtree of organisations, those above first.
  void organisations(Organisation top, TableWriter out) throws IOException {
    List<Organisation> all = organisations.below(top.path());
    out.write(labels(OrganisationColumns.ALL));
    for (Organisation each : all) {
      Long parent = each.parent();
      out.write(
          List.of(
              each.number(),
              each.name(),
              each.kind().label().zh(),
              parent == null ? "" : organisations.find(parent).map(Organisation::number).orElse(""),
              each.employer(),
              each.creditCode(),
              each.foundedOn().map(Object::toString).orElse(""),
              each.termEndsOn().map(Object::toString).orElse("")));
    }
  }

  private static List<String> labels(List<Column> columns) {
    return new ArrayList<>(columns.stream().map(column -> column.label().zh()).toList());
  }

  private static void write(TableWriter out, List<String> cells) {
    try {
      out.write(cells);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
