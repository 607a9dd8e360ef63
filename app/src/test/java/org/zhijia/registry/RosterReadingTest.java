package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.registry.Sensitive.Field;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;

class RosterReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final List<String> KEYS =
      List.of("NAME", "ID_NUMBER", "SEX", "BIRTH", "PHONE", "UNION", "JOINED", "STATE");
  private static final Organisation DISTRICT = union(1, "0001", "锦川区总工会", "");
  private static final Organisation WORKS = union(2, "0102", "恒通工会", "恒通机械有限公司");
  private static final Organisation TWIN = union(3, "0103", "同名工会", "");
  private static final Organisation OTHER_TWIN = union(4, "0104", "同名工会", "");

  private final RosterReading reading =
      new RosterReading(
          new Header(1, KEYS, KEYS),
          new UnionNames(DISTRICT, List.of(DISTRICT, WORKS, TWIN, OTHER_TWIN)),
          TODAY);

  private static Organisation union(long id, String number, String name, String employer) {
    return new Organisation(
        id,
        number,
        OrganisationKind.GRASSROOTS,
        name,
        null,
        "." + id + ".",
        employer,
        "",
        Optional.empty(),
        Optional.empty());
  }

  /// A good row with one cell changed. 410104199001010015 is a number that fits (case M4).
  private RosterRow read(String field, String value) {
    List<String> good =
        List.of(
            "王平",
            "410104199001010015",
            "男",
            "1990-01-01",
            "13900000000",
            "恒通工会",
            "2020-05-01",
            "会员");
    List<String> cells = new java.util.ArrayList<>(good);
    cells.set(KEYS.indexOf(field), value);
    return reading.read(new Row(7, cells));
  }

  @Test
  void aGoodRowHasNothingToSay() {
    RosterRow row = read("NAME", "王平");
    assertThat(row.findings()).isEmpty();
    assertThat(row.organisation()).isEqualTo(2);
    assertThat(row.sensitive().get(Field.BIRTH)).contains("1990-01-01");
    assertThat(row.key()).isEqualTo("410104199001010015");
    assertThat(row.state()).isEqualTo(MembershipState.MEMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, '', 缺少姓名",
    "ID_NUMBER, 410104199001010016, 校验位不符",
    "ID_NUMBER, 41010419900101001, 应为 18 位",
    "ID_NUMBER, 410104900101001, 15 位旧号码",
    "ID_NUMBER, 410104199001010000, 末三位已经丢失",
    "ID_NUMBER, 4.10104E+17, 末三位已经丢失",
    "SEX, 女, 性别与身份证号码不一致",
    "SEX, 不详, 性别“不详”看不懂",
    "BIRTH, 1990.13.5, “1990.13.5”不是日期",
    "BIRTH, 1990-01-02, 与身份证号码不一致",
    "BIRTH, 2030-01-01, 不是日期",
    "PHONE, 12345, 手机号码应为",
    "UNION, 没有的工会, 没有找到“没有的工会”",
    "UNION, 同名工会, 不止一个",
    "UNION, '', 缺少所在工会",
    "JOINED, 2027-01-01, 不是日期",
    "STATE, 也许, 会籍状态“也许”看不懂"
  })
  void aBadCellStaysOutForItsReason(String field, String value, String reason) {
    RosterRow row = read(field, value);
    assertThat(RowFinding.verdict(row.findings())).isEqualTo(Verdict.BAD);
    assertThat(row.findings().stream().map(RowFinding::zh)).anyMatch(zh -> zh.contains(reason));
    assertThat(row.findings().stream().map(RowFinding::en)).noneMatch(String::isBlank);
    assertThat(row.key()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, 王　平, 王平",
    "NAME, Anna Lee, Anna Lee",
  })
  void spacesThatOnlyLineNamesUpAreDropped(String field, String written, String name) {
    assertThat(read(field, written.replace('　', ' ')).name()).isEqualTo(name);
  }

  @Test
  void fullWidthDigitsAreReadAndNoted() {
    RosterRow row = read("ID_NUMBER", "４１０１０４１９９００１０１００１５");
    assertThat(RowFinding.verdict(row.findings())).isEqualTo(Verdict.NOTED);
    assertThat(row.key()).isEqualTo("410104199001010015");
  }

  @ParameterizedTest
  @CsvSource({"0102, 2", "恒通工会, 2", "恒通机械有限公司, 2", "０１０２, 2", "锦川区总工会, 1"})
  void aUnionIsFoundByNumberNameOrEmployer(String written, long id) {
    assertThat(read("UNION", written).organisation()).isEqualTo(id);
  }

  @Test
  void withoutAnIdentityNumberNameBirthAndUnionTellWhoItIs() {
    RosterRow row = read("ID_NUMBER", "");
    assertThat(RowFinding.verdict(row.findings())).isEqualTo(Verdict.NOTED);
    assertThat(row.key()).isEqualTo("王平\n1990-01-01\n2");
    RosterRow nothing =
        reading.read(new Row(8, List.of("王平", "", "男", "", "", "恒通工会", "2020-05-01", "")));
    assertThat(nothing.findings().stream().map(RowFinding::zh)).anyMatch(zh -> zh.contains("无法辨认"));
  }

  @Test
  void allGroundsAreNamedAtOnce() {
    RosterRow row =
        reading.read(new Row(9, List.of("", "41", "x", "1990.13.5", "1", "无", "x", "x")));
    assertThat(row.findings().stream().map(RowFinding::field).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("NAME", "ID_NUMBER", "SEX", "BIRTH", "PHONE", "UNION", "JOINED", "STATE")
                .toList());
  }
}
