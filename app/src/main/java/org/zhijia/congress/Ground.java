package org.zhijia.congress;

import java.util.List;
import java.util.Optional;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Text;

/// Why something is refused, and by which article; none for a plain slip in what was typed.
record Ground(Text text, Optional<Citation> citation) {

  static Ground of(String zh, String en, Object... arguments) {
    return new Ground(Text.of(zh, en, arguments), Optional.empty());
  }

  static Ground by(Citation citation, String zh, String en, Object... arguments) {
    return new Ground(Text.of(zh, en, arguments), Optional.of(citation));
  }

  static List<Ground> of(List<Breach> breaches) {
    return breaches.stream().map(each -> new Ground(each.text(), each.citation())).toList();
  }
}
