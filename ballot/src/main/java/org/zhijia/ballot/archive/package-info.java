/// The `.bel` archive: everything published about one election in one append-only file.
///
/// Responsible for the bytes of the container, for the chain of events and for the order of
/// documents, in both directions and in constant memory. Refuses to judge what documents say: that
/// is the verifier's part.
package org.zhijia.ballot.archive;
