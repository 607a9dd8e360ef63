/// Prime-order groups: the arithmetic on which every proof stands.
///
/// Responsible for elements and scalars that can only be had through checked doors, and for the two
/// kinds of exponentiation: constant-time for whatever is secret (the plain names), variable-time
/// for what is public anyway (every such name says `Vartime`). Refuses to know what a ballot is.
package org.zhijia.ballot.group;
