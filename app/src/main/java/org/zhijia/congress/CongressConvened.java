package org.zhijia.congress;

import org.zhijia.acts.PublicAct;

/// A congress was opened on the record: from now on every stage of it is an act.
///
/// @param kind `DELEGATES` or `MEMBERS`
public record CongressConvened(
    long organisation, long congress, String name, CongressKind kind, int dueTarget)
    implements PublicAct {}
