package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationOrderTest {
  private static final Organisation ROOT = existing(1, "0001", "锦川区总工会");
  private final OrganisationOrder order =
      new OrganisationOrder(ROOT, List.of(ROOT, existing(2, "0101", "望江街道总工会")));

  private static Organisation existing(long id, String number, String name) {
    return new Organisation(
        id,
        number,
        OrganisationKind.STREET,
        name,
        null,
        "." + id + ".",
        "",
        "",
        Optional.empty(),
        Optional.empty());
  }

  private void add(int line, String number, String name, String parent) {
    order.add(
        new OrganisationRow(
            line,
            List.of(),
            number,
            OrganisationKind.GRASSROOTS,
            name,
            parent,
            "",
            "",
            Optional.empty(),
            Optional.empty()));
  }

  private List<String> good() {
    return order.sorted().stream()
        .filter(row -> RowFinding.verdict(row.findings()).isAdded())
        .filter(row -> !order.isKnown(row))
        .map(row -> row.number() + "<" + row.parent())
        .toList();
  }

  private String finding(String number) {
    return order.sorted().stream()
        .filter(row -> row.number().equals(number))
        .flatMap(row -> row.findings().stream())
        .map(RowFinding::zh)
        .reduce("", String::concat);
  }

  @Test
  void thoseAboveComeFirstWhereverTheyStandInTheFile() {
    add(2, "C", "丙", "B");
    add(3, "B", "乙", "甲");
    add(4, "A", "甲", "");
    add(5, "D", "丁", "望江街道总工会");
    assertThat(good()).contains("A<0001", "D<0101").containsSubsequence("A<0001", "B<A", "C<B");
  }

  @Test
  void aNumberTwiceIsRefusedTheSecondTime() {
    add(2, "A", "甲", "");
    add(3, "A", "乙", "");
    assertThat(good()).containsExactly("A<0001");
    assertThat(finding("A")).contains("编号与第 2 行重复");
  }

  @Test
  void whoHangsInTheAirStaysOutWithAllBelow() {
    add(2, "A", "甲", "没有");
    add(3, "B", "乙", "A");
    assertThat(good()).isEmpty();
    assertThat(finding("A")).contains("没有找到上级工会“没有”");
    assertThat(finding("B")).contains("本身有问题");
  }

  @Test
  void aCircleIsFound() {
    add(2, "A", "甲", "B");
    add(3, "B", "乙", "A");
    assertThat(good()).isEmpty();
    assertThat(finding("A")).contains("成了一个圈");
  }

  @Test
  void aNameThatTwoBearIsNotEnough() {
    add(2, "A", "同名", "");
    add(3, "B", "同名", "");
    add(4, "C", "丙", "同名");
    assertThat(finding("C")).contains("不止一个");
  }

  @Test
  void whoIsThereAlreadyIsKnown() {
    add(2, "0101", "望江街道总工会", "无论谁");
    assertThat(order.sorted()).hasSize(1).allMatch(order::isKnown);
    assertThat(finding("0101")).isEmpty();
  }
}
