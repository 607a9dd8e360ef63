package org.zhijia.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhijia.testing.Identities;

/// A roster of 3,000 rows as they arrive: 50 of them are wrong, each in a way that is known here.
///
/// @param wrong line in the file, and a part of what must be said about it
record NastyRoster(List<List<String>> rows, Map<Integer, String> wrong, int noted) {
  static final List<String> HEADER = List.of("序号", "姓　名*", "公民身份号码", "性别", "出生年月", "所属工会", "联系电话");

  private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
  private static final String GIVEN = "安康宁和平泰瑞祥福禄春夏秋冬晨曦";

  /// @param firstLine of the content in the file
  /// @param from the first of the invented people
  static NastyRoster of(String union, int firstLine, int from) {
    List<List<String>> rows = new ArrayList<>();
    Map<Integer, String> wrong = new LinkedHashMap<>();
    int noted = 0;
    for (int i = 0; i < 3_000; i++) {
      String id = Identities.number(from + i);
      String name =
          "" + FAMILY.charAt(i % 16) + GIVEN.charAt(i / 16 % 16) + GIVEN.charAt(i / 256 % 16);
      String birth = Identities.born(id);
      String unit = union;
      String phone = "1390000" + String.format("%04d", i);
      String problem = "";
      if (i % 60 == 7) {
        switch (i / 60 % 6) {
          case 0 -> {
            id = id.substring(0, 17) + (id.charAt(17) == '1' ? '2' : '1');
            problem = "校验位不符";
          }
          case 1 -> {
            id = rows.get(i - 3).get(2);
            birth = rows.get(i - 3).get(4);
            problem = "是同一个人";
          }
          case 2 -> {
            unit = "不存在的工会";
            problem = "没有找到“不存在的工会”";
          }
          case 3 -> {
            name = "";
            problem = "缺少姓名";
          }
          case 4 -> {
            birth = "1990.13.5";
            problem = "“1990.13.5”不是日期";
          }
          default -> {
            phone = "12345";
            problem = "手机号码应为";
          }
        }
        wrong.put(firstLine + i, problem);
      } else if (i % 60 == 20) {
        id = id.chars().mapToObj(NastyRoster::wide).collect(Collectors.joining());
        noted++;
      }
      String sex = problem.contains("同一个人") ? "" : sex(id);
      rows.add(List.of(String.valueOf(i + 1), name, id, sex, birth, unit, phone));
    }
    return new NastyRoster(rows, wrong, noted);
  }

  private static String sex(String id) {
    char digit = id.charAt(16);
    return (digit > 0xFF00 ? digit - 0xFF10 : digit - '0') % 2 == 0 ? "女" : "男";
  }

  private static String wide(int letter) {
    return String.valueOf((char) (letter - '!' + '！'));
  }

  byte[] csv(String charset) {
    String text =
        String.join(",", HEADER)
            + "\r\n"
            + rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\r\n"));
    return text.getBytes(Charset.forName(charset));
  }

  /// A title over all columns, and a header of two rows with cells merged across and down.
  byte[] xlsx() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("名册");
      sheet.createRow(0).createCell(0).setCellValue("2026 年度职工花名册");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
      var upper = sheet.createRow(1);
      var lower = sheet.createRow(2);
      for (int column : new int[] {0, 1, 5, 6}) {
        upper.createCell(column).setCellValue(HEADER.get(column));
        sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
      }
      upper.createCell(2).setCellValue("基本信息");
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 4));
      for (int column = 2; column <= 4; column++) {
        lower.createCell(column).setCellValue(HEADER.get(column));
      }
      for (int i = 0; i < rows.size(); i++) {
        var row = sheet.createRow(3 + i);
        for (int column = 0; column < HEADER.size(); column++) {
          row.createCell(column).setCellValue(rows.get(i).get(column));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }
}
