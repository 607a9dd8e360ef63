package org.zhijia.election;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The figures of one vote, both ways of voting apart and together (计票单).
///
/// @param runoff a vote among those tied: most votes elect
/// @param lines by place on the ballot, then those who were written in; one line for a resolution
/// @param accepted surpluses of one way of voting that the chief scrutineer let count
/// @param voids how many paper ballots are void, by the reason
public record CountSheet(
    int due,
    int present,
    int seats,
    boolean runoff,
    List<Channel> channels,
    List<Acceptance> accepted,
    List<Line> lines,
    Map<String, Integer> voids) {

  public CountSheet {
    channels = List.copyOf(channels);
    accepted = List.copyOf(accepted);
    lines = List.copyOf(lines);
    voids = Collections.unmodifiableSortedMap(new TreeMap<>(voids));
  }

  /// Ballots of one kind.
  ///
  /// @param name `electronic` or `paper`
  public record Channel(String name, int issued, int returned, int invalid) {
    boolean hasSurplus() {
      return returned > issued;
    }
  }

  /// Votes for one person, in both ways together.
  ///
  /// @param id `c01` by place; the name of a person who was written in
  public record Line(
      String id, String name, int approve, int against, int abstain, boolean writtenIn) {}

  public int issued() {
    return channels.stream().mapToInt(Channel::issued).sum();
  }

  public int returned() {
    return channels.stream().mapToInt(Channel::returned).sum();
  }

  /// Whether more came back than were issued in all: the vote is void.
  boolean isOverfull() {
    return returned() > issued();
  }

  public int valid() {
    return returned() - channels.stream().mapToInt(Channel::invalid).sum();
  }

  /// How many votes for it takes: more than half of those due; 0 in a run-off, where most elect.
  public int majority() {
    return runoff ? 0 : due / 2 + 1;
  }

  static String id(int place) {
    return "c%02d".formatted(place);
  }

  /// As the rule `election.count` takes them.
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("due", due);
    facts.put("present", present);
    facts.put("seats", seats);
    facts.put("runoff", runoff);
    facts.put("channels", channels.stream().map(CountSheet::plain).toList());
    facts.put("accepted", accepted.stream().map(Acceptance::channel).toList());
    List<Object> candidates = new ArrayList<>();
    List<Object> writeIns = new ArrayList<>();
    for (Line line : lines) {
      if (line.writtenIn()) {
        writeIns.add(Map.of("name", line.name(), "votes", line.approve()));
      } else {
        candidates.add(plain(line));
      }
    }
    facts.put("candidates", candidates);
    facts.put("writeIns", writeIns);
    return facts;
  }

  private static Map<String, Object> plain(Channel channel) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", channel.name());
    plain.put("issued", channel.issued());
    plain.put("returned", channel.returned());
    plain.put("invalid", channel.invalid());
    return plain;
  }

  private static Map<String, Object> plain(Line line) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", line.id());
    plain.put("name", line.name());
    plain.put("approve", line.approve());
    plain.put("against", line.against());
    plain.put("abstain", line.abstain());
    return plain;
  }
}
