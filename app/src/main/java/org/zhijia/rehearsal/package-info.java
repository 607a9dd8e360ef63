/// A whole congress, played against a running server over HTTP by simulated secretary, clerk,
/// delegates, tellers and scrutineers, encryption included: `zhijia rehearse`.
///
/// Responsible for showing, before the real day, that everything works with the real roster, and
/// that what came out is what was put in. Refuses to know the server's inside: its people do what
/// browsers do, and hold the secrets that browsers hold. Only [Door], which lets them in, belongs
/// to the server.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "operation", "registry", "tables", "web"})
package org.zhijia.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
