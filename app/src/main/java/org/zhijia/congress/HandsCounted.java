package org.zhijia.congress;

import org.zhijia.acts.PublicAct;

/// The meeting decided by show of hands.
public record HandsCounted(
    long organisation,
    long congress,
    String subject,
    int due,
    int present,
    int approvals,
    int against,
    int abstain,
    boolean carried)
    implements PublicAct {}
