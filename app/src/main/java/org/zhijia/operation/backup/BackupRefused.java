package org.zhijia.operation.backup;

import java.util.List;

/// A backup cannot be made or restored: the key of the text that says why and what to do, with its
/// arguments.
public final class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  public BackupRefused(String key, Object... arguments) {
    super(key + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
