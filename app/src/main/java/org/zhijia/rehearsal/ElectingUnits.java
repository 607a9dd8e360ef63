package org.zhijia.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The units that elect the delegates: each meets, and tells the desk who came and who was elected.
record ElectingUnits(Desk desk) {
  private static final Pattern UNIT = Pattern.compile("(?s)/units/(\\d+)/election\"(.*?)</form>");
  private static final Pattern MEMBERS = Pattern.compile("name=\"attended\"[^>]*max=\"(\\d+)\"");
  private static final Pattern VOTES = Pattern.compile("name=\"votes-(\\d+)\"");
  private static final Pattern HELD = Pattern.compile("name=\"on\"[^>]*value=\"\\d");

  /// Those that have not told yet; of forty members one does not come.
  void elect(LocalDate on) {
    for (MatchResult unit : Desk.all(UNIT, desk.secretary().page(desk.at() + "/units"))) {
      if (!HELD.matcher(unit.group(2)).find()) {
        elect(unit.group(1), unit.group(2), on);
      }
    }
  }

  private void elect(String unit, String form, LocalDate on) {
    int members = Integer.parseInt(Desk.first(MEMBERS, form));
    int attended = members - members / 40;
    List<String> fields = new ArrayList<>();
    fields.addAll(List.of("on", on.toString()));
    fields.addAll(List.of("attended", String.valueOf(attended)));
    Desk.all(VOTES, form)
        .forEach(
            one -> fields.addAll(List.of("votes-" + one.group(1), String.valueOf(attended - 1))));
    desk.secretary().act(desk.at() + "/units/" + unit + "/election", fields.toArray(String[]::new));
  }
}
