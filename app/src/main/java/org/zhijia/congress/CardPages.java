package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhijia.documents.Sheets;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.PdfAnswer;
import org.zhijia.web.QrSymbol;
import org.zhijia.web.Task;

/// Delegates' cards on a page and as sheets to be cut; all of them or one, for a successor or where
/// a card was lost.
@Needs(Task.RUN_CONGRESS)
@Controller
class CardPages {
  private final Congresses congresses;
  private final DelegateStore store;
  private final Seating seating;
  private final Desk desk;

  CardPages(Congresses congresses, DelegateStore store, Seating seating, Desk desk) {
    this.congresses = congresses;
    this.store = store;
    this.seating = seating;
    this.desk = desk;
  }

  /// A card to be looked at.
  ///
  /// @param seat in words; empty for none
  record Card(Delegate delegate, QrSymbol symbol, String seat) {}

  @GetMapping("/congresses/{id}/cards")
  String cards(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long only,
      Model model,
      HttpServletResponse response) {
    desk.fill(model, congresses.demand(id, Task.RUN_CONGRESS), "delegates");
    model.addAttribute("view", "cards");
    List<Delegate> wanted = wanted(id, only);
    Optional<Seating.Chart> chart = seating.of(id);
    model.addAttribute(
        "unprintable",
        wanted.stream().map(Delegate::name).filter(name -> !Sheets.canShow(name)).toList());
    model.addAttribute(
        "cards",
        wanted.stream()
            .map(each -> new Card(each, QrSymbol.of(link(id, each)), seat(chart, each)))
            .toList());
    response.setHeader("Cache-Control", "no-store");
    return "congress/cards";
  }

  @GetMapping("/congresses/{id}/cards.pdf")
  ResponseEntity<byte[]> sheets(
      @PathVariable long id, @RequestParam(defaultValue = "0") long only) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    Optional<Seating.Chart> chart = seating.of(id);
    List<CardSheets.Card> cards =
        wanted(id, only).stream()
            .map(each -> new CardSheets.Card(each, link(id, each), seat(chart, each)))
            .toList();
    if (cards.isEmpty() && only == 0) {
      return seeOther("/congresses/" + id + "/cards");
    }
    if (cards.isEmpty()) {
      throw new NotThere();
    }
    String whose = only == 0 ? "" : cards.getFirst().delegate().name();
    return PdfAnswer.of(congress.name() + "代表证" + whose, CardSheets.of(congress.name(), cards));
  }

  /// @param only this delegate's; 0 for everybody's
  private List<Delegate> wanted(long id, long only) {
    return store.of(id).stream()
        .filter(Delegate::isThere)
        .filter(each -> only == 0 || each.id() == only)
        .toList();
  }

  private static String seat(Optional<Seating.Chart> chart, Delegate delegate) {
    return chart.map(each -> each.word(delegate)).orElse("");
  }

  private static String link(long congress, Delegate delegate) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/congresses/" + congress + "/floor")
        .queryParam("card", delegate.code())
        .toUriString();
  }

  /// There is nothing to print yet: the page says what to do first.
  static ResponseEntity<byte[]> seeOther(String page) {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(page)).build();
  }
}
