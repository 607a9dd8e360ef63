package org.zhijia.statute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// All packs and the calendar: the door to the [Law] of a place and a day.
///
/// A jurisdiction is a path, national first: `cn`, `cn/henan`. What a nearer pack does not say, the
/// wider one says.
public final class Laws {
  private static final List<String> OURS = List.of("cn", "cn-henan", "cn-shanghai", "cn-zhejiang");

  private final Map<String, Pack> packs = new TreeMap<>();
  private final WorkingDays workingDays;

  private Laws(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /// The packs and the calendar that come with this release.
  public static Laws ofThisRelease() {
    Laws laws = new Laws(WorkingDays.of(resource("working-days.csv").lines().toList()));
    for (String name : OURS) {
      try {
        Pack pack = PackFile.read(resource(name + ".yaml"));
        laws.packs.put(pack.jurisdiction(), pack);
      } catch (BadFacts broken) {
        throw new IllegalStateException(name + ": " + broken.getMessage(), broken);
      }
    }
    return laws;
  }

  /// These laws with a calendar that was published since this release.
  public Laws with(WorkingDays published) {
    Laws laws = new Laws(workingDays.with(published));
    laws.packs.putAll(packs);
    return laws;
  }

  public List<Pack> packs() {
    return List.copyOf(packs.values());
  }

  public WorkingDays workingDays() {
    return workingDays;
  }

  /// The law of the whole nation on a day; its pack is always there.
  public Law national(LocalDate on) {
    try {
      return of("cn", on);
    } catch (BadFacts noNationalPack) {
      throw new IllegalStateException(noNationalPack);
    }
  }

  /// @throws BadFacts if there is no pack for this place
  public Law of(String jurisdiction, LocalDate on) throws BadFacts {
    if (!packs.containsKey(jurisdiction)) {
      throw BadFacts.of(
          "没有“%s”的规则包。现有：%s。",
          "There is no pack for \"%s\". There are: %s.",
          jurisdiction,
          String.join(", ", packs.keySet()));
    }
    List<Pack> chain = new ArrayList<>();
    for (String path = jurisdiction; ; path = path.substring(0, path.lastIndexOf('/'))) {
      Pack pack = packs.get(path);
      if (pack != null) {
        chain.add(pack);
      }
      if (path.indexOf('/') < 0) {
        return new Law(jurisdiction, on, chain, workingDays);
      }
    }
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Laws.class.getResourceAsStream("packs/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
