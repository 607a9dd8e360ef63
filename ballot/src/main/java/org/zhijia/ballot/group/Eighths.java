package org.zhijia.ballot.group;

import java.util.List;

/// Products of public powers of which the eighth powers matter; see [Hints].
public interface Eighths extends VartimeProducts {

  /// The canonical encodings of the eighth powers of all products, in order.
  List<String> encodeMembers();

  /// All products as [Hints#read] takes them.
  byte[] points();
}
