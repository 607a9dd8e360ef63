package org.zhijia.congress;

import org.zhijia.acts.PublicAct;

/// All credentials were examined: how many delegates have a vote.
public record CredentialsExamined(
    long organisation, long congress, int delegates, int women, int unionWorkers, int frontLine)
    implements PublicAct {}
