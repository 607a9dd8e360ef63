package org.zhijia.web;

import java.time.LocalDate;
import java.util.List;

/// What waits for somebody (待我办理). Each module tells its own; the home page shows all, the
/// oldest deadline first.
public interface Waiting {

  /// One thing to do.
  ///
  /// @param text what it is, in the reader's language
  /// @param link where it is done
  record Item(String text, String link, LocalDate due) {}

  /// For who acts in this request.
  List<Item> forActor();
}
