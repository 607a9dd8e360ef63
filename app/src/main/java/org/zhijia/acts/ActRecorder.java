package org.zhijia.acts;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes each act to the pending table within the publisher's transaction: an act that cannot be
/// recorded does not happen.
@Component
class ActRecorder {
  private final JdbcClient database;
  private final JsonMapper json;

  ActRecorder(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void record(PublicAct act) {
    database
        .sql("insert into acts.pending (kind, payload) values (?, ?)")
        .params(act.getClass().getSimpleName(), json.writeValueAsString(act))
        .update();
  }
}
