package org.zhijia.ballot.audit;

/// The numbered list of everything that is checked. The numbers are promised by
/// `docs/spec/ballot.md`, section 8; they never change meaning.
public enum Check {
  /// The file begins with the header of an archive of version 1.
  HEADER(1),
  /// Every record is whole, in its one spelling, and named by the hash of its content.
  RECORDS(2),
  /// Every event names the event before it and the document it is about.
  CHAIN(3),
  /// Events and documents come in the order of an election, and all documents belong together.
  ORDER(4),
  /// The election is of version 1, over a known group, with well-formed questions.
  ELECTION(5),
  /// Every trustee knows the secret of its key.
  TRUSTEE_KEYS(6),
  /// The threshold ceremony's certificates, signatures and shares fit together.
  THRESHOLD_KEYS(7),
  /// The election's key is the product of the trustees' keys.
  ELECTION_KEY(8),
  /// Public credentials are distinct members of the group.
  CREDENTIALS(9),
  /// Every ballot is in its one spelling, with all lengths as the questions demand.
  BALLOT_FORM(10),
  /// Every ballot is for this election.
  BALLOT_ELECTION(11),
  /// Every ballot is under a credential of the list.
  BALLOT_CREDENTIAL(12),
  /// No ballot comes twice.
  BALLOT_ONCE(13),
  /// All ciphertexts are members of the prime-order group, canonically encoded.
  BALLOT_ELEMENTS(14),
  /// Every ballot is signed by the holder of its credential.
  BALLOT_SIGNATURE(15),
  /// Every mark is 0 or 1.
  INDIVIDUAL_PROOFS(16),
  /// Every answer has no fewer and no more marks than its question allows.
  OVERALL_PROOFS(17),
  /// Every answer is blank or marked, not both.
  BLANK_PROOFS(18),
  /// The tally counts each credential's last ballot once, and no more ballots than credentials.
  TALLY_SIZE(19),
  /// The encrypted tally is the sum of the last ballots.
  TALLY_SUM(20),
  /// Partial decryptions are by trustees of the list, one each, of members of the group.
  DECRYPTION_FORM(21),
  /// Every partial decryption was made with its trustee's key.
  DECRYPTION_PROOFS(22),
  /// Enough trustees have decrypted.
  DECRYPTION_QUORUM(23),
  /// No sum of the result exceeds the weight of all ballots.
  RESULT_BOUNDS(24),
  /// The result is what the decrypted tally says.
  RESULT_SUMS(25),
  /// A union slate's companion file is there and belongs to this election.
  COMPANION_FILE(26),
  /// Every ballot of a slate has its companion, bound to its tracker.
  COMPANION_BINDING(27),
  /// No candidate is both approved and opposed.
  COMPANION_PROOFS(28),
  /// Whoever gives numbers knows the randomness of the ciphertext: no answer is a copy.
  NUMBER_PROOFS(29),
  /// No candidate is marked on a list that is not.
  LIST_PROOFS(30),
  /// On the marked list some candidate is marked.
  NON_ZERO_PROOFS(31),
  /// Shuffles are by trustees of the list, of as many answers as there are, of group members.
  SHUFFLE_FORM(32),
  /// Every shuffle gives back the same answers in another order.
  SHUFFLE_PROOFS(33),
  /// The numbers of the result are what the shuffled answers decrypt to.
  RESULT_NUMBERS(34),
  /// Whoever writes somebody in spends an approval and opposes some candidate.
  WRITE_IN_PROOFS(35),
  /// The credentials are those that the election names.
  DECLARED_CREDENTIALS(36);

  private final int number;

  Check(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
