package org.zhijia.election;

import java.time.Instant;

/// The chief scrutineer lets a surplus of one way of voting count, for a reason.
///
/// @param channel `electronic` or `paper`
/// @param issued and `returned`: the figures that were looked into, for which alone it holds
/// @param by the chief scrutineer's name
public record Acceptance(
    String channel, int issued, int returned, String reason, String by, Instant at) {

  boolean isOf(CountSheet.Channel figures) {
    return channel.equals(figures.name())
        && issued == figures.issued()
        && returned == figures.returned()
        && figures.hasSurplus();
  }
}
