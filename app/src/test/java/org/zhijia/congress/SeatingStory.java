package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhijia.congress.HallPlan.Seat;
import org.zhijia.documents.Sheets;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.Printed;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor.Answer;

/// The seating plan of a congress of twenty and two guests, over HTTP.
class SeatingStory {
  private final TestCongress congress = TestCongress.prepared("座次编排厂工会");

  private Answer seat(String platform, String rows) {
    return congress.secretary.post(
        congress.at + "/seating", "platform", platform, "rows", rows, "numbering", "LEFT_TO_RIGHT");
  }

  private Seating.Chart chart() {
    return congress.server.bean(Seating.class).of(congress.id).orElseThrow();
  }

  private Delegate named(String name) {
    return congress.delegates().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String of(String name) {
    return chart().word(named(name));
  }

  private void prepare() {
    List<Delegate> all = congress.delegates();
    congress.propose("PRESIDIUM", all.get(10).name());
    congress.propose("PRESIDIUM", all.get(11).name());
    congress.propose("PRESIDIUM", all.get(12).name());
    congress.secretary.post(
        congress.at + "/delegates", "standing", "OBSERVER", "name", "周列席", "gender", "男");
    congress.secretary.post(
        congress.at + "/delegates", "standing", "INVITED", "name", "钱特邀", "gender", "女");
  }

  @Test
  void everybodyHasASeatWhereASecretaryExpectsIt() {
    prepare();
    List<Delegate> all = congress.delegates();
    Answer answer = seat("3", "4x6");
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    Seating.Chart chart = chart();
    assertThat(chart.standing()).isEmpty();
    assertThat(chart.seats().values()).doesNotHaveDuplicates().hasSize(22);
    assertThat(of(all.get(10).name())).isEqualTo("主席台1排2座");
    assertThat(of(all.get(11).name())).isEqualTo("主席台1排3座");
    assertThat(of(all.get(12).name())).isEqualTo("主席台1排1座");
    Map<Integer, String> places = new TreeMap<>();
    chart
        .bySeat()
        .forEach((seat, who) -> places.put(seat.row() * 100 + seat.place(), group(seat, who)));
    assertThat(places.values().stream().filter(each -> !each.isEmpty()).distinct())
        .containsExactly("第一代表团", "装配车间", "机关科室", "特邀代表", "列席人员");
    assertThat(of("钱特邀")).isEqualTo("4排1座");
    assertThat(of("周列席")).isEqualTo("4排2座");
    pdf(chart);
    everywhere(all.get(3));
  }

  private static String group(Seat seat, Delegate who) {
    return seat.onPlatform() ? "" : SeatPlan.group(who);
  }

  private void pdf(Seating.Chart chart) {
    Printed printed = new Printed(congress.secretary.get(congress.at + "/seating.pdf").raw());
    printed.pictures("seating");
    assertThat(printed.pages()).isEqualTo(2);
    assertThat(chart.people())
        .allSatisfy(
            each -> assertThat(printed.text()).contains(shown(each.name()) + chart.word(each)));
    assertThat(congress.usher.get(congress.at + "/seating.pdf").status()).isEqualTo(404);
  }

  /// What the typefaces lack is printed as 〓.
  private static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .mapToObj(Character::toString)
        .map(each -> Sheets.canShow(each) ? each : "〓")
        .forEach(shown::append);
    return shown.toString();
  }

  /// On the card, as a file and on the page, and on the floor.
  private void everywhere(Delegate delegate) {
    String word = of(delegate.name());
    Printed card =
        new Printed(congress.secretary.get(congress.at + "/cards.pdf?only=" + delegate.id()).raw());
    card.pictures("card-seat");
    assertThat(card.text()).contains(word);
    assertThat(congress.secretary.get(congress.at + "/cards?only=" + delegate.id()).body())
        .contains(word);
    assertThat(congress.server.visitor().get(congress.at + "/floor?card=" + delegate.code()).body())
        .contains(word);
  }

  @Test
  void twoChangePlacesAndASuccessorFindsOne() {
    seat("", "4x6");
    List<Delegate> all = congress.delegates();
    String first = of(all.get(0).name());
    Seat target = Objects.requireNonNull(chart().seats().get(all.get(5).id()));
    assertThat(move(all.get(0), target.row(), chart().hall().number(target)).status())
        .isEqualTo(302);
    assertThat(of(all.get(5).name())).isEqualTo(first);
    assertThat(chart().seats().get(all.get(0).id())).isEqualTo(target);

    Answer nowhere = move(all.get(0), 5, 1);
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.body()).contains("没有 5 排 1 座");

    congress.secretary.post(
        congress.at + "/delegates", "standing", "OBSERVER", "name", "吴后到", "gender", "男");
    assertThat(chart().standing()).extracting(Delegate::name).containsExactly("吴后到");
    assertThat(move(named("吴后到"), 4, 6).status()).isEqualTo(302);
    assertThat(of("吴后到")).isEqualTo("4排6座");
  }

  private Answer move(Delegate delegate, int row, int number) {
    return congress.secretary.post(
        congress.at + "/seating/moves",
        "delegate",
        String.valueOf(delegate.id()),
        "row",
        String.valueOf(row),
        "number",
        String.valueOf(number));
  }

  @Test
  void aHallThatIsTooSmallIsRefusedAndTold() {
    Answer small = seat("", "3x6");
    assertThat(small.status()).isEqualTo(422);
    assertThat(small.body()).contains("还缺 2 个");
    assertThat(seat("", "很多").body()).contains("请写出每排的座位数");
    congress.propose("PRESIDIUM", congress.delegates().get(1).name());
    congress.propose("PRESIDIUM", congress.delegates().get(2).name());
    assertThat(seat("1", "4x6").body()).contains("主席团 2 人，主席台只有 1 个座位");
    assertThat(congress.clerk.get(congress.at + "/seating").status()).isEqualTo(404);
  }

  @Test
  void thePageIsSoundOnATelephoneAndOnADesk() throws java.io.IOException {
    prepare();
    seat("3", "4x6");
    var secretary = congress.server.officer(congress.union, org.zhijia.identity.Role.SECRETARY);
    try (Browser browser = Browser.of(congress.server)) {
      for (int width : new int[] {390, 1440}) {
        try (Window window = browser.window(width, width == 390 ? 844 : 900)) {
          window.signIn(secretary.signInName(), TestServer.PASSWORD);
          window.open(congress.at + "/seating").picture("seating-page-" + width);
          window.assertSound("seating " + width);
          window.open(congress.at + "/cards").picture("cards-page-" + width);
          window.assertSound("cards " + width);
          window.open(congress.at + "/floor?card=" + congress.delegates().getFirst().code());
          window.picture("floor-seat-" + width).assertSound("floor " + width);
        }
      }
    }
  }
}
