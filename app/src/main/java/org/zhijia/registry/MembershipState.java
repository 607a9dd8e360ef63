package org.zhijia.registry;

/// Where somebody stands as a member of the union.
public enum MembershipState {
  APPLIED,
  MEMBER,
  /// 保留会籍: no dues, no vote.
  RETAINED,
  TRANSFERRING,
  LEFT,
  EXPELLED,
  DECEASED
}
