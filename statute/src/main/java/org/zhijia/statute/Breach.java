package org.zhijia.statute;

import java.util.Optional;

/// One ground on which the answer is no. All of them are given, not only the first.
///
/// @param code for programs, e.g. `OVERVOTE`
/// @param citation the rule that it breaks; empty for a plain contradiction in the figures
public record Breach(String code, Text text, Optional<Citation> citation) {}
