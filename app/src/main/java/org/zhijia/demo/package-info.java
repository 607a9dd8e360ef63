/// The demo: an invented district, and the page that shows all parts of the look together.
///
/// Responsible for something believable to look at, and for people to sign in as. Refuses to be
/// there outside the demo.
@NullMarked
@ApplicationModule(allowedDependencies = {"congress", "identity", "operation", "registry", "web"})
package org.zhijia.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
