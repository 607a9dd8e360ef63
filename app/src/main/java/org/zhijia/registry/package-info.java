/// Organisations as a tree, people, memberships, officers; and how they come in from files.
///
/// Responsible for who belongs where and since when, and for keeping sensitive fields sealed.
/// Refuses to know how somebody signs in or what a union does with its members.
/// Serves rows 5, 6 and 17 of the mission.
@NullMarked
@ApplicationModule(allowedDependencies = {"acts", "tables", "web"})
package org.zhijia.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
