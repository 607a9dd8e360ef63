package org.zhijia.operation;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which installation a command is about.
final class Place {
  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
  private @Nullable Path data;

  @Option(names = "--field-key", paramLabel = "FILE", descriptionKey = "option.field-key")
  private @Nullable Path fieldKey;

  @Option(names = "--database", paramLabel = "URL", descriptionKey = "option.database")
  private @Nullable String database;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  @SuppressWarnings("UnusedVariable") // read before everything else
  private @Nullable String language;

  /// For what works on data of its own, never on an installation that somebody names.
  ///
  /// @param key of the message that says so
  void refuseAnyData(String key) {
    if (data != null || fieldKey != null || database != null) {
      throw new CannotRun(key);
    }
  }

  Installation installation(Map<String, String> environment, boolean demo) {
    Installation usual =
        data == null ? Installation.usual(environment, demo) : Installation.at(data, demo);
    Installation keyed = fieldKey == null ? usual : usual.withFieldKey(fieldKey);
    return database == null ? keyed : keyed.withDatabase(database);
  }
}
