package org.zhijia.congress;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.zhijia.registry.Sensitive;

/// Somebody who sits in the hall with a card.
///
/// @param unit that elected them; none for the invited
/// @param sensitive birth, ethnicity, political status, telephone
/// @param code on the card; whoever has it sees the floor as this person does, and can do no more
/// @param approvals votes in the unit
/// @param leftBecause empty as long as it is a delegate
/// @param passed the verdict on the credentials
record Delegate(
    long id,
    OptionalLong unit,
    String unitName,
    OptionalLong delegation,
    String delegationName,
    Standing standing,
    String name,
    boolean female,
    Category category,
    String post,
    Sensitive sensitive,
    OptionalLong person,
    String code,
    OptionalInt approvals,
    String leftBecause,
    Optional<Boolean> passed,
    String ground) {

  /// Counts as due: elected, still a delegate, and not refused.
  public boolean isDue() {
    return standing == Standing.DELEGATE && leftBecause.isEmpty() && passed.orElse(true);
  }

  public boolean isThere() {
    return leftBecause.isEmpty();
  }

  public String field(String name) {
    return sensitive.get(Sensitive.Field.valueOf(name)).orElse("");
  }
}
