/// Whether secrets show in running times: what runs in constant time by its name is timed over a
/// fixed and over random secrets, and the two are compared.
///
/// Responsible for measuring and for the statistics. Refuses to say that anything is safe: it finds
/// leaks, and finding none is no proof (`docs/fuzzing.md`).
@NullMarked
package org.zhijia.bench.timing;

import org.jspecify.annotations.NullMarked;
