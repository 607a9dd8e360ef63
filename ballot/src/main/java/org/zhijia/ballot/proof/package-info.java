/// Zero-knowledge proofs over a [org.zhijia.ballot.group.Group]: knowledge of an exponent, equality
/// of two exponents, and "one of these branches holds", each made non-interactive by a hash.
///
/// Responsible for making proofs in constant time and checking them in variable time, and for the
/// exact bytes that enter each hash. Refuses to know which statement a proof is for: the callers
/// hand in the prefix that binds it.
package org.zhijia.ballot.proof;
