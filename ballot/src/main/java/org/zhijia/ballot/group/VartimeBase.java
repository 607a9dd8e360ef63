package org.zhijia.ballot.group;

/// A public base laid out for *variable-time* powers in [VartimeProducts]. Never give it a secret
/// exponent.
///
/// A wide base may be shared between threads; any other grows while it is used and belongs to one
/// thread at a time.
public interface VartimeBase {

  Element element();
}
