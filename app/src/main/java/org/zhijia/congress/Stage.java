package org.zhijia.congress;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far a congress has come. The order comes from the constitution of the unions and from the
/// election methods in use; what each stage needs before the next is in [Checklist].
///
/// The vote on resolutions and the first plenaries may change places: the chair may be announced
/// before or after the resolutions.
enum Stage {
  /// 筹备
  PREPARATION,
  /// 代表
  DELEGATES,
  /// 资格审查
  CREDENTIALS,
  /// 预备会议
  PRELIMINARY_MEETING,
  /// 开幕
  OPENING,
  /// 报告
  REPORTS,
  /// 选举
  ELECTION,
  /// 决议
  RESOLUTIONS,
  /// 首次全会
  FIRST_PLENARIES,
  /// 闭幕
  CLOSING,
  /// 报批
  APPROVAL,
  /// 公告归档
  ARCHIVE;

  /// Where it goes on, those that were passed already left out; none at the end.
  ///
  /// @param passed stages that were finished before the congress went back
  Optional<Stage> next(Set<Stage> passed) {
    return switch (this) {
      case PREPARATION -> Optional.of(DELEGATES);
      case DELEGATES -> Optional.of(CREDENTIALS);
      case CREDENTIALS -> Optional.of(PRELIMINARY_MEETING);
      case PRELIMINARY_MEETING -> Optional.of(OPENING);
      case OPENING -> Optional.of(REPORTS);
      case REPORTS -> Optional.of(ELECTION);
      case ELECTION -> Optional.of(RESOLUTIONS);
      case RESOLUTIONS -> Optional.of(passed.contains(FIRST_PLENARIES) ? CLOSING : FIRST_PLENARIES);
      case FIRST_PLENARIES -> Optional.of(passed.contains(RESOLUTIONS) ? CLOSING : RESOLUTIONS);
      case CLOSING -> Optional.of(APPROVAL);
      case APPROVAL -> Optional.of(ARCHIVE);
      case ARCHIVE -> Optional.empty();
    };
  }

  /// What else may follow at once: the plenaries before the resolutions.
  Optional<Stage> instead() {
    return this == ELECTION ? Optional.of(FIRST_PLENARIES) : Optional.empty();
  }

  /// Where it may go back to, for a reason. What the meeting has opened is not unopened; what the
  /// higher union refuses is elected anew.
  List<Stage> before() {
    return switch (this) {
      case PREPARATION, OPENING, ARCHIVE -> List.of();
      case DELEGATES -> List.of(PREPARATION);
      case CREDENTIALS -> List.of(DELEGATES);
      case PRELIMINARY_MEETING -> List.of(CREDENTIALS);
      case REPORTS -> List.of(OPENING);
      case ELECTION -> List.of(REPORTS);
      case RESOLUTIONS, FIRST_PLENARIES -> List.of(ELECTION);
      case CLOSING -> List.of(RESOLUTIONS, FIRST_PLENARIES);
      case APPROVAL -> List.of(ELECTION);
    };
  }

  boolean isBefore(Stage other) {
    return compareTo(other) < 0;
  }

  /// The hall is open: people check in, the floor and the big screen live.
  public boolean isInSession() {
    return !isBefore(PRELIMINARY_MEETING) && isBefore(APPROVAL);
  }
}
