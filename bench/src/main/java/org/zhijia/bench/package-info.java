/// Measurements: whole commands side by side with belenios-tool, and single operations with JMH.
///
/// Speed is measured here and nowhere else: no test of this project is timed. What is quoted are
/// ratios taken in one run on one machine.
@NullMarked
package org.zhijia.bench;

import org.jspecify.annotations.NullMarked;
