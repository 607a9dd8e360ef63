package org.zhijia.statute.election;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;

/// The figures that the scrutineers hand in: who was due and present, ballots by channel, votes by
/// candidate.
///
/// @param due all delegates of the congress, the base of every majority
/// @param accepted channels whose surplus the scrutineers looked into and let stand
/// @param runoff whether it is a vote among those tied: they had the majority before
record CountSheet(
    long due,
    long present,
    long seats,
    boolean runoff,
    List<Channel> channels,
    List<String> accepted,
    List<Standing> standings) {

  /// Ballots of one kind.
  record Channel(String name, long issued, long returned, long invalid) {
    boolean hasSurplus() {
      return returned > issued;
    }
  }

  /// Votes for one person.
  ///
  /// @param against none for a person who was written in
  record Standing(
      String id, long approve, OptionalLong against, OptionalLong abstain, boolean writtenIn) {}

  static CountSheet of(Facts facts) throws BadFacts {
    long due = facts.positive("due");
    long present = facts.count("present");
    Meetings.demandAtMost("present", present, "due", due);
    List<Channel> channels = new ArrayList<>();
    for (Facts channel : facts.list("channels")) {
      channels.add(channel(channel));
    }
    if (channels.isEmpty()) {
      throw BadFacts.of(
          "缺少“channels”（各种选票的发出、收回数）。", "\"channels\" is missing: ballots issued and returned.");
    }
    CountSheet sheet =
        new CountSheet(
            due,
            present,
            facts.positive("seats"),
            facts.flag("runoff"),
            channels,
            facts.words("accepted"),
            standings(facts));
    sheet.demandRivals();
    sheet.demandSurpluses();
    for (Standing standing : sheet.standings) {
      Meetings.demandAtMost(standing.id(), standing.approve(), "returned", sheet.returned());
    }
    return sheet;
  }

  /// Those tied were more than the seats that were left.
  private void demandRivals() throws BadFacts {
    long listed = standings.stream().filter(standing -> !standing.writtenIn()).count();
    if (runoff && listed <= seats) {
      throw BadFacts.of(
          "票数相等再次投票（runoff）的候选人应多于应选 %d 人，现有 %d 人。",
          "A run-off is among more than its %d seats; there are %d candidates.", seats, listed);
    }
  }

  /// Only a surplus can be let stand.
  private void demandSurpluses() throws BadFacts {
    for (String name : accepted) {
      if (channels.stream().noneMatch(each -> each.name().equals(name) && each.hasSurplus())) {
        throw BadFacts.of(
            "“%s”没有多出选票，不能列入 accepted。",
            "\"%s\" has no surplus: it cannot be among those accepted.", name);
      }
    }
  }

  /// Whether the scrutineers let a channel's surplus stand. They cannot where more came back than
  /// were issued in all.
  boolean isAccepted(Channel channel) {
    return accepted.contains(channel.name()) && returned() <= issued();
  }

  private static Channel channel(Facts row) throws BadFacts {
    row.only(List.of("name", "issued", "returned", "invalid"));
    Channel channel =
        new Channel(
            row.text("name"),
            row.count("issued"),
            row.count("returned"),
            row.optionalCount("invalid").orElse(0));
    Meetings.demandAtMost(
        channel.name() + ".invalid", channel.invalid(), "returned", channel.returned());
    return channel;
  }

  private static List<Standing> standings(Facts facts) throws BadFacts {
    List<Standing> standings = new ArrayList<>();
    for (Facts row : facts.list("candidates")) {
      row.only(List.of("id", "name", "approve", "against", "abstain"));
      standings.add(
          new Standing(
              row.text("id"),
              row.count("approve"),
              row.optionalCount("against"),
              row.optionalCount("abstain"),
              false));
    }
    if (standings.isEmpty()) {
      throw BadFacts.of("缺少“candidates”（候选人得票）。", "\"candidates\" is missing: the votes.");
    }
    for (Facts row : facts.list("writeIns")) {
      row.only(List.of("name", "votes"));
      standings.add(
          new Standing(
              row.text("name"),
              row.count("votes"),
              OptionalLong.empty(),
              OptionalLong.empty(),
              true));
    }
    Set<String> seen = new HashSet<>();
    for (Standing standing : standings) {
      if (!seen.add(standing.id())) {
        throw BadFacts.of("“%s”出现了两次。", "\"%s\" appears twice.", standing.id());
      }
    }
    return standings;
  }

  long issued() {
    return channels.stream().mapToLong(Channel::issued).sum();
  }

  long returned() {
    return channels.stream().mapToLong(Channel::returned).sum();
  }

  long valid() {
    return returned() - channels.stream().mapToLong(Channel::invalid).sum();
  }
}
