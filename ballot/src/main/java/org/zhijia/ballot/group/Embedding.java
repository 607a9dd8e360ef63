package org.zhijia.ballot.group;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What questions whose answers are shuffled need of a group beyond [Group] itself: numbers written
/// into elements, generators that nobody knows a relation between, and an order of elements.
///
/// A number has 8 bits. Numbers v1 … vn become the element that is written as
/// `((v1·2^8 + v2)·2^8 + … + vn)·2^padding + ε`, with the smallest ε that makes it a member.
///
/// ```java
/// Embedding embedding = Ed25519.group().embedding().orElseThrow();
/// Element element = embedding.embed(List.of(3, 0, 255));
/// embedding.numbers(element, 3); // [3, 0, 255]
/// ```
///
/// Source: Belenios specification 3.1, sections 5, 5.1, 5.2.1, tables 8 and 9.
public interface Embedding {

  /// The greatest number that fits its 8 bits.
  int LARGEST = 255;

  /// How many numbers fit one element.
  int most();

  /// The element of 1 to [#most] numbers from 0 to [#LARGEST]. Constant time in the numbers.
  Element embed(List<Integer> numbers);

  /// The numbers that were put into an element. Every element gives some, whether or not numbers
  /// had been put in: what stands beyond them is not looked at.
  List<Integer> numbers(Element element, int count);

  /// An independent generator: nobody knows its logarithm to the base g or another one.
  ///
  /// @param index −1 or more
  Element generator(int index);

  /// The order in which belenios-tool sorts elements.
  Comparator<Element> order();

  /// The embedding of a group; `BELENIOS-2048` has none.
  static Optional<Embedding> of(Group group) {
    return switch (group) {
      case Ed25519 _ -> Optional.of(EdwardsEmbedding.EMBEDDING);
      case FiniteField field when field == FiniteField.rfc3526() ->
          Optional.of(new ResidueEmbedding(field));
      default -> Optional.empty();
    };
  }

  /// The digest from which an independent generator is made.
  static byte[] seed(int index) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(("ggen|" + index).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// @throws IllegalArgumentException if the numbers do not fit
  static void demandFitting(List<Integer> numbers, int most) {
    boolean fit = !numbers.isEmpty() && numbers.size() <= most;
    for (int number : numbers) {
      fit &= (number & ~LARGEST) == 0;
    }
    if (!fit) {
      throw new IllegalArgumentException("1 to " + most + " numbers from 0 to 255 are expected");
    }
  }
}
