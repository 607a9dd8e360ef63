/// The house rules of CONTRIBUTING.md as tests over the whole tree. Reading sources is their only
/// means; what a program does is tested elsewhere.
@NullMarked
package org.zhijia.tidy;

import org.jspecify.annotations.NullMarked;
