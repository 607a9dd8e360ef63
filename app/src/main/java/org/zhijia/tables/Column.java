package org.zhijia.tables;

import java.util.List;
import org.zhijia.statute.Text;

/// A column that a table may have.
///
/// @param key names it in mappings
/// @param label its header in exported files
/// @param synonyms other headers under which it is found, Chinese or English
public record Column(String key, Text label, List<String> synonyms, boolean required) {
  public Column {
    synonyms = List.copyOf(synonyms);
  }

  public static Column required(String key, String zh, String en, String... synonyms) {
    return new Column(key, new Text(zh, en), List.of(synonyms), true);
  }

  public static Column of(String key, String zh, String en, String... synonyms) {
    return new Column(key, new Text(zh, en), List.of(synonyms), false);
  }
}
