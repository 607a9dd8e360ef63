package org.zhijia.ballot.group;

import java.util.List;

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
