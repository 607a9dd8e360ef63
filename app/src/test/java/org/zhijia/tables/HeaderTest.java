package org.zhijia.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.required("NAME", "姓名", "Name", "职工姓名"),
          Column.of("ID", "身份证号码", "Identity number", "证件号码"),
          Column.of("PHONE", "手机", "Phone"));

  @Test
  void theFirstRowIsTheUsualHeader() throws UnreadableTable {
    Header header = find(row(1, "序号", "姓名", "证件号码"), row(2, "1", "王平", "41"));
    assertThat(header.lastLine()).isEqualTo(1);
    assertThat(header.keys()).containsExactly("", "NAME", "ID");
  }

  @Test
  void titlesAboveAreSkippedAndSpellingIsForgiven() throws UnreadableTable {
    Header header = find(row(1, "2026 年花名册"), row(3, "姓　名（必填）*", "身份证 号码:", "备注"), row(4, "王平"));
    assertThat(header.lastLine()).isEqualTo(3);
    assertThat(header.keys()).containsExactly("NAME", "ID", "");
    assertThat(header.names()).containsExactly("姓　名（必填）*", "身份证 号码:", "备注");
  }

  @Test
  void mergedCellsOfTwoRowsAreOneHeader() throws UnreadableTable {
    Header header =
        find(
            row(1, "名册"),
            row(2, "姓名", "基本信息", "", "手机"),
            row(3, "", "证件号码", "籍贯"),
            row(4, "王平", "41", "", "139"));
    assertThat(header.lastLine()).isEqualTo(3);
    assertThat(header.keys()).containsExactly("NAME", "ID", "", "PHONE");
  }

  @Test
  void aColumnIsTakenOnce() throws UnreadableTable {
    assertThat(find(row(1, "姓名", "职工姓名")).keys()).containsExactly("NAME", "");
  }

  @Test
  void withoutAnyKnownNameThereIsNoHeader() {
    assertThatThrownBy(() -> find(row(1, "王平", "41"), row(2, "李安", "42")))
        .isInstanceOfSatisfying(
            UnreadableTable.class,
            refused -> assertThat(refused.text().zh()).contains("没有找到表头", "姓名"));
  }

  private static Header find(Row... rows) throws UnreadableTable {
    return Header.find(List.of(rows), COLUMNS);
  }

  private static Row row(int line, String... cells) {
    return new Row(line, List.of(cells));
  }
}
