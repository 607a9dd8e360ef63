/// Elections and secret votes of a meeting: candidates, keys, slips, the ballot box, the count and
/// the result that anyone can check.
///
/// Responsible for everything from nomination to the announced result, on paper and electronically.
/// Refuses to know what kind of meeting it is and who sits in it: the meeting tells how many are
/// due and present. Never holds a private key, a private credential or an open ballot.
/// Serves rows 2 and 3 of the mission.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"acts", "documents", "identity", "registry", "tables", "web"})
package org.zhijia.election;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
