package org.zhijia.rehearsal;

import java.util.regex.Pattern;

/// The server refused what the rehearsal needs to go on.
final class Stuck extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern REASON = Pattern.compile("(?s)role=\"alert\".*?</div>");

  Stuck(String path, Client.Answer answer) {
    super(path + ": " + answer.status() + " " + reason(answer.body()));
  }

  Stuck(String what) {
    super(what);
  }

  /// The notice of the page, without its markup.
  private static String reason(String body) {
    var found = REASON.matcher(body);
    String shown = found.find() ? found.group() : body;
    String plain = shown.replaceAll("<[^>]*>|role=\"alert\">?", " ").replaceAll("\\s+", " ");
    return plain.length() > 400 ? plain.substring(0, 400) : plain;
  }
}
