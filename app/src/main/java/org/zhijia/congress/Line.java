package org.zhijia.congress;

import java.util.Optional;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Text;

/// One line of a checklist: what is asked, how it stands, and which article asks for it.
///
/// @param needed whether the congress cannot go on without it
/// @param step that is written down by hand; none where the record itself tells
/// @param link where it is done, below the congress's own address; may be empty
record Line(
    State state,
    Text text,
    Optional<Citation> citation,
    boolean needed,
    Optional<Step> step,
    String link) {

  enum State {
    MET,
    DUE,
    BREACH
  }

  /// A line that is needed, as the rules found it.
  static Line of(State state, Text text, Citation citation, String link) {
    return new Line(state, text, Optional.of(citation), true, Optional.empty(), link);
  }

  static Line of(boolean met, Text text, Citation citation, String link) {
    State state = met ? State.MET : State.DUE;
    return new Line(state, text, Optional.of(citation), true, Optional.empty(), link);
  }

  Line advised() {
    return new Line(state, text, citation, false, step, link);
  }

  /// How components name it.
  public String style() {
    return switch (state) {
      case MET -> "met";
      case DUE -> "todo";
      case BREACH -> "breach";
    };
  }

  public boolean stops() {
    return needed && state != State.MET;
  }
}
