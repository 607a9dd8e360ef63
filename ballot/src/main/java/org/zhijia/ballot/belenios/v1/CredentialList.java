package org.zhijia.ballot.belenios.v1;

import java.util.Comparator;
import java.util.List;
import org.zhijia.ballot.json.JsonText;

/// The document of public credentials, sorted, so that their order tells nothing of the voters.
public record CredentialList(List<PublicCredential> credentials) implements JsonText.Writable {

  public CredentialList {
    credentials = credentials.stream().sorted(Comparator.comparing(PublicCredential::key)).toList();
    long distinct = credentials.stream().map(PublicCredential::key).distinct().count();
    if (distinct != credentials.size()) {
      throw new IllegalArgumentException("the same credential twice");
    }
  }

  @Override
  public void writeTo(JsonText json) {
    json.list(credentials);
  }
}
