/// A certificate authority for one installation, where no public one can help: a hall's own
/// network.
///
/// Responsible for an authority that can vouch for this installation's names and private addresses
/// alone, and for the server's certificate under it. Refuses to be a public authority.
@NullMarked
package org.zhijia.operation.authority;

import org.jspecify.annotations.NullMarked;
