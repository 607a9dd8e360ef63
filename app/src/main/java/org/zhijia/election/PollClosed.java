package org.zhijia.election;

/// A box was closed: no ballot comes in any more, whoever waits for it may go on.
public record PollClosed(long assembly, long poll) {}
