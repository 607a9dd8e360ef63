package org.zhijia.election;

import java.util.Map;

/// What the meeting adopted as its election method (选举办法).
///
/// @param sha256 of its text
/// @param quorum `at-least-two-thirds`, `more-than-two-thirds` or `more-than-half`
/// @param tie `runoff` or `fewer-against`
/// @param shortage `left-vacant`, `revote` or `reduce`
public record Method(
    String text, String sha256, String quorum, String tie, String shortage, Vote vote) {

  /// The vote by hand that adopted it.
  public record Vote(int approve, int against, int abstain) {

    /// As a form has it; what is no number counts as nobody.
    static Vote typed(Map<String, String> form) {
      return new Vote(number(form, "approve"), number(form, "against"), number(form, "abstain"));
    }

    private static int number(Map<String, String> form, String name) {
      String typed = form.getOrDefault(name, "").strip();
      return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }
  }

  /// As the rules take it.
  Map<String, Object> variant() {
    return Map.of("quorum", quorum, "tie", tie, "shortage", shortage);
  }
}
