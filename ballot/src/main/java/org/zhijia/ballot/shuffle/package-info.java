/// Verifiable shuffles: the order of encrypted answers is lost, and proven to be all that was lost.
///
/// Responsible for making shuffles, in constant time as far as the arithmetic goes, and checking
/// them. Refuses to know whose answers they are, and who shuffles when: that is the archive's part.
///
/// The letters are those of the CHVote System Specification 1.3.2, sections 5.5 and 8.4, as the
/// Belenios specification repeats them: Belenios specification 3.1, section 6.
package org.zhijia.ballot.shuffle;
