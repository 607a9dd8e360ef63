package org.zhijia.statute.election;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Text;

/// What a count comes to.
///
/// @param elected ids of those elected (names for written-in persons), most votes first
/// @param runoff who must be voted upon again because of a tie at the last seat
/// @param shortage seats that neither the count nor the run-off can fill
/// @param reasons why, sentence by sentence
public record Count(
    Validity validity,
    List<String> elected,
    Optional<Runoff> runoff,
    long shortage,
    List<Text> reasons)
    implements Outcome.Composite {

  public Count {
    elected = List.copyOf(elected);
    reasons = List.copyOf(reasons);
  }

  /// What becomes of the election.
  public enum Validity {
    VALID,
    /// The whole election is void and held again.
    VOID,
    /// The figures do not agree; the scrutineers must decide before anything counts.
    STOPPED
  }

  /// Those tied at the last seats.
  public record Runoff(long seats, List<String> among) {
    public Runoff {
      among = List.copyOf(among);
    }
  }

  static Count without(Validity validity, List<Text> reasons) {
    return new Count(validity, List.of(), Optional.empty(), 0, reasons);
  }

  /// The same, with sentences that come before its own.
  Count after(List<Text> first) {
    List<Text> all = new ArrayList<>(first);
    all.addAll(reasons);
    return new Count(validity, elected, runoff, shortage, all);
  }

  @Override
  public Map<String, Object> fields(Locale locale) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("validity", validity.name().toLowerCase(Locale.ROOT));
    fields.put("elected", elected);
    fields.put("runoff", runoff.map(Count::fields).orElse(null));
    fields.put("short", shortage);
    fields.put("reasons", reasons.stream().map(reason -> reason.in(locale)).toList());
    return withNulls(fields);
  }

  private static Map<String, Object> fields(Runoff runoff) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seats", runoff.seats());
    fields.put("among", runoff.among());
    return fields;
  }

  /// A field without a value is published as null.
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> withNulls(Map<String, @Nullable Object> fields) {
    return (Map<String, Object>) (Map<String, ?>) fields;
  }
}
