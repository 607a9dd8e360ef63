package org.zhijia.ballot.archive;

import java.util.List;
import org.zhijia.ballot.belenios.v1.Event;

/// An event with the documents that it seals, in the order of the file.
///
/// @param hash SHA-256 of the event in hexadecimal
public record Entry(Event event, String hash, List<Document> documents) {

  public Entry {
    documents = List.copyOf(documents);
  }

  /// The document that the event names, or for events about several, the last one.
  public Document payload() {
    return documents.getLast();
  }
}
