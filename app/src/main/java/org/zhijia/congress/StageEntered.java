package org.zhijia.congress;

import org.zhijia.acts.PublicAct;

/// A congress went on to a stage, or back to one for a reason.
///
/// @param reason empty when it went on
public record StageEntered(long organisation, long congress, String stage, String reason)
    implements PublicAct {}
