/// The union slate: a ballot on which each candidate is approved, opposed or neither, and at most
/// as many are approved as there are seats.
///
/// Responsible for laying a slate out as two plain Belenios questions, for declaring it in the
/// election's description, and for the companion proof that no candidate is both approved and
/// opposed. The archive stays plain Belenios; the proofs lie beside it (`docs/spec/ballot.md`,
/// section 7). Write-ins are a short question about numbers beside it. Refuses to know who is
/// elected.
package org.zhijia.ballot.slate;
