package org.zhijia.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijia.tables.TableWriter;

/// The secretary's desk of one congress.
///
/// @param at its address, e.g. `/congresses/7`
record Desk(Client secretary, String at) {
  private static final Pattern ASSEMBLY = Pattern.compile("/elections/(\\d+)");
  private static final Pattern DOCUMENT =
      Pattern.compile("data-template=\"([\\w-]+)\".*?href=\"(/documents/\\d+)\"");
  private static final int PLATFORM = 9;
  private static final int A_ROW = 20;
  private static final int MOST_SEATED = 60 * A_ROW;
  private static final Pattern SHOWABLE = Pattern.compile("name=\"poll\" value=\"(\\d+)\"");
  private static final Pattern BADGE =
      Pattern.compile("(?s)badge-name\">([^<]*)</p>\\s*<p>([^<]*)</p>.*?<code>([^<]*)</code>");
  private static final String CODE_WORD = "预工发";

  /// Somebody on the list, with what is printed on the card.
  record Card(String name, String unit, String code) {}

  /// In the order of the list.
  List<Card> cards() {
    return all(BADGE, secretary.page(at + "/cards")).stream()
        .map(one -> new Card(plain(one.group(1)), plain(one.group(2)), one.group(3)))
        .toList();
  }

  /// The id under which the elections know the congress.
  long assembly() {
    return Long.parseLong(first(ASSEMBLY, secretary.page(at)));
  }

  void enter(String stage) {
    secretary.act(at + "/stages", "stage", stage);
  }

  void draft(String template) {
    secretary.act(
        at + "/papers",
        "template",
        template,
        "codeWord",
        CODE_WORD,
        "higher",
        "市总工会",
        "contact",
        "大会秘书处",
        "chair",
        "主席团");
  }

  /// Nearly all raise their hands; nobody is counted who is not there.
  void hands(String subject, int present, int due) {
    int against = present > 20 && 2 * (present - 1) > due ? 1 : 0;
    secretary.act(
        at + "/hands",
        "subject",
        subject,
        "approvals",
        String.valueOf(present - against),
        "against",
        String.valueOf(against));
  }

  /// Proposes people for a post of the meeting.
  void name(String post, List<String> names) {
    names.forEach(name -> secretary.act(at + "/posts", "post", post, "name", name));
  }

  /// Where the items of the agenda are, in their order, before any of them was called up.
  List<String> items() {
    Pattern item = Pattern.compile("\"(" + Pattern.quote(at) + "/agenda/\\d+)/call\"");
    return all(item, secretary.page(at + "/agenda")).stream().map(one -> one.group(1)).toList();
  }

  /// Puts the result that was announced last on the big screen.
  void showLastResult() {
    List<MatchResult> results = all(SHOWABLE, secretary.page(at + "/steering"));
    if (!results.isEmpty()) {
      secretary.act(at + "/steering", "shows", "RESULT", "poll", results.getLast().group(1));
    }
  }

  void showHall() {
    secretary.act(at + "/steering", "shows", "HALL");
  }

  /// Works the seats of this many people out, in a hall that is large enough.
  void seat(int people) {
    String rows = Math.ceilDiv(people, A_ROW) + "x" + A_ROW;
    if (people <= MOST_SEATED) {
      String platform = String.valueOf(PLATFORM);
      secretary.act(at + "/seating", "platform", platform, "rows", rows, "numbering", "ODD_LEFT");
    }
  }

  /// A file that can be fetched.
  record Paper(String file, String address) {}

  /// All that was drafted, the oldest first, and what else is printed.
  List<Paper> papers() {
    List<Paper> papers = new ArrayList<>();
    for (MatchResult one : all(DOCUMENT, secretary.page(at + "/papers")).reversed()) {
      String name = "%02d-%s".formatted(papers.size() / 2 + 1, one.group(1));
      papers.add(new Paper(name + ".pdf", one.group(2) + "/pdf"));
      papers.add(new Paper(name + ".docx", one.group(2) + "/docx"));
    }
    papers.add(new Paper("delegate-cards.pdf", at + "/cards.pdf"));
    if (secretary.page(at + "/seating").contains("/seating.pdf")) {
      papers.add(new Paper("seating-plan.pdf", at + "/seating.pdf"));
    }
    return papers;
  }

  static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new Stuck("not on the page: " + pattern);
    }
    return found.group(1);
  }

  static List<MatchResult> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().toList();
  }

  /// A page's text without its entities.
  static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /// A file as officers send it.
  static byte[] csv(List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.csv(bytes)) {
      for (List<String> row : rows) {
        writer.write(row);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
