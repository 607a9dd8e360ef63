package org.zhijia.congress;

import org.zhijia.acts.PublicAct;

/// Due and present of a sitting were fixed; votes opened from now on stand on them.
public record AttendanceFrozen(
    long organisation, long congress, int sitting, int due, int present, String formula)
    implements PublicAct {}
