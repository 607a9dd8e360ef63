/// Strict JSON: one reader that refuses what is doubtful, one writer whose bytes are promised.
///
/// Responsible for size limits, for saying *where* a document is wrong, and for the compact form
/// that hashes depend on. Refuses to know what the documents mean.
package org.zhijia.ballot.json;
