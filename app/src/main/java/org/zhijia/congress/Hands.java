package org.zhijia.congress;

/// Hands that were raised.
record Hands(int approvals, int against, int abstain) {
  int all() {
    return approvals + against + abstain;
  }
}
