package org.zhijia.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// The first sheet of an XLSX file, as a stream. POI refuses archives that blow up when unpacked.
final class XlsxRows {
  private XlsxRows() {}

  static void read(Path file, RowSink sink) throws IOException, UnreadableTable {
    try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(archive);
      try (InputStream sheet = reader.getSheetsData().next()) {
        XMLReader xml = XMLHelper.newXMLReader();
        Rows rows = new Rows(sink);
        xml.setContentHandler(
            new XSSFSheetXMLHandler(
                reader.getStylesTable(),
                null,
                new ReadOnlySharedStringsTable(archive),
                rows,
                new PlainNumbers(),
                false));
        xml.parse(new InputSource(sheet));
      }
    } catch (Stop stop) {
      throw stop.reason();
    } catch (OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException
        | IOException unreadable) {
      throw UnreadableTable.of(
          "这个文件不是正常的 .xlsx，或者展开后过大，没有读取。请用 Excel 或 WPS 打开后另存一份再上传。",
          "This is no proper .xlsx, or it grows too large when unpacked; nothing was read."
              + " Open it in a spreadsheet program, save it anew and upload that.");
    }
  }

  /// Carries what went wrong at the receiver through the XML parser; the rest is the file's fault.
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Exception reason;

    Stop(Exception reason) {
      super(null, null, false, false);
      this.reason = reason;
    }

    UnreadableTable reason() throws IOException {
      if (reason instanceof IOException broken) {
        throw broken;
      }
      if (reason instanceof RuntimeException broken) {
        throw broken;
      }
      return (UnreadableTable) reason;
    }
  }

  /// Dates as 1990-05-01 and numbers with all their digits, whatever the sheet's formats say.
  private static final class PlainNumbers extends DataFormatter {
    @Override
    public String formatRawCellContents(double value, int index, @Nullable String format) {
      return plain(value, index, format);
    }

    @Override
    public String formatRawCellContents(
        double value, int index, @Nullable String format, boolean use1904) {
      return plain(value, index, format);
    }

    private static String plain(double value, int index, @Nullable String format) {
      if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
        return DateUtil.getLocalDateTime(value).toLocalDate().toString();
      }
      return new java.math.BigDecimal(value)
          .round(new java.math.MathContext(15))
          .stripTrailingZeros()
          .toPlainString();
    }
  }

  private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
    private final RowSink sink;
    private List<String> cells = new ArrayList<>();

    Rows(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void startRow(int row) {
      cells = new ArrayList<>();
    }

    @Override
    public void cell(@Nullable String reference, String text, @Nullable XSSFComment comment) {
      int column = reference == null ? cells.size() : new CellReference(reference).getCol();
      if (column >= TableFile.MOST_COLUMNS) {
        return; // stray formatting far to the right
      }
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(Cells.plain(text));
    }

    @Override
    public void endRow(int row) {
      try {
        sink.take(new Row(row + 1, cells));
      } catch (IOException | UnreadableTable | RuntimeException refused) {
        throw new Stop(refused);
      }
    }
  }
}
