/// The member's and the visitor's pages.
///
/// Responsible for what somebody sees first: what waits for them, and where to check things.
/// Refuses to hold any data of its own.
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.zhijia.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
