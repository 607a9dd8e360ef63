/// `zhijia verify`: the numbered checks over an archive, as text or JSON.
///
/// Responsible for telling a verdict to people and machines. Refuses to judge: that is the ballot
/// library's part.
@NullMarked
package org.zhijia.verify.check;

import org.jspecify.annotations.NullMarked;
