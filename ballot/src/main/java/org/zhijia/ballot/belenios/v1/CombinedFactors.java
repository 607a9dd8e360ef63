package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.group.VartimeProducts;

/// Combines partial decryptions into the factors F with which each ciphertext opens: β/F = g^sum.
///
/// A mandatory trustee contributes its factor, a threshold item the product of `threshold` factors
/// raised to Lagrange's coefficients λ_δ = Π k/(k − δ) over the other indices k, counted from 1
/// within the item. Which of the trustees decrypted does not change F.
///
/// Source: Belenios specification 3.1, section 4.21.
public final class CombinedFactors {
  private final Group group;
  private final Trustees trustees;

  public CombinedFactors(Group group, Trustees trustees) {
    this.group = group;
    this.trustees = trustees;
  }

  /// One item's decryptions that are needed, by index from 1 within the item; empty if too few.
  private static Optional<SortedMap<Integer, PartialDecryption>> needed(
      Trustees.Item item, int firstOwner, Map<Integer, PartialDecryption> byOwner) {
    SortedMap<Integer, PartialDecryption> chosen = new TreeMap<>();
    for (int index = 1; index <= item.keys().size(); index++) {
      PartialDecryption decryption = byOwner.get(firstOwner + index - 1);
      if (decryption != null && chosen.size() < item.needed()) {
        chosen.put(index, decryption);
      }
    }
    return chosen.size() == item.needed() ? Optional.of(chosen) : Optional.empty();
  }

  /// Whether enough trustees of every item have decrypted.
  public boolean areEnough(Map<Integer, PartialDecryption> byOwner) {
    int owner = 1;
    for (Trustees.Item item : trustees.items()) {
      if (needed(item, owner, byOwner).isEmpty()) {
        return false;
      }
      owner += item.keys().size();
    }
    return true;
  }

  /// Of these, only as many as are needed, by trustee number; the others change nothing.
  public Map<Integer, PartialDecryption> needed(Map<Integer, PartialDecryption> byOwner) {
    SortedMap<Integer, PartialDecryption> chosen = new TreeMap<>();
    int first = 1;
    for (Trustees.Item item : trustees.items()) {
      int owner = first;
      needed(item, first, byOwner)
          .ifPresent(some -> some.forEach((index, part) -> chosen.put(owner + index - 1, part)));
      first += item.keys().size();
    }
    return chosen;
  }

  /// The factors F by question and choice.
  ///
  /// @param byOwner verified partial decryptions by trustee number from 1; enough of them
  public List<List<Element>> combine(Map<Integer, PartialDecryption> byOwner) {
    List<List<Element>> combined = new ArrayList<>();
    PartialDecryption shape = byOwner.values().iterator().next();
    for (int i = 0; i < shape.factors().size(); i++) {
      VartimeProducts products = group.vartimeProducts();
      for (int j = 0; j < shape.factors().get(i).size(); j++) {
        products.begin();
        multiplyAll(products, byOwner, i, j);
      }
      combined.add(products.elements());
    }
    return combined;
  }

  private void multiplyAll(
      VartimeProducts products, Map<Integer, PartialDecryption> byOwner, int i, int j) {
    int owner = 1;
    for (Trustees.Item item : trustees.items()) {
      SortedMap<Integer, PartialDecryption> chosen =
          needed(item, owner, byOwner)
              .orElseThrow(() -> new IllegalArgumentException("too few partial decryptions"));
      for (var entry : chosen.entrySet()) {
        Element factor = entry.getValue().factors().get(i).get(j);
        switch (item) {
          case Trustees.Single _ -> products.times(factor);
          case Trustees.Threshold _ ->
              products.times(group.vartimeBase(factor), lagrange(chosen, entry.getKey()));
        }
      }
      owner += item.keys().size();
    }
  }

  private Scalar lagrange(SortedMap<Integer, PartialDecryption> chosen, int delta) {
    Scalar coefficient = group.scalar(1);
    for (int k : chosen.keySet()) {
      if (k != delta) {
        Scalar quotient = group.scalar(k).times(group.scalar(k - delta).inverted());
        coefficient = coefficient.times(quotient);
      }
    }
    return coefficient;
  }
}
