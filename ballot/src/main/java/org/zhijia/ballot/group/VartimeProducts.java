package org.zhijia.ballot.group;

import java.util.List;
import java.util.Optional;

/// A list of products Π base^exponent of public data, computed in variable time and encoded
/// together at the price of one inversion. Not safe to share between threads.
///
/// ```java
/// List<String> commitments = group.vartimeProducts()
///     .begin().times(g, response).times(alpha, challenge)   // A = g^r · α^c
///     .begin().times(y, response).times(beta, challenge)    // B = y^r · β^c
///     .encode();
/// ```
public interface VartimeProducts {

  /// The door of [Group#element] for an element of which powers will be taken: the membership check
  /// and the powers share one chain of doublings. The chain lives in memory of this list, which
  /// [#forgetBases] takes back.
  Optional<VartimeBase> base(String text);

  /// Ends the use of all bases read so far, so that those read next find their memory still in the
  /// processor's cache. Products keep what they have; so do the bases' elements.
  void forgetBases();

  /// Begins the next product, at the neutral element.
  VartimeProducts begin();

  /// Multiplies the current product by base^exponent.
  VartimeProducts times(VartimeBase base, Scalar exponent);

  /// Multiplies the current product by an element.
  VartimeProducts times(Element element);

  /// The canonical encodings of all products, in order.
  List<String> encode();

  /// All products as elements, in order.
  List<Element> elements();
}
