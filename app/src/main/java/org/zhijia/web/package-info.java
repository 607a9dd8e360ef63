/// What every page shares: layout, errors, language, who acts and whether they may.
///
/// Responsible for the frame around a page and for refusing by default. Refuses to know any
/// domain: [org.zhijia.web.Actor] and [org.zhijia.web.Permit] are answered by `identity`.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zhijia.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
