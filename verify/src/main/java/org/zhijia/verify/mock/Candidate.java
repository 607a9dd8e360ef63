package org.zhijia.verify.mock;

/// Someone who stands for election.
///
/// @param id as used in the ballots file
record Candidate(String id, String name) {}
