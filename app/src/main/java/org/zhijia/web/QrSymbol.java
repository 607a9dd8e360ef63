package org.zhijia.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A QR symbol (ISO/IEC 18004) in units of one module, with the quiet zone of four modules around
/// it: for a page as the path of an SVG picture, for a printed sheet as dark runs.
///
/// @param size of a side in modules, quiet zone included
/// @param runs the dark modules, row by row
public record QrSymbol(int size, List<Run> runs) {
  private static final int QUIET = 4;

  public QrSymbol {
    runs = List.copyOf(runs);
  }

  /// Dark modules side by side.
  ///
  /// @param x of the first, counted like `y` from the upper left corner of the quiet zone
  public record Run(int x, int y, int length) {}

  public static QrSymbol of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    List<Run> runs = new ArrayList<>();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) { // light beyond the edge
          x++;
        }
        if (x > from) {
          runs.add(new Run(from + QUIET, y + QUIET, x - from));
        }
      }
    }
    return new QrSymbol(code.size + 2 * QUIET, runs);
  }

  /// The dark modules as the path of an SVG picture.
  public String path() {
    return runs.stream()
        .map(run -> "M%d %dh%dv1h-%dz".formatted(run.x(), run.y(), run.length(), run.length()))
        .collect(Collectors.joining());
  }
}
