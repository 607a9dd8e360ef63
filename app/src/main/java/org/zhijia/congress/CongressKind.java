package org.zhijia.congress;

/// Who meets: elected delegates, or all members of a small union.
public enum CongressKind {
  /// 会员代表大会、代表大会
  DELEGATES,
  /// 会员大会
  MEMBERS
}
