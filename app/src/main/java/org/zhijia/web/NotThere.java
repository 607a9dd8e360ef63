package org.zhijia.web;

/// There is no such thing, or it is not yours: one answer for both, 404.
public final class NotThere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotThere() {
    super("not there", null, false, false);
  }
}
