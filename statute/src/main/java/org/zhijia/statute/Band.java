package org.zhijia.statute;

/// One row of a table of sizes: up to and including so many, the size is from least to most.
///
/// @param upTo [Long#MAX_VALUE] for the last row
/// @param least and `most` are equal where the law gives one number
public record Band(long upTo, long least, long most) {}
