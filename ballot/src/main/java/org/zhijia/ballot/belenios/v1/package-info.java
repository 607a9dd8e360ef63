/// Belenios "election version 1", byte for byte: the structures that are published, how they are
/// made and how they are written.
///
/// Responsible for the wire format of `docs/spec/ballot.md` and for nothing beyond it: version 2 of
/// the protocol would be a sister package. Refuses to know where files lie and who holds which
/// role.
///
/// Source: Belenios specification 3.1.
package org.zhijia.ballot.belenios.v1;
