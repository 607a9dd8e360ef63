package org.zhijia.election;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.Text;

/// What came of a wish: it is done, or every ground that stands against it.
public sealed interface Decision {

  /// Done; the state is saved.
  record Granted() implements Decision {}

  /// Nothing was changed.
  record Refused(List<Breach> breaches) implements Decision {
    public Refused {
      breaches = List.copyOf(breaches);
    }
  }

  static Decision granted() {
    return new Granted();
  }

  /// Refused for a reason of order, not of law.
  static Decision refused(String code, String zh, String en, Object... with) {
    return new Refused(List.of(ground(code, zh, en, with)));
  }

  static Breach ground(String code, String zh, String en, Object... with) {
    return new Breach(code, Text.of(zh, en, with), Optional.empty());
  }

  /// Granted if none of the rulings, and no ground besides, stands against it.
  static Decision of(List<Breach> grounds, Ruling... rulings) {
    List<Breach> all = new ArrayList<>(grounds);
    Arrays.stream(rulings).forEach(ruling -> all.addAll(ruling.breaches()));
    return all.isEmpty() ? granted() : new Refused(all);
  }
}
