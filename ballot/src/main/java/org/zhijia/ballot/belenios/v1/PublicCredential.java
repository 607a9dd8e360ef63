package org.zhijia.ballot.belenios.v1;

import org.zhijia.ballot.json.JsonText;

/// One voter's public credential: the encoding of g^s and the weight of the voter's ballot.
///
/// Source: Belenios specification 3.1, section 4.8. A weight of 1 is not written.
public record PublicCredential(String key, long weight) implements JsonText.Writable {

  /// Weights above this are refused; belenios-tool writes them as decimal strings.
  public static final long MOST_WEIGHT = 99_999_999_999L;

  public PublicCredential {
    if (weight < 1 || weight > MOST_WEIGHT) {
      throw new IllegalArgumentException("a weight is 1 to " + MOST_WEIGHT + ", not " + weight);
    }
  }

  @Override
  public void writeTo(JsonText json) {
    json.text(weight == 1 ? key : key + "," + weight);
  }
}
