package org.zhijia.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/// The congress closes, reports, is approved, and goes into the archive.
final class Ending {
  private final Desk desk;
  private final Meeting meeting;
  private final Timeline timeline;

  Ending(Desk desk, Meeting meeting, Timeline timeline) {
    this.desk = desk;
    this.meeting = meeting;
    this.timeline = timeline;
  }

  void play() {
    desk.enter("CLOSING");
    meeting.close();
    desk.enter("APPROVAL");
    desk.draft("minutes");
    desk.draft("election-report");
    desk.secretary()
        .upload(
            desk.at() + "/approval",
            "approval.txt",
            "同意（预演）".getBytes(StandardCharsets.UTF_8),
            "number",
            "市工批（预演）",
            "on",
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    desk.draft("announcement");
    timeline.say("ending");
  }
}
