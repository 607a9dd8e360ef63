/// `zhijia rule`: every rule of the land, tried with one's own numbers.
///
/// Responsible for reading facts and telling rulings. Refuses to decide: that is the statute
/// library's part.
@NullMarked
package org.zhijia.verify.rule;

import org.jspecify.annotations.NullMarked;
