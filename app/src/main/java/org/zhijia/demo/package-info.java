/// The demo: an invented district, the other people of its congress, a clock that can be moved, and
/// the page that shows all parts of the look together.
///
/// Responsible for something believable to look at, and for one person being able to lead the
/// congress alone. Refuses to be there outside the demo.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "congress",
      "election",
      "identity",
      "operation",
      "registry",
      "rehearsal",
      "web"
    })
package org.zhijia.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
