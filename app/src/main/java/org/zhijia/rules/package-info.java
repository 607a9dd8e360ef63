/// The page of rules: anyone tries a rule with their own numbers, and sees the article.
///
/// Responsible for showing what `statute` decides. Refuses to decide.
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.zhijia.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
