/// All rules together, by id.
package org.zhijia.statute.rulebook;
