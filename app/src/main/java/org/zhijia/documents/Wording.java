package org.zhijia.documents;

import java.util.stream.Stream;

/// What a document says, as an officer types it; the layout adds nothing but the place of it.
///
/// @param codeWord of the number (机关代字); empty for a document without a number
/// @param mark the issuer's mark in red (发文机关标志); empty for a document without a red head
/// @param title its lines; a single line is broken and balanced by the layout
/// @param adoption in brackets under the title of a resolution; may be empty
/// @param addressee 主送, without the colon; may be empty
/// @param body a paragraph a line; lines that begin with 一、 （一） 1. （1） are headings
/// @param attachments a name a line
/// @param signatory 发文机关署名; may be empty
/// @param date 成文日期 as in 2026年4月23日; empty until issue means the day of issue
/// @param copies 抄送; may be empty
/// @param printer 印发机关; may be empty
public record Wording(
    DocumentKind kind,
    String codeWord,
    String mark,
    String title,
    String adoption,
    String addressee,
    String body,
    String attachments,
    String signatory,
    String date,
    String copies,
    String printer) {

  /// The title in one line, for lists.
  public String plainTitle() {
    return title.replace("\n", "");
  }

  Wording dated(String day) {
    return new Wording(
        kind,
        codeWord,
        mark,
        title,
        adoption,
        addressee,
        body,
        attachments,
        signatory,
        date.isEmpty() ? day : date,
        copies,
        printer);
  }

  /// Everything that is set on the page.
  Stream<String> texts() {
    return Stream.of(
        codeWord,
        mark,
        title,
        adoption,
        addressee,
        body,
        attachments,
        signatory,
        date,
        copies,
        printer);
  }
}
