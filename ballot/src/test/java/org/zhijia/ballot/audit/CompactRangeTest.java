package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.proof.Sha256;

class CompactRangeTest {

  @Test
  void noLeavesHaveTheHashOfNothing() {
    assertThat(CompactRange.empty(0).root())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /// The definition of RFC 6962, word by word.
  @Test
  void theRootIsThatOfTheDefinition() {
    for (int n = 1; n <= 70; n++) {
      assertThat(range(0, n).root()).as("%s leaves", n).isEqualTo(defined(0, n));
    }
  }

  @Test
  void anyGroupingGivesTheSameRange() {
    Random random = new Random(6962);
    for (int round = 0; round < 300; round++) {
      int begin = random.nextInt(40);
      int middle = begin + random.nextInt(40);
      int end = middle + random.nextInt(40);
      CompactRange whole = range(begin, end);
      assertThat(range(begin, middle).join(range(middle, end))).isEqualTo(whole);
      assertThat(whole.roots()).hasSizeLessThanOrEqualTo(2 * 7);
    }
  }

  @Test
  void aGapIsRefused() {
    assertThatThrownBy(() -> range(0, 3).join(range(4, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaves 3 to 4 are missing");
    assertThatThrownBy(() -> range(1, 3).root()).isInstanceOf(IllegalStateException.class);
  }

  private static byte[] leaf(int i) {
    return ("ballot " + i).getBytes(UTF_8);
  }

  private static CompactRange range(int begin, int end) {
    return IntStream.range(begin, end)
        .mapToObj(i -> CompactRange.ofLeaf(i, leaf(i)))
        .reduce(CompactRange.empty(begin), CompactRange::join);
  }

  private static String defined(int begin, int end) {
    MessageDigest digest = Sha256.digest();
    if (end - begin == 1) {
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(leaf(begin)));
    }
    int split = begin + Integer.highestOneBit(end - begin - 1);
    digest.update((byte) 1);
    for (String half : List.of(defined(begin, split), defined(split, end))) {
      digest.update(HexFormat.of().parseHex(half));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
