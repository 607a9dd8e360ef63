package org.zhijia.ballot.shuffle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Randomness;

/// A secret order: place i takes what was at place `at(i)`, both from 0.
///
/// Source: Belenios specification 3.1, table 2 (Fisher and Yates).
final class Permutation {
  private final int[] places;

  private Permutation(int[] places) {
    this.places = places;
  }

  /// Every order with the same chance.
  static Permutation random(int size, Randomness randomness) {
    int[] places = new int[size];
    int[] rest = new int[size];
    for (int i = 0; i < size; i++) {
      rest[i] = i;
    }
    for (int i = 0; i < size; i++) {
      int k = i + below(size - i, randomness);
      places[i] = rest[k];
      rest[k] = rest[i];
    }
    return new Permutation(places);
  }

  int at(int place) {
    return places[place];
  }

  <T> List<T> of(List<T> items) {
    List<T> permuted = new ArrayList<>(items.size());
    for (int place : places) {
      permuted.add(items.get(place));
    }
    return permuted;
  }

  /// A uniform number below a bound: numbers beyond the last whole multiple of the bound are thrown
  /// away, since their remainders would make the small ones likelier.
  static int below(int bound, Randomness randomness) {
    byte[] bytes = new byte[Long.BYTES];
    long multiple = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    while (true) {
      randomness.fill(bytes);
      long number = ByteBuffer.wrap(bytes).getLong() & Long.MAX_VALUE;
      if (number < multiple) {
        return (int) (number % bound);
      }
    }
  }
}
