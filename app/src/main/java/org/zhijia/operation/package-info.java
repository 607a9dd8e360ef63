/// Running the server: command line, data directory, embedded database, health.
///
/// Responsible for getting from a command to a listening server and back to rest without losing
/// anything. Refuses to know what the server is for: no organisation, no member, no page.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zhijia.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
