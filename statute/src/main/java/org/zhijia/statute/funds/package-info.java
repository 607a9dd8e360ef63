/// Members' dues. Contributions, splits and limits of spending follow with the funds.
package org.zhijia.statute.funds;
