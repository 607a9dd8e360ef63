package org.zhijia.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a pack from its YAML; `docs/statute.md` describes the file.
final class PackFile {
  private static final int LARGEST = 1 << 20;

  private final Map<String, Text> instruments = new HashMap<>();
  private final Map<String, LocalDate> inForce = new HashMap<>();

  private PackFile() {}

  /// @throws BadFacts if the file is not a pack; the sentence names the place
  static Pack read(String yaml) throws BadFacts {
    return new PackFile().pack(document(yaml));
  }

  private static Facts document(String yaml) throws BadFacts {
    try {
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(LARGEST).build();
      if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map) {
        return Facts.of(Map.of("pack", map)).inner("pack");
      }
      throw BadFacts.of("规则包应为一个对象。", "A pack is an object.");
    } catch (YamlEngineException notYaml) {
      throw BadFacts.of(
          "规则包无法读取：%s", "The pack cannot be read: %s", String.valueOf(notYaml.getMessage()));
    }
  }

  private Pack pack(Facts file) throws BadFacts {
    file.only(List.of("jurisdiction", "name", "instruments", "thresholds"));
    for (Facts instrument : file.list("instruments")) {
      instrument.only(List.of("id", "zh", "en", "since"));
      instruments.put(instrument.text("id"), text(instrument));
      inForce.put(instrument.text("id"), instrument.date("since"));
    }
    List<Threshold> thresholds = new ArrayList<>();
    for (Facts threshold : file.list("thresholds")) {
      thresholds.add(threshold(threshold));
    }
    return new Pack(file.text("jurisdiction"), text(file.inner("name")), thresholds);
  }

  private Threshold threshold(Facts row) throws BadFacts {
    row.only(
        List.of(
            "id", "kinds", "value", "bands", "steps", "from", "article", "status", "since",
            "until"));
    String instrument = row.text("from");
    Text title = instruments.get(instrument);
    if (title == null) {
      throw BadFacts.of(
          "规则“%s”引用了未列出的文件“%s”。",
          "\"%s\" cites \"%s\", which is not listed.", row.text("id"), instrument);
    }
    Status status = Status.valueOf(row.chosen("status", "S", "P", "K", "U"));
    List<BodyKind> kinds =
        row.words("kinds").stream()
            .map(word -> BodyKind.valueOf(word.toUpperCase(Locale.ROOT)))
            .toList();
    return new Threshold(
        row.text("id"),
        kinds,
        row.has("value") ? row.text("value") : "",
        bands(row),
        steps(row),
        new Citation(title, row.has("article") ? row.text("article") : "", status),
        row.has("since") ? row.date("since") : Objects.requireNonNull(inForce.get(instrument)),
        row.has("until") ? Optional.of(row.date("until")) : Optional.empty());
  }

  private static List<Band> bands(Facts row) throws BadFacts {
    List<Band> bands = new ArrayList<>();
    for (Facts band : row.list("bands")) {
      long upTo = band.has("upTo") ? band.count("upTo") : Long.MAX_VALUE;
      bands.add(new Band(upTo, band.count("min"), band.count("max")));
    }
    return bands;
  }

  private static List<Step> steps(Facts row) throws BadFacts {
    List<Step> steps = new ArrayList<>();
    for (Facts step : row.list("steps")) {
      steps.add(
          new Step(
              step.count("from"),
              step.count("base"),
              step.countOr("add", 0),
              step.countOr("per", 1),
              step.countOr("over", 0)));
    }
    return steps;
  }

  private static Text text(Facts of) throws BadFacts {
    return new Text(of.text("zh"), of.text("en"));
  }
}
