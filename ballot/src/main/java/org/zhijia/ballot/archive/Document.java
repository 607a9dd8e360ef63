package org.zhijia.ballot.archive;

/// A document of the archive, whose hash has been checked against its name.
///
/// @param hash SHA-256 in hexadecimal
/// @param position byte in the file at which its record begins
/// @param content the bytes; whoever gets them does not change them
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of each ballot would be waste
public record Document(String hash, long position, byte[] content) {}
