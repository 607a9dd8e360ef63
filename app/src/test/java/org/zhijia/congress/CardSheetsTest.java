package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zhijia.registry.Sensitive;
import org.zhijia.testing.Printed;

/// Sheets of delegates' cards, read back.
class CardSheetsTest {
  private static final double MM = 72 / 25.4;
  private static final String GIVEN = "安宁和平康泰春秋松柏云山江海晨光文武";
  private static final String CONGRESS = "青川区机械冶金建材工会第五次会员代表大会";

  private static CardSheets.Card card(int number, String name, String unit) {
    String code = "ABCD-EFGH-%04d".formatted(2000 + number);
    Delegate delegate =
        new Delegate(
            number,
            OptionalLong.empty(),
            unit,
            OptionalLong.empty(),
            "",
            number % 9 == 8 ? Standing.OBSERVER : Standing.DELEGATE,
            name,
            false,
            Category.OTHER,
            "",
            new Sensitive(Map.of()),
            OptionalLong.empty(),
            code,
            OptionalInt.empty(),
            "",
            Optional.empty(),
            "");
    return new CardSheets.Card(
        delegate, "https://zhijia.example/congresses/7/floor?card=" + code, "");
  }

  private static List<CardSheets.Card> cards(int count) {
    List<CardSheets.Card> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "王" + GIVEN.charAt(i % 18) + GIVEN.charAt(i / 18 % 18);
      cards.add(card(i, name, "第" + i + "分厂工会"));
    }
    return cards;
  }

  @Test
  void everyCardTellsWhoseItIs() {
    List<CardSheets.Card> cards = cards(19);
    Printed printed = new Printed(CardSheets.of(CONGRESS, cards));
    assertThat(printed.pages()).isEqualTo(3);
    printed.pictures("cards");
    String text = printed.text();
    assertThat(text.split(CONGRESS, -1)).hasSize(20);
    assertThat(text.split("列席人员", -1)).hasSize(3);
    assertThat(cards)
        .allSatisfy(
            each ->
                assertThat(text)
                    .contains(each.delegate().name())
                    .contains(each.delegate().unitName())
                    .contains(each.delegate().code()));
  }

  @Test
  void everySymbolLeadsToItsOwnersFloor() {
    List<CardSheets.Card> cards = cards(19);
    assertThat(new Printed(CardSheets.of(CONGRESS, cards)).symbols())
        .containsExactlyInAnyOrderElementsOf(cards.stream().map(CardSheets.Card::link).toList());
  }

  @Test
  void longNamesAndUnitsStayOnTheirCard() {
    CardSheets.Card longest =
        card(
            1,
            "买买提·阿卜杜热合曼·艾则孜江·吐尔逊古丽·阿不都克里木·麦麦提明",
            "青川区机械冶金建材行业联合工会委员会下属第三重型装备制造有限责任公司铸造分公司工会委员会第十二联合车间分工会（含外包班组）");
    Printed printed = new Printed(CardSheets.of(CONGRESS + CONGRESS, List.of(longest)));
    printed.pictures("card-long");
    assertThat(printed.text().replaceAll("\\s", "")).contains("青川区", "分工会");
    assertThat(printed.characters())
        .allSatisfy(
            each -> {
              assertThat(each.getXDirAdj() / MM).isGreaterThan(10);
              assertThat((each.getXDirAdj() + each.getWidthDirAdj()) / MM).isLessThan(105);
              assertThat(each.getYDirAdj() / MM).isBetween(12.5, 80.5);
            });
    assertThat(printed.symbols()).containsExactly(longest.link());
  }

  @Test
  void fourHundredAreReadyInAMoment() {
    List<CardSheets.Card> cards = cards(400);
    Instant before = Instant.now();
    byte[] file = CardSheets.of(CONGRESS, cards);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    assertThat(new Printed(file).pages()).isEqualTo(50);
    assertThat(file.length).isLessThan(4_000_000);
  }
}
