package org.zhijia.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The templates: those that are shipped, and an organisation's own in their place.
@Component
class Templates {
  private static final List<String> SHIPPED =
      List.of(
          "congress-request",
          "congress-notice",
          "credentials-report",
          "delegate-list",
          "congress-agenda",
          "host-script",
          "election-method",
          "candidate-list",
          "scrutineers-report",
          "count-sheet",
          "resolution",
          "adopted-resolution",
          "election-report",
          "reply",
          "announcement",
          "letter",
          "minutes");

  private final Map<String, Template> shipped = new LinkedHashMap<>();
  private final JdbcClient database;
  private final Clock clock;

  Templates(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
    for (String name : SHIPPED) {
      shipped.put(name, new Template(name, read(name)));
    }
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Templates.class.getResourceAsStream("/documents/templates/" + name + ".txt"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// An organisation's own text of a template.
  public record Own(String text, String by, Instant at) {}

  /// In the order in which a congress needs them.
  List<Template> of(long organisation) {
    return shipped.keySet().stream().map(name -> find(organisation, name).orElseThrow()).toList();
  }

  Optional<Template> find(long organisation, String name) {
    Template ours = shipped.get(name);
    if (ours == null) {
      return Optional.empty();
    }
    return Optional.of(
        own(organisation, name).map(own -> new Template(name, own.text())).orElse(ours));
  }

  Optional<Own> own(long organisation, String name) {
    return database
        .sql(
            """
            select text, changed_by, changed_at from documents.template
             where organisation = ? and name = ?
            """)
        .params(organisation, name)
        .query(
            (row, number) ->
                new Own(
                    row.getString("text"),
                    row.getString("changed_by"),
                    row.getTimestamp("changed_at").toInstant()))
        .optional();
  }

  @Transactional
  void replace(long organisation, Template by, String who) {
    database
        .sql(
            """
            insert into documents.template (organisation, name, text, changed_by, changed_at)
            values (?, ?, ?, ?, ?)
            on conflict (organisation, name) do update
               set text = excluded.text, changed_by = excluded.changed_by,
                   changed_at = excluded.changed_at
            """)
        .params(organisation, by.name(), by.text(), who, Timestamp.from(Instant.now(clock)))
        .update();
  }

  /// Back to the shipped one.
  @Transactional
  void restore(long organisation, String name) {
    database
        .sql("delete from documents.template where organisation = ? and name = ?")
        .params(organisation, name)
        .update();
  }
}
