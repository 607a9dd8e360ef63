package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A database remembers its field key by a check value: with another key the server does not
/// start, rather than seal new fields that nobody can open together with the old.
@Component
class FieldKeyCheck {
  FieldKeyCheck(JdbcClient jdbc, @Value("${zhijia.field-key}") Path file) throws IOException {
    byte[] check = FieldKeyFile.check(Files.readAllBytes(file));
    jdbc.sql("insert into operation.field_key (check_value) values (?) on conflict do nothing")
        .param(check)
        .update();
    List<byte[]> known =
        jdbc.sql("select check_value from operation.field_key").query(byte[].class).list();
    if (known.stream().noneMatch(value -> MessageDigest.isEqual(value, check))) {
      throw new CannotRun("other-field-key", file);
    }
  }
}
