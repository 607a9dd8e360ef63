/// Official documents: wording from templates, the layout of GB/T 9704, numbers, issue; and free
/// sheets, for what is no document but printed with the same typefaces.
///
/// Responsible for how a document is worded, set on the page, numbered and frozen. Refuses to know
/// what a document is about: whoever drafts one gives the values for its template.
/// Serves the documents of a congress and of a federation's daily work.
@NullMarked
@ApplicationModule(allowedDependencies = {"acts", "registry", "web"})
package org.zhijia.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
