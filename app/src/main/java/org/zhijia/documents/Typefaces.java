package org.zhijia.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The typefaces as files and as widths; what a face lacks is set in the next one that has it, and
/// what all lack as 〓, the printer's mark for a missing sort. Read once, then never changed.
final class Typefaces {
  static final int SUBSTITUTE = '〓';
  private static final Typefaces ONE = new Typefaces();

  private final Map<Face, byte[]> files = new EnumMap<>(Face.class);
  private final Map<Face, Map<Integer, Integer>> widths = new EnumMap<>(Face.class);

  /// A character as it can be set.
  ///
  /// @param width in thousandths of the em
  record Sort(Face face, int codePoint, int width) {}

  private Typefaces() {
    for (Face face : Face.values()) {
      try (InputStream in =
          Objects.requireNonNull(
              Typefaces.class.getResourceAsStream("/fonts/" + face.file()), face.file())) {
        byte[] file = in.readAllBytes();
        files.put(face, file);
        widths.put(face, widths(file));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  static Typefaces get() {
    return ONE;
  }

  private static Map<Integer, Integer> widths(byte[] file) throws IOException {
    Map<Integer, Integer> widths = new HashMap<>();
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
      CmapLookup lookup = font.getUnicodeCmapLookup();
      for (int c = 0x20; c <= 0xFFEF; c++) {
        int glyph = lookup.getGlyphId(c);
        if (glyph > 0) {
          widths.put(c, font.getAdvanceWidth(glyph) * 1000 / font.getUnitsPerEm());
        }
      }
    }
    return widths;
  }

  InputStream file(Face face) {
    return new java.io.ByteArrayInputStream(Objects.requireNonNull(files.get(face)));
  }

  boolean canShow(int codePoint) {
    return widths.values().stream().anyMatch(of -> of.containsKey(codePoint));
  }

  Sort sort(Face wanted, int codePoint) {
    if (has(wanted, codePoint)) {
      return new Sort(wanted, codePoint, width(wanted, codePoint));
    }
    for (Face face : Face.values()) {
      if (has(face, codePoint)) {
        return new Sort(face, codePoint, width(face, codePoint));
      }
    }
    return new Sort(Face.FANG, SUBSTITUTE, 1000);
  }

  private boolean has(Face face, int codePoint) {
    return Objects.requireNonNull(widths.get(face)).containsKey(codePoint);
  }

  private int width(Face face, int codePoint) {
    return Objects.requireNonNull(Objects.requireNonNull(widths.get(face)).get(codePoint));
  }
}
