package org.zhijia.election;

import org.zhijia.acts.PublicAct;

/// A vote was given up before it was decrypted; its reason stands in the minutes.
public record PollCancelled(long organisation, long assembly, long poll, String uuid, String title)
    implements PublicAct {}
