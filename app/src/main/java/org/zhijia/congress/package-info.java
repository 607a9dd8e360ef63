/// Congresses of a union, from the decision to hold one to the archive: delegates, credentials,
/// agenda, attendance, resolutions, proposals, documents, and what desk, floor and big screen show.
///
/// Responsible for the stages that the law asks for and for what each needs before the next may
/// begin. Refuses to know how a secret ballot works: `election` does.
/// Serves rows 1 and 3 of the mission.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "acts",
      "documents",
      "election",
      "identity",
      "registry",
      "rehearsal",
      "tables",
      "web"
    })
package org.zhijia.congress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
