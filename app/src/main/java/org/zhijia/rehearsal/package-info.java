/// A whole congress, played against a running server over HTTP by simulated secretary, clerk,
/// delegates, tellers and scrutineers, encryption included.
///
/// Responsible for showing, before the real day, that everything works with the real roster.
/// Refuses to know the server's inside: it does what browsers do, and holds the secrets that
/// browsers hold.
@NullMarked
@ApplicationModule(allowedDependencies = {"operation", "tables"})
package org.zhijia.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
