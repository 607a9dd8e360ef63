/// Unions as bodies: founding, sizes and composition of committees and congresses, terms and
/// vacancies, posts that do not go together, coverage rates.
package org.zhijia.statute.organisation;
