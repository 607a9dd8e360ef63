/// What every rule is made of: citations, thresholds by jurisdiction and date, facts, rulings.
///
/// A rule takes [facts][org.zhijia.statute.Facts] and answers a
/// [ruling][org.zhijia.statute.Ruling]; every number of law that it uses is a
/// [threshold][org.zhijia.statute.Threshold] of a [pack][org.zhijia.statute.Pack], never a literal.
package org.zhijia.statute;
