/// Files of rows as they arrive from enterprises and go out to them: CSV in any of the encodings
/// in use, and XLSX.
///
/// Responsible for finding the header among titles and merged cells, for dates in every spelling,
/// and for limits on what a file may hold. Refuses to know what the rows mean.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zhijia.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
