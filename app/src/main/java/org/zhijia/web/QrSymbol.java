package org.zhijia.web;

import io.nayuki.qrcodegen.QrCode;

/// A QR symbol (ISO/IEC 18004) as the path of an SVG picture: one unit a module, with the quiet
/// zone of four modules around it.
///
/// @param size of a side in modules, quiet zone included
/// @param path the dark modules
public record QrSymbol(int size, String path) {
  private static final int QUIET = 4;

  public static QrSymbol of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrSymbol(code.size + 2 * QUIET, path.toString());
  }
}
