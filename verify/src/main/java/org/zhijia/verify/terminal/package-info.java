/// What every command shares: the screen, the two languages, progress, tables, and how a command
/// ends.
///
/// Responsible for how the command line talks. Refuses to know what any command is about.
@NullMarked
package org.zhijia.verify.terminal;

import org.jspecify.annotations.NullMarked;
