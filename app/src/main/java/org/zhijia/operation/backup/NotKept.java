package org.zhijia.operation.backup;

import java.util.Map;

/// The tables that a backup leaves out, each with its reason. A new table is kept unless it is
/// named here.
final class NotKept {
  static final Map<String, String> TABLES =
      Map.of(
          "public.flyway_schema_history",
          "the migrations write it themselves when a backup is restored",
          "public.spring_session",
          "whoever was signed in signs in again: a stolen backup opens no session",
          "public.spring_session_attributes",
          "goes with its session",
          "identity.slip",
          "an activation slip is valid once and for days; a restored one could be used again",
          "identity.api_token",
          "a token that was withdrawn since the backup would come back to life");

  private NotKept() {}
}
