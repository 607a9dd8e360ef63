package org.zhijia.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The text form of a wording, which an officer can read: a line `名称：内容` for each field, then
/// `正文：` and the body to the end. A field may come several times (title, attachments); lines that
/// begin with `#` are remarks. Templates are the same text with placeholders.
///
/// ```
/// 文种：通知
/// 代字：青工发
/// 标志：青川区总工会文件
/// 标题：青川区总工会关于召开代表大会的通知
/// 主送：各基层工会
/// 署名：青川区总工会
/// 正文：
/// 现将有关事项通知如下。
/// ```
final class Markup {
  private static final String BODY = "正文：";

  private Markup() {}

  /// The fields before the body.
  private enum Field {
    KIND("文种"),
    CODE_WORD("代字"),
    MARK("标志"),
    TITLE("标题"),
    ADOPTION("通过"),
    ADDRESSEE("主送"),
    ATTACHMENT("附件"),
    SIGNATORY("署名"),
    DATE("日期"),
    COPIES("抄送"),
    PRINTER("印发"),
    /// Of a template: the placeholders that it asks for.
    ASKS("要素");

    private final String word;

    Field(String word) {
      this.word = word;
    }
  }

  /// A reading of a text.
  ///
  /// @param asks what the line 要素 names
  record Reading(Wording wording, List<String> asks, List<Finding> findings) {
    Reading {
      asks = List.copyOf(asks);
      findings = List.copyOf(findings);
    }
  }

  static Reading read(String text) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    List<Finding> findings = new ArrayList<>();
    List<String> lines = text.lines().map(String::strip).toList();
    int at = 0;
    for (; at < lines.size() && !lines.get(at).startsWith(BODY); at++) {
      readField(lines.get(at), at + 1, fields, findings);
    }
    String body =
        at == lines.size()
            ? ""
            : (lines.get(at).substring(BODY.length())
                    + "\n"
                    + String.join("\n", lines.subList(at + 1, lines.size())))
                .strip();
    String kind = joined(fields, Field.KIND);
    if (kind.isEmpty()) {
      findings.add(Finding.of(Finding.About.KIND_MISSING, ""));
    } else if (DocumentKind.named(kind).isEmpty()) {
      findings.add(Finding.of(Finding.About.UNKNOWN_KIND, kind));
    }
    List<String> asks = new ArrayList<>();
    for (String ask : joined(fields, Field.ASKS).split("[，、,\n]", -1)) {
      if (!ask.isBlank()) {
        asks.add(ask.strip());
      }
    }
    return new Reading(wording(fields, kind, body), asks, findings);
  }

  private static void readField(
      String line, int number, Map<Field, List<String>> fields, List<Finding> findings) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf('：');
    String name = colon < 0 ? line : line.substring(0, colon).strip();
    for (Field field : Field.values()) {
      if (field.word.equals(name) && colon > 0) {
        fields
            .computeIfAbsent(field, _ -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
        return;
      }
    }
    findings.add(Finding.at(number, Finding.About.UNKNOWN_FIELD, beginning(name)));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(12, text.length()));
  }

  private static Wording wording(Map<Field, List<String>> fields, String kind, String body) {
    return new Wording(
        DocumentKind.named(kind).orElse(DocumentKind.NOTICE),
        joined(fields, Field.CODE_WORD),
        joined(fields, Field.MARK),
        joined(fields, Field.TITLE),
        joined(fields, Field.ADOPTION),
        joined(fields, Field.ADDRESSEE),
        body,
        joined(fields, Field.ATTACHMENT),
        joined(fields, Field.SIGNATORY),
        joined(fields, Field.DATE),
        joined(fields, Field.COPIES),
        joined(fields, Field.PRINTER));
  }

  private static String joined(Map<Field, List<String>> fields, Field field) {
    return fields.getOrDefault(field, List.of()).stream()
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// The one text of a wording: reading it gives the wording again.
  static String write(Wording wording) {
    StringBuilder text = new StringBuilder();
    write(text, Field.KIND, wording.kind().word());
    write(text, Field.CODE_WORD, wording.codeWord());
    write(text, Field.MARK, wording.mark());
    write(text, Field.TITLE, wording.title());
    write(text, Field.ADOPTION, wording.adoption());
    write(text, Field.ADDRESSEE, wording.addressee());
    write(text, Field.ATTACHMENT, wording.attachments());
    write(text, Field.SIGNATORY, wording.signatory());
    write(text, Field.DATE, wording.date());
    write(text, Field.COPIES, wording.copies());
    write(text, Field.PRINTER, wording.printer());
    return text.append(BODY).append('\n').append(wording.body()).append('\n').toString();
  }

  private static void write(StringBuilder text, Field field, String value) {
    value
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> text.append(field.word).append('：').append(line).append('\n'));
  }
}
