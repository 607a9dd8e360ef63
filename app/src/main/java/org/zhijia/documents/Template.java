package org.zhijia.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with placeholders such as `{{大会名称}}`, and what is wrong with it. Filling never breaks a
/// document: a placeholder without a value is a finding with its line.
///
/// @param name of the template, as in addresses and file names
record Template(String name, String text) {
  /// Filled without asking: the organisation's name and today.
  static final Set<String> GIVEN = Set.of("发文机关", "今天");

  static final int LONGEST = 100_000;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}\\n]{1,40})}}");
  private static final Pattern LEFT_OVER = Pattern.compile("\\{\\{|}}");

  /// A wording, or findings that stand against it.
  record Filled(Wording wording, List<Finding> findings) {
    Filled {
      findings = List.copyOf(findings);
    }
  }

  /// What the officer is asked for, in the template's own order.
  public List<String> asks() {
    return Markup.read(text).asks();
  }

  public DocumentKind kind() {
    return Markup.read(text).wording().kind();
  }

  /// What a federation has to mend before this template can be used.
  List<Finding> check() {
    if (text.length() > LONGEST) {
      return List.of(Finding.of(Finding.About.TOO_LONG, String.valueOf(LONGEST)));
    }
    Markup.Reading reading = Markup.read(text);
    List<Finding> findings = new ArrayList<>(reading.findings());
    Set<String> used = new LinkedHashSet<>();
    eachLine(
        (line, number) -> {
          Matcher found = PLACEHOLDER.matcher(line);
          while (found.find()) {
            String word = found.group(1).strip();
            used.add(word);
            if (!reading.asks().contains(word) && !GIVEN.contains(word)) {
              findings.add(Finding.at(number, Finding.About.UNKNOWN_PLACEHOLDER, word));
            }
          }
          if (LEFT_OVER.matcher(found.replaceAll("")).find()) {
            findings.add(Finding.at(number, Finding.About.UNCLOSED_PLACEHOLDER, ""));
          }
        });
    for (String ask : reading.asks()) {
      if (!used.contains(ask)) {
        findings.add(Finding.hint(0, Finding.About.UNUSED_PLACEHOLDER, ask));
      }
    }
    if (reading.wording().title().isEmpty()) {
      findings.add(Finding.of(Finding.About.TITLE_MISSING, ""));
    }
    return findings;
  }

  /// @param values by placeholder; blank is as good as missing
  Filled fill(Map<String, String> values) {
    List<Finding> findings = new ArrayList<>(check());
    StringBuilder filled = new StringBuilder();
    eachLine(
        (line, number) ->
            filled
                .append(
                    PLACEHOLDER
                        .matcher(line)
                        .replaceAll(
                            found -> {
                              String word = found.group(1).strip();
                              String value = values.getOrDefault(word, "").strip();
                              if (value.isEmpty() && knows(findings, word)) {
                                findings.add(Finding.at(number, Finding.About.VALUE_MISSING, word));
                              }
                              return Matcher.quoteReplacement(
                                  value.isEmpty() ? found.group() : inPlace(line, value));
                            }))
                .append('\n'));
    return new Filled(Markup.read(filled.toString()).wording(), findings);
  }

  /// A value of several lines stays in one field: in a field line its breaks become 、.
  private static String inPlace(String line, String value) {
    boolean alone = line.strip().startsWith("{{") && line.strip().endsWith("}}");
    return alone
        ? value
        : value.lines().map(String::strip).reduce((a, b) -> a + "、" + b).orElse("");
  }

  /// An unknown placeholder has its finding already.
  private static boolean knows(List<Finding> findings, String word) {
    return findings.stream()
        .noneMatch(
            each -> each.about() == Finding.About.UNKNOWN_PLACEHOLDER && each.word().equals(word));
  }

  private interface LineReader {
    void read(String line, int number);
  }

  private void eachLine(LineReader reader) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.stripLeading().startsWith("#") && !line.stripLeading().startsWith("要素：")) {
        reader.read(line, number);
      } else {
        reader.read("", number);
      }
    }
  }
}
