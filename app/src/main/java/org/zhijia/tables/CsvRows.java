package org.zhijia.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/// CSV as spreadsheets write it: UTF-8 with or without mark, UTF-16 with mark, otherwise GB 18030
/// (GBK is a part of it); separated by comma, semicolon or tab.
final class CsvRows {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LOOK_AT = 64 * 1024;

  private CsvRows() {}

  static void read(Path file, RowSink sink) throws IOException, UnreadableTable {
    Charset charset = charset(file);
    char separator = separator(file, charset);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();
    try (Reader reader = reader(file, charset);
        CSVParser parser = CSVParser.parse(reader, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      long line = parser.getCurrentLineNumber() + 1;
      for (var next = next(records); next.isPresent(); next = next(records)) {
        sink.take(new Row((int) line, cells(next.get())));
        line = parser.getCurrentLineNumber() + 1;
      }
    }
  }

  private static Optional<CSVRecord> next(Iterator<CSVRecord> records) throws UnreadableTable {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException unreadable) {
      Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
      throw UnreadableTable.of(
          "文件不是正确的 CSV：%s", "This is no proper CSV: %s", String.valueOf(cause.getMessage()));
    }
  }

  private static List<String> cells(CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    for (String cell : record) {
      cells.add(Cells.plain(cell));
    }
    return cells;
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /// UTF-8 shows itself: other text hardly ever happens to be valid UTF-8.
  private static Charset charset(Path file) throws IOException {
    byte[] start = start(file);
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(LOOK_AT);
    CharBuffer letters = CharBuffer.allocate(LOOK_AT);
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
        bytes.position(bytes.position() + read).flip();
        if (decoder.decode(bytes, letters.clear(), false).isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return !decoder.decode(bytes.flip(), letters.clear(), true).isError();
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LOOK_AT);
    }
  }

  /// The one that occurs most in the beginning of the file.
  private static char separator(Path file, Charset charset) throws IOException {
    String start = new String(start(file), charset);
    char best = ',';
    for (char candidate : new char[] {';', '\t', '，'}) {
      if (count(start, candidate) > count(start, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char letter) {
    return text.chars().filter(each -> each == letter).count();
  }
}
