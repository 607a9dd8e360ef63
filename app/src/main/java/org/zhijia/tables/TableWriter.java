package org.zhijia.tables;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// Writes rows as CSV or XLSX, in the form that [TableFile] reads again.
///
/// A cell that a spreadsheet would take for a formula is written with a quote before it. CSV
/// begins with the mark by which spreadsheets know UTF-8. Cells of XLSX are text, so that
/// identity numbers keep their digits.
public abstract sealed class TableWriter implements Closeable {

  public static TableWriter csv(OutputStream out) throws IOException {
    return new Csv(out);
  }

  public static TableWriter xlsx(OutputStream out) {
    PrivateTemp.use();
    return new Xlsx(out);
  }

  public abstract void write(List<String> cells) throws IOException;

  private static String guarded(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  private static final class Csv extends TableWriter {
    private final CSVPrinter printer;

    Csv(OutputStream out) throws IOException {
      BufferedWriter writer =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      writer.write('\uFEFF');
      this.printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    }

    @Override
    public void write(List<String> cells) throws IOException {
      printer.printRecord(cells.stream().map(TableWriter::guarded));
    }

    @Override
    public void close() throws IOException {
      printer.close(true);
    }
  }

  private static final class Xlsx extends TableWriter {
    private static final int IN_MEMORY = 200;

    private final OutputStream out;
    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final SXSSFSheet sheet = book.createSheet("Sheet1");
    private final CellStyle text = book.createCellStyle();
    private int rows;

    Xlsx(OutputStream out) {
      this.out = out;
      text.setDataFormat(book.createDataFormat().getFormat("@"));
    }

    @Override
    public void write(List<String> cells) {
      SXSSFRow row = sheet.createRow(rows++);
      for (int i = 0; i < cells.size(); i++) {
        var cell = row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(text);
        cell.setCellValue(guarded(cells.get(i)));
      }
    }

    @Override
    public void close() throws IOException {
      book.write(out);
      book.close();
      out.flush();
    }
  }
}
