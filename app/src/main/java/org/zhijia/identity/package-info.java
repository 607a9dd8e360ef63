/// Who someone is and what they may do: accounts, sign-in, roles on the tree of organisations.
///
/// Responsible for passwords, slips, sessions and appointments, and for answering
/// [org.zhijia.web.Permit]. Refuses to know what a task is good for: the modules that ask do.
@NullMarked
@ApplicationModule(allowedDependencies = {"acts", "registry", "web", "operation"})
package org.zhijia.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
