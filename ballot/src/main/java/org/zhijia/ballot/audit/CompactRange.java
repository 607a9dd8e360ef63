package org.zhijia.ballot.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.zhijia.ballot.proof.Sha256;

/// The leaves `begin` … `end` − 1 of a Merkle tree, told by the roots of the largest subtrees that
/// cover them: at most two for each level. Ranges that touch are joined to one, in any grouping
/// with the same result; the range from 0 has the root of the whole tree. So parts that were hashed
/// apart show that together they are all leaves, each once and in order.
///
/// Source: RFC 6962, section 2.1, for the hashes.
///
/// @param roots from left to right
public record CompactRange(long begin, long end, List<Root> roots) {

  /// The root of a whole subtree of 2^level leaves.
  ///
  /// @param hash SHA-256 in hexadecimal
  public record Root(int level, String hash) {}

  public CompactRange {
    roots = List.copyOf(roots);
  }

  /// No leaf, at this place.
  public static CompactRange empty(long at) {
    return new CompactRange(at, at, List.of());
  }

  public static CompactRange ofLeaf(long index, byte[] leaf) {
    MessageDigest digest = Sha256.digest();
    digest.update((byte) 0);
    String hash = HexFormat.of().formatHex(digest.digest(leaf));
    return new CompactRange(index, index + 1, List.of(new Root(0, hash)));
  }

  /// This range and the one that follows it.
  ///
  /// @throws IllegalArgumentException if the other does not begin where this one ends
  public CompactRange join(CompactRange next) {
    if (next.begin != end) {
      throw new IllegalArgumentException("leaves " + end + " to " + next.begin + " are missing");
    }
    List<Root> joined = new ArrayList<>(roots);
    long reached = end;
    for (Root root : next.roots) {
      reached += 1L << root.level;
      joined.add(root);
      closeSubtrees(joined, reached);
    }
    return new CompactRange(begin, next.end, joined);
  }

  /// Two siblings make a parent, which may have a sibling itself.
  private void closeSubtrees(List<Root> joined, long reached) {
    while (joined.size() > 1) {
      Root right = joined.getLast();
      Root left = joined.get(joined.size() - 2);
      boolean isRightChild = ((reached - 1) >>> right.level & 1) == 1;
      if (left.level != right.level || !isRightChild) {
        return;
      }
      joined.removeLast();
      joined.set(joined.size() - 1, new Root(left.level + 1, parent(left.hash, right.hash)));
    }
  }

  /// The root over all leaves, in hexadecimal; of a tree without leaves the hash of nothing.
  ///
  /// @throws IllegalStateException if the range does not begin at 0
  public String root() {
    if (begin != 0) {
      throw new IllegalStateException("the leaves before " + begin + " are missing");
    }
    if (roots.isEmpty()) {
      return Sha256.hex(new byte[0]);
    }
    String root = roots.getLast().hash;
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = parent(roots.get(i).hash, root);
    }
    return root;
  }

  private static String parent(String left, String right) {
    MessageDigest digest = Sha256.digest();
    digest.update((byte) 1);
    digest.update(HexFormat.of().parseHex(left));
    return HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(right)));
  }
}
