package org.zhijia.election;

/// How far a vote has come. The steps come from the law (nomination, secret ballot, count,
/// announcement) and go one way only; a vote may be cancelled before it is decrypted.
public enum Stage {
  /// Candidates are named, checked, published.
  PREPARED,
  /// Ballots are cast.
  OPEN,
  /// No ballot is taken any more; the scrutineers verify and decrypt.
  CLOSED,
  /// The count is known to the scrutineers, who compare paper and sign.
  COUNTED,
  /// The chief scrutineer has signed.
  SIGNED,
  /// Known to all.
  ANNOUNCED,
  /// Given up before it was decrypted, with a reason; never decrypted.
  CANCELLED
}
