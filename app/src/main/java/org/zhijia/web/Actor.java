package org.zhijia.web;

import java.util.OptionalLong;

/// Who acts in this request: an account, and for which organisation it acts now (代表…行事).
///
/// @param account id of the account
/// @param name as it is shown
/// @param person id of the person behind the account; none for pure administrators
/// @param organisation that the account acts for; none for somebody without an office
/// @param organisationName as it is shown; empty where there is none
public record Actor(
    long account,
    String name,
    OptionalLong person,
    OptionalLong organisation,
    String organisationName) {}
