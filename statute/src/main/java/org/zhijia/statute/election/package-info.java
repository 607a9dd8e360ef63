/// Meetings that decide and elect: quorum, candidates, ballots, counts, majorities, recall.
///
/// The rules of chapters 1.1 to 1.3 of `docs/domain.md`; each is a pure function of its facts.
package org.zhijia.statute.election;
