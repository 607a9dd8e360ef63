/// One running server for all tests of a run, and visitors who go through its pages.
@NullMarked
package org.zhijia.testing;

import org.jspecify.annotations.NullMarked;
