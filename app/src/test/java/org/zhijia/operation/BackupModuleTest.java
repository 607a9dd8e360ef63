package org.zhijia.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.operation.backup.BackupReader;
import org.zhijia.operation.backup.BackupRefused;
import org.zhijia.operation.backup.BackupSummary;
import org.zhijia.operation.backup.BackupWriter;
import org.zhijia.operation.backup.DatabaseServer;
import org.zhijia.operation.backup.Passphrase;
import org.zhijia.operation.backup.Restoration;

/// Backups of a database with something in it, restored beside and over another.
class BackupModuleTest {
  private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery");
  private static final byte[] FIELD_KEY = new byte[32];

  @TempDir private static Path data;
  private static PostgresServer postgres;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    postgres = PostgresServer.startUnwatched(data, System.getenv());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void twoDatabases() throws SQLException {
    for (String name : List.of("source", "target")) {
      execute("template1", "drop database if exists " + name + " with (force)");
      execute("template1", "create database " + name + " template template0");
    }
    migrate("source", "latest");
    execute(
        "source",
        """
        insert into registry.organisation (number, kind, name, initials, path, since)
          values ('1', 'DISTRICT', '青川区总工会', 'qcqzgh', '.1.', '2020-01-01');
        insert into registry.organisation (number, kind, name, initials, parent, path, since)
          values ('2', 'GRASSROOTS', E'制表\\t换行\\n反斜杠\\\\', '', 1, '.1.2.', '2021-02-03');
        insert into registry.person (id, name, initials, female, sealed)
          values (7, '某人', 'mr', true, '\\x00ff0a5c');
        insert into registry.membership (person, organisation, female, number, state, joined_on)
          values (7, 2, true, 'M-1', 'MEMBER', '2021-02-03');
        insert into identity.account (sign_in_name, name, organisation, path)
          values ('admin', '管理员', 1, '.1.');
        insert into identity.slip (digest, account, expires_at)
          values ('\\x01', 1, now() + interval '1 day');
        insert into acts.pending (kind, payload) values ('test', '{"a": 1}');
        select nextval('registry.member_number') from generate_series(1, 5);
        """);
  }

  @Test
  void whatWasBackedUpIsThereAgainAndGoesOn() throws Exception {
    Path file = backup();
    List<String> before = everything("source");
    restore(file, "target");
    assertThat(everything("target")).isEqualTo(before);
    assertThat(one("target", "select members from registry.headcount where organisation = 2"))
        .as("a count that triggers keep is not counted twice")
        .isEqualTo("1");
    execute(
        "target",
        """
        update registry.membership set state = 'RETAINED' where person = 7;
        insert into registry.organisation (number, kind, name, initials, path, since)
          values ('3', 'GRASSROOTS', '后来的', '', '.3.', '2022-01-01');
        """);
    assertThat(one("target", "select members from registry.headcount where organisation = 2"))
        .as("triggers work again")
        .isEqualTo("0");
    assertThat(one("target", "select max(id) from registry.organisation")).isEqualTo("3");
    assertThat(one("target", "select nextval('registry.member_number')")).isEqualTo("6");
  }

  @Test
  void sessionsAndSlipsStayBehind() throws Exception {
    restore(backup(), "target");
    assertThat(one("target", "select count(*) from identity.slip")).isEqualTo("0");
    assertThat(one("target", "select count(*) from identity.account")).isEqualTo("1");
  }

  @Test
  void itShowsOneMomentWhileOthersWrite() throws Exception {
    execute(
        "source",
        "insert into acts.pending (kind, payload)"
            + " select 'much', md5(n::text) from generate_series(1, 5000) n");
    List<String> before = everything("source");
    Path file = folder.resolve("moment");
    try (Connection connection = database("source").connect();
        OutputStream out = new ChangingAtFirstPart(Files.newOutputStream(file))) {
      new BackupWriter(PASSPHRASE, "test").write(connection, FIELD_KEY, out);
    }
    assertThat(everything("source")).isNotEqualTo(before);
    restore(file, "target");
    assertThat(everything("target")).isEqualTo(before);
  }

  /// When the first part of many is written, somebody renames an organisation.
  private static final class ChangingAtFirstPart extends FilterOutputStream {
    private boolean done;

