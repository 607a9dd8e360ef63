package org.zhijia.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
  void chineseIsReadInEveryEncodingInUse(String charset) throws IOException, UnreadableTable {
    byte[] file = "姓名,工会\r\n王平,望江街道总工会\r\n".getBytes(Charset.forName(charset));
    assertThat(read(file)).containsExactly(row(1, "姓名", "工会"), row(2, "王平", "望江街道总工会"));
  }

  @Test
  void marksOfByteOrderAreNotPartOfTheText() throws IOException, UnreadableTable {
    assertThat(read("\uFEFF姓名\n".getBytes(StandardCharsets.UTF_8))).containsExactly(row(1, "姓名"));
    byte[] utf16 = "\uFEFF姓名\t工会\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(utf16)).containsExactly(row(1, "姓名", "工会"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorsAreRecognised(String separator) throws IOException, UnreadableTable {
    assertThat(csv("姓名" + separator + "工会\n王平" + separator + "望江\n"))
        .containsExactly(row(1, "姓名", "工会"), row(2, "王平", "望江"));
  }

  @Test
  void aCellWithABreakCountsItsLinesAndBlankRowsAreSkipped() throws IOException, UnreadableTable {
    assertThat(csv("姓名,住址\n王平,\"一街\n二号\"\n\n,\n李安,三街\n"))
        .containsExactly(row(1, "姓名", "住址"), row(2, "王平", "一街 二号"), row(6, "李安", "三街"));
  }

  @Test
  void spacesOfAnyWidthAroundACellAreDropped() throws IOException, UnreadableTable {
    assertThat(csv("　王平 \u00A0,'=1+1\n")).containsExactly(row(1, "王平", "=1+1"));
  }

  @Test
  void numbersAndDatesOfASheetKeepAllTheyHave() throws IOException, UnreadableTable {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      var row = book.createSheet().createRow(4);
      row.createCell(1).setCellValue(410104199001010d);
      var date = row.createCell(2);
      date.setCellValue(LocalDate.of(1990, 5, 1));
      var style = book.createCellStyle();
      style.setDataFormat((short) 14);
      date.setCellStyle(style);
      book.write(out);
    }
    assertThat(read(out.toByteArray()))
        .containsExactly(row(5, "", "410104199001010", "1990-05-01"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsReadAgainAndIsNoFormula(boolean csv) throws IOException, UnreadableTable {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = writer(csv, out)) {
      writer.write(List.of("姓名", "备注"));
      writer.write(List.of("王平", "=HYPERLINK(\"x\")"));
      writer.write(List.of("-1", "a,b\"c"));
    }
    if (csv) {
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=HYPERLINK");
    }
    assertThat(read(out.toByteArray()))
        .containsExactly(
            row(1, "姓名", "备注"), row(2, "王平", "=HYPERLINK(\"x\")"), row(3, "-1", "a,b\"c"));
  }

  @Test
  void rowsThatWaitToBeWrittenAreReadByTheServersUserAlone() throws IOException {
    try (TableWriter _ = TableWriter.xlsx(OutputStream.nullOutputStream())) {
      Path waiting = TempFile.createTempFile("rows", ".xml").toPath();
      assertThat(Files.getPosixFilePermissions(waiting.toAbsolutePath().getParent()))
          .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static TableWriter writer(boolean csv, OutputStream out) throws IOException {
    return csv ? TableWriter.csv(out) : TableWriter.xlsx(out);
  }

  @Test
  void oldExcelAndBrokenArchivesGetASentence() throws IOException {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertRefused(old, "另存为");
    assertRefused("PK\3\4 nothing of the kind".getBytes(StandardCharsets.UTF_8), ".xlsx");
  }

  @Test
  void limitsAreKept() throws IOException {
    assertRefused((",".repeat(250) + "a\n").getBytes(StandardCharsets.UTF_8), "超过 200 列");
    assertRefused(("\"" + "长".repeat(5_000)).getBytes(StandardCharsets.UTF_8), "超过 4000 个字");
  }

  @Test
  void whatTheReceiverThrowsIsNotBlamedOnTheFile() throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), "姓名\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                TableFile.read(
                    file,
                    row -> {
                      throw new IllegalArgumentException("the database is away");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(byte[] file, String reason) throws IOException {
    Path path = Files.write(folder.resolve("refused"), file);
    assertThatThrownBy(() -> TableFile.read(path, row -> {}))
        .isInstanceOfSatisfying(
            UnreadableTable.class, refused -> assertThat(refused.text().zh()).contains(reason));
  }

  private List<Row> csv(String text) throws IOException, UnreadableTable {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Row> read(byte[] file) throws IOException, UnreadableTable {
    Path path = Files.write(folder.resolve("file"), file);
    List<Row> rows = new ArrayList<>();
    TableFile.read(path, rows::add);
    return rows;
  }

  private static Row row(int line, String... cells) {
    return new Row(line, List.of(cells));
  }
}
