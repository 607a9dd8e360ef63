/// The `zhijia` command: puts the commands together and starts the one that was asked for.
///
/// Exit codes: 0 done, 1 the answer is no, 2 wrong use or unreadable input.
@NullMarked
package org.zhijia.verify;

import org.jspecify.annotations.NullMarked;
