package org.zhijia.congress;

import java.util.List;
import org.zhijia.documents.Face;
import org.zhijia.documents.Sheets;
import org.zhijia.documents.Sheets.Box;
import org.zhijia.documents.Sheets.Style;
import org.zhijia.web.QrSymbol;

/// Delegates' cards (代表证) as pages to be printed and cut: eight on a sheet of A4, each of
/// 95 × 68 mm, with marks for the knife at every corner.
final class CardSheets {
  static final int A_PAGE = 8;
  private static final int ACROSS = 2;
  private static final double WIDTH = 95;
  private static final double HEIGHT = 68;
  private static final double LEFT = (210 - ACROSS * WIDTH) / 2;
  private static final double TOP = (297 - A_PAGE / ACROSS * HEIGHT) / 2;

  /// Half the length of a mark, and its thickness.
  private static final double ARM = 3;

  private static final double HAIR = 0.1;

  /// Of the symbol, quiet zone included.
  private static final double SYMBOL = 35;

  /// Characters of a congress's name that stand in one line; a longer one is parted before 第….
  private static final int ONE_LINE = 17;

  private final Sheets sheets = Sheets.on(Sheets.Paper.A4);
  private final String congress;

  private CardSheets(String congress) {
    this.congress =
        congress.length() > ONE_LINE ? congress.replaceFirst("(?<=.)第", "\n第") : congress;
  }

  /// What stands on a card.
  ///
  /// @param link that the symbol holds
  /// @param seat in words; empty for none
  record Card(Delegate delegate, String link, String seat) {}

  static byte[] of(String congress, List<Card> cards) {
    CardSheets drawn = new CardSheets(congress);
    for (int i = 0; i < cards.size(); i++) {
      int at = i % A_PAGE;
      if (at == 0) {
        drawn.sheets.page();
        drawn.marks(Math.min(A_PAGE, cards.size() - i));
      }
      double left = LEFT + at % ACROSS * WIDTH;
      double top = TOP + Math.floorDiv(at, ACROSS) * HEIGHT;
      drawn.card(cards.get(i), left, top);
    }
    return drawn.sheets.pdf(congress + "代表证");
  }

  /// Crosses at the corners of those cards that there are.
  private void marks(int cards) {
    int columns = Math.min(ACROSS, cards);
    for (int row = 0; row <= Math.ceilDiv(cards, ACROSS); row++) {
      for (int column = 0; column <= columns; column++) {
        double x = LEFT + column * WIDTH;
        double y = TOP + row * HEIGHT;
        sheets.fill(new Box(x - ARM, y - HAIR / 2, 2 * ARM, HAIR), false);
        sheets.fill(new Box(x - HAIR / 2, y - ARM, HAIR, 2 * ARM), false);
      }
    }
  }

  private void card(Card card, double left, double top) {
    Delegate delegate = card.delegate();
    sheets.text(
        congress,
        new Box(left + 5, top + 4, WIDTH - 10, 12),
        Style.of(Face.SONG, 14).upTo(2).inTheMiddle().inRed());
    sheets.fill(new Box(left + 5, top + 17, WIDTH - 10, 0.5), true);
    double text = WIDTH - SYMBOL - 11;
    sheets.text(
        delegate.name(),
        new Box(left + 5, top + 20, text, 18),
        Style.of(Face.HEI, 32).upTo(2).inTheMiddle());
    sheets.text(
        delegate.unitName(),
        new Box(left + 5, top + 39, text, 11),
        Style.of(Face.FANG, 13).upTo(3).inTheMiddle());
    sheets.text(
        delegate.standing().word(),
        new Box(left + 5, top + 51, text, 7),
        Style.of(Face.HEI, 15).inTheMiddle().inRed());
    if (!card.seat().isEmpty()) {
      sheets.text(
          "座位：" + card.seat(),
          new Box(left + 5, top + 58.5, text, 6),
          Style.of(Face.FANG, 11).inTheMiddle());
    }
    double symbol = left + WIDTH - SYMBOL - 3;
    symbol(QrSymbol.of(card.link()), symbol, top + 19);
    sheets.text(
        delegate.code(),
        new Box(symbol, top + 19 + SYMBOL, SYMBOL, 5),
        Style.of(Face.HEI, 10).inTheMiddle());
  }

  private void symbol(QrSymbol symbol, double left, double top) {
    double module = SYMBOL / symbol.size();
    for (QrSymbol.Run run : symbol.runs()) {
      sheets.fill(
          new Box(left + run.x() * module, top + run.y() * module, run.length() * module, module),
          false);
    }
  }
}
