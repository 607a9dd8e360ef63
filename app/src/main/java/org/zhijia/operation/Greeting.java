package org.zhijia.operation;

import java.util.List;
import java.util.Locale;

/// What a module has to tell the person who started the server, e.g. the first administrator's
/// link.
public interface Greeting {

  /// @param url where the server is reached, with a slash at the end
  List<String> lines(Locale locale, String url);

  /// Lower numbers speak first.
  default int order() {
    return 0;
  }
}
