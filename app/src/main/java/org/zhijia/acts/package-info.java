/// The public record: official acts, kept in the order in which they happened.
///
/// Responsible for recording each act in the transaction of the act itself. Refuses to know what
/// acts there are: those who act publish records that implement [org.zhijia.acts.PublicAct].
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zhijia.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
