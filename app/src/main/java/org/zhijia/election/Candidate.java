package org.zhijia.election;

import java.util.List;
import java.util.Locale;
import org.zhijia.statute.Text;

/// Somebody who stands for a seat.
///
/// @param place on the ballot, from 1, by the strokes of the surname
/// @param birth as the federation wrote it, e.g. `1978.05`
/// @param note curriculum vitae in one line
/// @param circumstances what may stand against the candidacy
/// @param consented whether this person agreed to stand
public record Candidate(
    int place,
    String name,
    String gender,
    String ethnicity,
    String birth,
    String party,
    String unit,
    String post,
    String note,
    List<Circumstance> circumstances,
    boolean consented) {

  public Candidate {
    circumstances = List.copyOf(circumstances);
  }

  Candidate at(int newPlace) {
    return new Candidate(
        newPlace,
        name,
        gender,
        ethnicity,
        birth,
        party,
        unit,
        post,
        note,
        circumstances,
        consented);
  }

  Candidate consenting() {
    return new Candidate(
        place, name, gender, ethnicity, birth, party, unit, post, note, circumstances, true);
  }

  /// On another list, for which this person has yet to agree.
  Candidate asked() {
    return new Candidate(
        place, name, gender, ethnicity, birth, party, unit, post, note, circumstances, false);
  }

  /// Somebody who was written in: nothing else is known.
  static Candidate named(String name) {
    return new Candidate(0, name, "", "", "", "", "", "", "", List.of(), false);
  }

  /// Gender, unit and post in one line, as it stands beside the name.
  public String line() {
    return String.join(
        "，", List.of(gender, unit, post).stream().filter(part -> !part.isEmpty()).toList());
  }

  /// What the rule `candidate.eligible` asks about.
  public enum Circumstance {
    RETAINED("保留会籍", "membership merely retained"),
    HEAD("单位主要负责人", "main head of the employer"),
    WAGES_DEPUTY("分管劳动工资的副职", "deputy in charge of wages"),
    RELATIVE("主要负责人的近亲属", "near relative of a head"),
    PERSONNEL("人力资源部门负责人", "head of personnel"),
    FOREIGN("外籍职工", "foreign employee"),
    MONEY("分管或从事工会财务", "handles the union's money");

    private final Text label;

    Circumstance(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }

    /// The name of the fact that the rule takes.
    String fact() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
