package org.zhijia.congress;

/// In what capacity somebody sits in the hall.
enum Standing {
  /// 正式代表: has a vote and counts as due.
  DELEGATE,
  /// 特邀代表
  INVITED,
  /// 列席人员
  OBSERVER
}
