/// The backup's format and its two directions (docs/decisions/0012).
///
/// Responsible for one file that holds everything an installation must not lose, sealed under a
/// passphrase, and for getting all of it back or nothing. Refuses to know commands, data
/// directories and servers: it is given a connection and a stream.
@NullMarked
package org.zhijia.operation.backup;

import org.jspecify.annotations.NullMarked;
