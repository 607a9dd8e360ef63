/// Numbers that carry a check digit: the unified social credit code, the identity number.
package org.zhijia.statute.codes;
