/// The verifier: everything that can be checked about an election from what is published.
///
/// Responsible for the numbered list of checks of `docs/spec/ballot.md`, section 8, for verdicts
/// that name the check that fails and the place, and for doing it on all cores in constant memory.
/// Refuses to know who runs it, and to trust anything but the documents themselves.
package org.zhijia.ballot.audit;