    private ChangingAtFirstPart(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
      if (!done && count > 1000) {
        done = true;
        try {
          execute("source", "update registry.organisation set name = '改名'");
        } catch (SQLException failure) {
          throw new IOException(failure);
        }
      }
    }
  }

  @Test
  void aDamagedBackupLeavesTheOldDataUntouched() throws Exception {
    Path file = backup();
    restore(file, "target");
    execute("target", "update registry.organisation set name = '原来的' where id = 1");
    byte[] bytes = Files.readAllBytes(file);
    for (int place : new int[] {60, 100, bytes.length / 2, bytes.length - 1}) {
      byte[] changed = bytes.clone();
      changed[place] ^= 1;
      Path damaged = Files.write(folder.resolve("damaged"), changed);
      assertThatThrownBy(() -> restore(damaged, "target")).isInstanceOf(BackupRefused.class);
      Files.delete(damaged);
    }
    assertThat(one("target", "select name from registry.organisation where id = 1"))
        .isEqualTo("原来的");
    assertThat(databases()).noneMatch(name -> name.startsWith("target_"));
  }

  @Test
  void anOlderBackupMovesOnToThisRelease() throws Exception {
    execute("template1", "drop database source with (force)");
    execute("template1", "create database source template template0");
    migrate("source", "1");
    execute(
        "source",
        "insert into registry.organisation (number, kind, name, initials, path, since)"
            + " values ('1', 'DISTRICT', '旧版', '', '.1.', '2020-01-01')");
    restore(backup(), "target");
    assertThat(one("target", "select name from registry.organisation")).isEqualTo("旧版");
    assertThat(one("target", "select count(*) from acts.pending")).isEqualTo("0");
  }

  @Test
  void aBackupOfALaterReleaseIsRefused() throws Exception {
    execute(
        "source",
        "insert into flyway_schema_history select 999, '999', 'later', 'SQL', 'V999', 1,"
            + " 'test', now(), 1, true");
    Path file = backup();
    assertThatThrownBy(() -> restore(file, "target")).hasMessageContaining("backup-newer");
  }

  @Test
  void aDatabaseInUseIsNotReplaced() throws Exception {
    Path file = backup();
    try (Connection inUse = database("target").connect()) {
      assertThatThrownBy(() -> restore(file, "target")).hasMessageContaining("restore-in-use");
      assertThat(inUse.isValid(1)).isTrue();
    }
    assertThat(databases()).noneMatch(name -> name.startsWith("target_"));
  }

  private Path backup() throws IOException, SQLException {
    Path file = folder.resolve("backup-" + System.nanoTime());
    try (Connection connection = database("source").connect();
        OutputStream out = Files.newOutputStream(file)) {
      BackupSummary made = new BackupWriter(PASSPHRASE, "test").write(connection, FIELD_KEY, out);
      assertThat(made.holdsFieldKey()).isTrue();
    }
    return file;
  }

  private static void restore(Path file, String name) throws IOException, SQLException {
    BackupReader backup = BackupReader.open(file, PASSPHRASE);
    backup.verify();
    assertThat(backup.fieldKey()).hasValue(FIELD_KEY);
    new Restoration(database(name), backup).run();
  }

  private static DatabaseServer database(String name) {
    String url = postgres.url().replaceFirst("/[a-z]+$", "/" + name);
    return new DatabaseServer(url, PostgresServer.USER, postgres.password());
  }

  private static void migrate(String name, String version) {
    Flyway.configure()
        .dataSource(database(name).url(), PostgresServer.USER, postgres.password())
        .target(version)
        .load()
        .migrate();
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = database(database).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(String database, String sql) throws SQLException {
    return rows(database, sql).getFirst();
  }

  private static List<String> databases() throws SQLException {
    return rows("template1", "select datname from pg_database");
  }

  private static List<String> rows(String database, String sql) throws SQLException {
    try (Connection connection = database(database).connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /// Every row of every table that a backup keeps, as text.
  private static List<String> everything(String database) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table :
        rows(
            database,
            "select schemaname || '.' || tablename from pg_tables where schemaname in"
                + " ('registry', 'identity', 'acts') order by 1")) {
      if (!Map.of("identity.slip", "", "identity.api_token", "").containsKey(table)) {
        all.addAll(rows(database, "select '" + table + "' || t::text from " + table + " t"));
      }
    }
    return all;
  }
}
