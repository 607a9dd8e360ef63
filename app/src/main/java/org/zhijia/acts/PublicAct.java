package org.zhijia.acts;

/// An official act that members may check: a record, named by a past participle.
///
/// It holds only what may stay public for ever. Anything personal goes in as a salted commitment
/// whose opening is kept elsewhere.
public interface PublicAct {}
