package org.zhijia.election;

/// A ballot is in the box. Which one, whose, and in which of the votes that are open is not said:
/// nobody has to know it, and the count tells the rest.
public record BallotCast(long assembly) {}
