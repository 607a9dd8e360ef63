package org.zhijia.verify;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.zhijia.verify.terminal.Messages;

/// Our texts as picocli looks them up for its usage help.
final class UsageTexts extends ResourceBundle {
  private final Messages messages;

  UsageTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return messages.has(key) ? messages.text(key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(messages.keys());
  }
}
