package org.zhijia.operation;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// The last door before the log: the server's own lines are English and hold no personal things,
/// but an exception's message may quote what somebody typed. Chinese characters and long numbers
/// (identity, telephone, bank) leave as `…`.
final class MaskedLog implements StructuredLoggingJsonMembersCustomizer<Object> {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "\\p{IsHan}+|\\d{17}[Xx]|(?<![\\p{Alnum}.:-])\\d{11,}(?![\\p{Alnum}.-])|\\d{15,}");

  @Override
  public void customize(Members<Object> members) {
    members.applyingValueProcessor(ValueProcessor.of(String.class, MaskedLog::masked));
  }

  static String masked(String text) {
    return PERSONAL.matcher(text).replaceAll("…");
  }
}
