/// A mock election: real choices through the real cryptography, from key ceremony to verified
/// result, in one process.
///
/// Responsible for reading choices from CSV, for refusing rows that break the rules with a reason,
/// and for playing all roles. Refuses to be a shortcut: every ballot is encrypted, proven and
/// verified as in earnest.
@NullMarked
package org.zhijia.verify.mock;

import org.jspecify.annotations.NullMarked;
