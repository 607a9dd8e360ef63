package org.zhijia.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paragraph of the body and its parts by typeface. Headings are known by how they are counted:
/// 一、 in 黑体, （一） in 楷体; 1. and （1） stay in 仿宋 (GB/T 9704 §7.3.3). A heading with text behind
/// it in the same paragraph ends with its first sentence.
record Paragraph(List<Part> parts) {
  private static final Pattern FIRST = Pattern.compile("^[一二三四五六七八九十]{1,3}、.+");
  private static final Pattern SECOND = Pattern.compile("^（[一二三四五六七八九十]{1,3}）.+");
  private static final Pattern SENTENCE = Pattern.compile("^([^。：]+[。：])(.+)$");

  /// Longer than this, an enumerated paragraph without a full stop is text, not a heading.
  private static final int HEADING = 56;

  Paragraph {
    parts = List.copyOf(parts);
  }

  /// A run in one typeface.
  record Part(String text, Face face) {}

  static List<Paragraph> of(String body) {
    List<Paragraph> paragraphs = new ArrayList<>();
    body.lines()
        .map(line -> line.strip().replaceAll("^[　 ]+", ""))
        .filter(line -> !line.isEmpty())
        .forEach(line -> paragraphs.add(paragraph(line)));
    return paragraphs;
  }

  private static Paragraph paragraph(String line) {
    Face face =
        FIRST.matcher(line).matches()
            ? Face.HEI
            : SECOND.matcher(line).matches() ? Face.KAI : Face.FANG;
    if (face == Face.FANG) {
      return new Paragraph(List.of(new Part(line, face)));
    }
    Matcher sentence = SENTENCE.matcher(line);
    if (sentence.matches()) {
      return new Paragraph(
          List.of(new Part(sentence.group(1), face), new Part(sentence.group(2), Face.FANG)));
    }
    Face whole = line.length() <= HEADING ? face : Face.FANG;
    return new Paragraph(List.of(new Part(line, whole)));
  }
}
