package org.zhijia.ballot.group;

/// A public base laid out for *variable-time* powers in [VartimeProducts]. Never give it a secret
/// exponent.
public interface VartimeBase {

  Element element();
}
