package org.zhijia.election;

import java.util.OptionalInt;

/// Whom a meeting stands for. Elections do not know what kind of meeting it is; whoever convenes
/// meetings tells, since the law sets the size of a committee by the members that it stands for.
@FunctionalInterface
public interface Constituency {

  /// Members of the union whose meeting it is; empty where that is not known.
  OptionalInt members(long assembly);
}
