package org.zhijia.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zhijia.operation.CannotRun;
import org.zhijia.tables.Column;

/// Candidates (`id,name`) and ballots (`voter,approve,against`, ids joined by `|`) as
/// `mock-election` takes them, held to the same rules; Chinese headers do too.
///
/// @param voters each once, in the order of their first rows, with the ballot to be cast
/// @param rejected rows of which nothing can be cast
/// @param spoilt rows that are cast on paper and are void
record BallotRows(
    int seats, List<Optional<Marked>> voters, List<Rejected> rejected, List<Rejected> spoilt) {
  private static final List<Column> CANDIDATES =
      List.of(Column.required("id", "编号", "id", "序号"), Column.of("name", "姓名", "name", "候选人"));
  private static final List<Column> BALLOTS =
      List.of(
          Column.required("voter", "投票人", "voter", "选民", "代表"),
          Column.required("approve", "赞成", "approve", "for"),
          Column.of("against", "反对", "against"));

  BallotRows {
    voters = List.copyOf(voters);
    rejected = List.copyOf(rejected);
    spoilt = List.copyOf(spoilt);
  }

  /// Which rule a row breaks.
  enum Fault {
    FIELDS,
    NO_VOTER,
    VOTER_TWICE,
    UNKNOWN_CANDIDATE,
    MARKED_TWICE,
    APPROVED_AND_OPPOSED,
    OVER_SEATS
  }

  /// A row that breaks a rule.
  ///
  /// @param line in the file, from 1
  /// @param detail the id or the number that the fault is about
  record Rejected(int line, String voter, Fault fault, String detail) {}

  static List<Slate.Nominee> candidates(Path file) {
    List<Slate.Nominee> nominees = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (InputTable.Line line : InputTable.read(file, CANDIDATES).rows()) {
      String id = line.get("id");
      if (id.isEmpty() || id.contains("|") || !ids.add(id)) {
        throw new CannotRun("rehearse.bad-candidate", file, line.number(), id);
      }
      nominees.add(new Slate.Nominee(id, line.get("name")));
    }
    if (nominees.isEmpty()) {
      throw new CannotRun("rehearse.empty", file);
    }
    return Slate.distinct(nominees);
  }

  /// @param wished seats; none: the largest number that one voter approves
  /// @param onPaper whether a ballot that breaks a rule is cast on paper, where it is void
  static BallotRows read(
      Path file, List<Slate.Nominee> nominees, OptionalInt wished, boolean onPaper) {
    Map<String, Integer> places = new HashMap<>();
    nominees.forEach(each -> places.put(each.id(), places.size()));
    List<Sheet> sheets =
        InputTable.read(file, BALLOTS).rows().stream().map(row -> Sheet.of(row, places)).toList();
    if (sheets.isEmpty()) {
      throw new CannotRun("rehearse.empty", file);
    }
    return sorted(sheets, wished.orElseGet(() -> largest(sheets, nominees.size())), onPaper);
  }

  private static int largest(List<Sheet> sheets, int most) {
    return sheets.stream()
        .filter(sheet -> !sheet.voter().isEmpty() && sheet.fault(most).isEmpty())
        .mapToInt(sheet -> sheet.marked().approve().size())
        .max()
        .orElse(1);
  }

  private static BallotRows sorted(List<Sheet> sheets, int seats, boolean onPaper) {
    Map<String, Optional<Marked>> voters = new LinkedHashMap<>();
    List<Rejected> rejected = new ArrayList<>();
    List<Rejected> spoilt = new ArrayList<>();
    for (Sheet sheet : sheets) {
      Optional<Fault> ofRow = sheet.faultOfRow(voters);
      if (ofRow.isPresent()) {
        rejected.add(sheet.rejected(ofRow.get(), seats));
        continue;
      }
      Optional<Fault> fault = sheet.fault(seats);
      if (fault.isPresent()) {
        (onPaper ? spoilt : rejected).add(sheet.rejected(fault.get(), seats));
      }
      boolean cast = fault.isEmpty() || onPaper;
      voters.put(sheet.voter(), cast ? Optional.of(sheet.cast(fault)) : Optional.empty());
    }
    return new BallotRows(seats, List.copyOf(voters.values()), rejected, spoilt);
  }

  /// A row with its ids looked up.
  ///
  /// @param unknown ids that are on no list
  private record Sheet(int line, boolean whole, String voter, Marked marked, List<String> unknown) {
    static Sheet of(InputTable.Line row, Map<String, Integer> places) {
      List<String> unknown = new ArrayList<>();
      Marked marked =
          Marked.of(
              looked(row.get("approve"), places, unknown),
              looked(row.get("against"), places, unknown));
      return new Sheet(row.number(), row.whole(), row.get("voter"), marked, unknown);
    }

    private static List<Integer> looked(
        String joined, Map<String, Integer> places, List<String> unknown) {
      List<Integer> found = new ArrayList<>();
      for (String id : places.containsKey(joined) ? List.of(joined) : split(joined)) {
        Integer place = places.get(id);
        if (place == null) {
          unknown.add(id);
        } else {
          found.add(place);
        }
      }
      return found;
    }

    private static List<String> split(String joined) {
      return joined.isEmpty()
          ? List.of()
          : List.of(joined.split("[|｜、；;]", -1)).stream().map(String::strip).toList();
    }

    /// What stands against the row itself, whatever is marked.
    Optional<Fault> faultOfRow(Map<String, Optional<Marked>> voters) {
      if (!whole) {
        return Optional.of(Fault.FIELDS);
      }
      if (voter.isEmpty()) {
        return Optional.of(Fault.NO_VOTER);
      }
      boolean before = voters.getOrDefault(voter, Optional.empty()).isPresent();
      return before ? Optional.of(Fault.VOTER_TWICE) : Optional.empty();
    }

    /// What stands against the marks; as long as `seats` is the whole list, only their form.
    Optional<Fault> fault(int seats) {
      if (!whole) {
        return Optional.of(Fault.FIELDS);
      }
      if (!unknown.isEmpty()) {
        return Optional.of(Fault.UNKNOWN_CANDIDATE);
      }
      if (isTwice(marked.approve()) || isTwice(marked.against())) {
        return Optional.of(Fault.MARKED_TWICE);
      }
      if (marked.approve().stream().anyMatch(marked.against()::contains)) {
        return Optional.of(Fault.APPROVED_AND_OPPOSED);
      }
      return marked.approve().size() > seats ? Optional.of(Fault.OVER_SEATS) : Optional.empty();
    }

    private static boolean isTwice(List<Integer> places) {
      return new HashSet<>(places).size() < places.size();
    }

    /// What the voter puts into the box. Marks that a sheet has no room for make it unreadable.
    Marked cast(Optional<Fault> fault) {
      return fault.filter(Set.of(Fault.UNKNOWN_CANDIDATE, Fault.MARKED_TWICE)::contains).isPresent()
          ? Marked.UNREADABLE
          : marked;
    }

    Rejected rejected(Fault fault, int seats) {
      String detail =
          switch (fault) {
            case UNKNOWN_CANDIDATE -> unknown.getFirst();
            case OVER_SEATS -> marked.approve().size() + " > " + seats;
            default -> "";
          };
      return new Rejected(line, voter, fault, detail);
    }
  }
}
