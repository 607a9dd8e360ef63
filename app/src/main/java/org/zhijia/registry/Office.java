package org.zhijia.registry;

/// The offices of a union organisation.
public enum Office {
  /// 主席
  CHAIR,
  /// 副主席
  VICE_CHAIR,
  /// 常务委员
  STANDING_MEMBER,
  /// 委员
  COMMITTEE_MEMBER,
  /// 经费审查委员会委员
  AUDIT_MEMBER,
  /// 经费审查委员会主任
  AUDIT_CHAIR,
  /// 女职工委员会主任
  WOMEN_CHAIR
}
