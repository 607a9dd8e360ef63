package org.zhijia.verify.mock;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads candidates (`id,name`) and ballots (`voter,approve,against`, ids joined by `|`) from CSV,
/// UTF-8 with or without byte-order mark.
final class ChoiceFiles {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private ChoiceFiles() {}

  /// What a ballots file says.
  ///
  /// @param seats given, or the largest number approved by one voter
  record Choices(List<MarkedBallot> ballots, List<RejectedRow> rejected, int seats) {}

  static List<Candidate> candidates(Path file) throws UnreadableFile {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Row row : rows(file, "id", "name")) {
      String id = row.get("id");
      boolean usable = row.consistent() && !id.isEmpty() && !id.contains("|") && ids.add(id);
      if (!usable) {
        throw new UnreadableFile(file, row.line(), UnreadableFile.Reason.BAD_CANDIDATE, id);
      }
      String name = row.get("name");
      candidates.add(new Candidate(id, name.isEmpty() ? id : name));
    }
    if (candidates.isEmpty()) {
      throw new UnreadableFile(file, 0, UnreadableFile.Reason.EMPTY, "");
    }
    return candidates;
  }

  static Choices ballots(Path file, List<Candidate> candidates, OptionalInt seats)
      throws UnreadableFile {
    Map<String, Integer> index = new HashMap<>();
    candidates.forEach(candidate -> index.put(candidate.id(), index.size()));
    List<Row> rows = rows(file, "voter", "approve", "against");
    int limit = seats.orElseGet(() -> largestApproval(rows, index));
    List<MarkedBallot> ballots = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    Set<String> voters = new HashSet<>();
    for (Row row : rows) {
      Optional<RejectedRow> breach = breach(row, index, voters, limit);
      if (breach.isPresent()) {
        rejected.add(breach.get());
      } else {
        voters.add(row.get("voter"));
        ballots.add(
            new MarkedBallot(
                row.get("voter"),
                indices(row.ids("approve"), index),
                indices(row.ids("against"), index)));
      }
    }
    return new Choices(List.copyOf(ballots), List.copyOf(rejected), limit);
  }

  /// The first rule that a row breaks.
  private static Optional<RejectedRow> breach(
      Row row, Map<String, Integer> index, Set<String> voters, int seats) {
    if (!row.consistent()) {
      return row.rejected(RejectedRow.Reason.FIELDS, "");
    }
    String voter = row.get("voter");
    if (voter.isEmpty()) {
      return row.rejected(RejectedRow.Reason.NO_VOTER, "");
    }
    if (voters.contains(voter)) {
      return row.rejected(RejectedRow.Reason.VOTER_TWICE, voter);
    }
    List<String> approve = row.ids("approve");
    List<String> against = row.ids("against");
    for (List<String> list : List.of(approve, against)) {
      Set<String> seen = new HashSet<>();
      for (String id : list) {
        if (!index.containsKey(id)) {
          return row.rejected(RejectedRow.Reason.UNKNOWN_CANDIDATE, id);
        }
        if (!seen.add(id)) {
          return row.rejected(RejectedRow.Reason.MARKED_TWICE, id);
        }
      }
    }
    Optional<String> both = approve.stream().filter(against::contains).findFirst();
    if (both.isPresent()) {
      return row.rejected(RejectedRow.Reason.APPROVED_AND_OPPOSED, both.get());
    }
    return approve.size() > seats
        ? row.rejected(RejectedRow.Reason.OVER_SEATS, approve.size() + " > " + seats)
        : Optional.empty();
  }

  private static int largestApproval(List<Row> rows, Map<String, Integer> index) {
    return rows.stream()
        .filter(row -> breach(row, index, Set.of(), index.size()).isEmpty())
        .mapToInt(row -> row.ids("approve").size())
        .max()
        .orElse(1);
  }

  private static List<Integer> indices(List<String> ids, Map<String, Integer> index) {
    return ids.stream().map(id -> index.getOrDefault(id, -1)).toList();
  }

  /// A row of a file with the line on which it begins.
  private record Row(CSVRecord record, long line) {
    boolean consistent() {
      return record.isConsistent();
    }

    String get(String column) {
      return record.isSet(column) ? record.get(column) : "";
    }

    List<String> ids(String column) {
      String joined = get(column);
      return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
    }

    Optional<RejectedRow> rejected(RejectedRow.Reason reason, String detail) {
      return Optional.of(new RejectedRow(line, get("voter"), reason, detail));
    }
  }

  private static List<Row> rows(Path file, String... columns) throws UnreadableFile {
    List<Row> rows = new ArrayList<>();
    String text = text(file);
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      for (String column : columns) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new UnreadableFile(file, 1, UnreadableFile.Reason.NO_COLUMN, column);
        }
      }
      long line = 1;
      int counted = 0;
      for (CSVRecord record : parser) {
        int start = afterBlankLines(text, (int) record.getCharacterPosition());
        line += text.substring(counted, start).lines().count();
        counted = start;
        rows.add(new Row(record, line));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
      throw new UnreadableFile(
          file, 0, UnreadableFile.Reason.NOT_CSV, String.valueOf(notCsv.getMessage()));
    }
    return rows;
  }

  /// A record's position is where the parser began to look for it: at blank lines, if there are
  /// any.
  private static int afterBlankLines(String text, int position) {
    int start = position;
    while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
      start++;
    }
    return start;
  }

  private static String text(Path file) throws UnreadableFile {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadableFile(file, 0, UnreadableFile.Reason.NOT_CSV, "UTF-8");
    } catch (IOException unreadable) {
      throw new UnreadableFile(file, 0, UnreadableFile.Reason.NOT_READABLE, "");
    }
  }
}
