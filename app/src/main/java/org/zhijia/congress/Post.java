package org.zhijia.congress;

/// Who acts for the congress itself while it lasts.
enum Post {
  /// 主席团成员
  PRESIDIUM,
  /// 执行主席
  EXECUTIVE_CHAIR,
  /// 秘书长
  SECRETARY_GENERAL,
  /// 副秘书长
  DEPUTY_SECRETARY,
  /// 总监票人
  CHIEF_SCRUTINEER,
  /// 监票人
  SCRUTINEER,
  /// 计票人
  TELLER;

  /// Watches over the votes, and so stands in none.
  boolean watchesVotes() {
    return this == CHIEF_SCRUTINEER || this == SCRUTINEER;
  }
}
