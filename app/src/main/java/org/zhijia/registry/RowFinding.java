package org.zhijia.registry;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.statute.Text;
import tools.jackson.databind.json.JsonMapper;

/// Something to say about a row of a file.
///
/// @param field key of its column, empty where it concerns the whole row
/// @param stops whether the row stays out because of it
record RowFinding(String field, String zh, String en, boolean stops) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static RowFinding stop(String field, String zh, String en, Object... arguments) {
    Text text = Text.of(zh, en, arguments);
    return new RowFinding(field, text.zh(), text.en(), true);
  }

  static RowFinding note(String field, String zh, String en, Object... arguments) {
    Text text = Text.of(zh, en, arguments);
    return new RowFinding(field, text.zh(), text.en(), false);
  }

  public Text text() {
    return new Text(zh, en);
  }

  static Verdict verdict(List<RowFinding> findings) {
    if (findings.stream().anyMatch(RowFinding::stops)) {
      return Verdict.BAD;
    }
    return findings.isEmpty() ? Verdict.GOOD : Verdict.NOTED;
  }

  static String json(List<RowFinding> findings) {
    return findings.isEmpty() ? "[]" : JSON.writeValueAsString(findings);
  }

  static List<RowFinding> list(String json) {
    return new ArrayList<>(List.of(JSON.readValue(json, RowFinding[].class)));
  }
}
