package org.zhijia.statute.codes;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// The unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last a check
/// character over weights 3^i mod 31. A trade union's begins with 8.
public final class SocialCreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /// GB 11714: the organisation code within, at places 9 to 17.
  private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private static final Rule CHECK =
      Rule.of(
          "code.uscc",
          new Text("统一社会信用代码对不对？", "Is the unified social credit code right?"),
          SocialCreditCode::check,
          Input.of("value", "代码", "the code"),
          Input.optional("holder", "持有者", "whose code it is", "union", "employer"));

  private SocialCreditCode() {}

  public static List<Rule> rules() {
    return List.of(CHECK);
  }

  private static Outcome check(Reasoning why, Facts facts) throws BadFacts {
    Threshold standard = why.threshold("code.uscc");
    String code = plain(facts.text("value"));
    boolean ofUnion = facts.choice("holder", "union", "employer").equals("union");
    if (code.length() != LENGTH) {
      why.breach(
          standard,
          "LENGTH",
          Text.of("应为 18 位，现为 %d 位。", "18 characters are needed; there are %d.", code.length()));
      return Outcome.of(false);
    }
    characters(why, standard, code);
    if (!why.isClean()) {
      return Outcome.of(false);
    }
    char expected = checkCharacter(code);
    why.formula("(31 − Σ mod 31) mod 31 → %s", expected);
    if (code.charAt(LENGTH - 1) != expected) {
      why.breach(
          standard,
          "CHECK_DIGIT",
          new Text(
              "校验位不符，请核对是否抄错。", "The check character does not fit: look for a slip of the pen."));
    }
    if (ofUnion && code.charAt(0) != '8') {
      why.breach(
          standard,
          "NOT_A_UNION",
          new Text("不是工会的代码：工会的代码以 8 开头。", "Not a union's code: those begin with 8."));
    }
    if (!innerFits(code)) {
      why.note(
          "其中的组织机构代码（第 9 至 17 位）自身校验不符，请与证书核对。",
          "The organisation code within (places 9 to 17) fails its own check.");
    }
    return Outcome.of(why.isClean());
  }

  private static void characters(Reasoning why, Threshold standard, String code) {
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        why.breach(
            standard,
            "CHARACTER",
            Text.of(
                "第 %1$d 位“%2$s”不可用（不用字母 I、O、S、V、Z）。",
                "Character %1$d, \"%2$s\", is not in use (there are no I, O, S, V, Z).",
                i + 1,
                code.substring(i, i + 1)));
      }
    }
  }

  /// Upper case and half width, without the spaces that people put between groups.
  private static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static char checkCharacter(String code) {
    int weight = 1;
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static boolean innerFits(String code) {
    int sum = 0;
    for (int i = 0; i < INNER_WEIGHTS.length; i++) {
      sum += Character.digit(code.charAt(8 + i), 36) * INNER_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    return code.charAt(16) == expected;
  }
}
