package org.zhijia.ballot.group;

import java.util.Optional;

/// What a group offers to verifiers that are helped by hints: points computed by somebody else, not
/// trusted, from which a claim is checked faster than it can be computed anew.
///
/// A hint is not the member C of the group that a check is about but its *eighth*, a point D of the
/// curve with C = D^8. The curve has 8·q points, so C is a member whatever D is, and no test of
/// membership is needed.
///
/// Source: `docs/spec/ballot.md`, section 12.
public interface Hints {

  /// The bytes of one point: x, then y, each as 32 bytes, least significant first.
  int POINT_BYTES = 64;

  /// 1/8 mod q: base^eighth is the eighth of a member that is a member itself.
  Scalar eighth();

  /// Products that are eighths; who hints, computes them.
  Eighths products();

  /// Points as hinted. Empty if the length is no multiple of a point's, if a number is not below
  /// p, or if a point is not on the curve.
  Optional<HintedPoints> read(byte[] points);
}
