package org.zhijia.congress;

/// Hands that were raised.
record Hands(int approvals, int against, int abstain) {
  int all() {
    return approvals + against + abstain;
  }

  /// Whether so many people can have raised them.
  boolean areOf(int present) {
    return approvals >= 0 && against >= 0 && abstain >= 0 && all() <= present;
  }

  Ground tooMany(int present) {
    return Ground.of(
        "赞成、反对、弃权合计 %d，多于实到 %d 人。", "%d hands are more than the %d present.", all(), present);
  }
}
