package org.zhijia.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

class SecretChannelTest {
  private static final Group GROUP = Ed25519.group();
  private static final Randomness RANDOM = Randomness.secure();

  private final SecretChannel channel = new SecretChannel(GROUP);
  private final Scalar sender = GROUP.randomScalar(RANDOM);
  private final Scalar recipient = GROUP.randomScalar(RANDOM);

  @Test
  void aShareThatThePeerEncryptedIsOpened() throws IOException, Malformed {
    TrusteeSeed seed =
        TrusteeSeed.parse(GROUP, new String(resource("peer-seed.txt"), StandardCharsets.UTF_8))
            .orElseThrow();
    ThresholdShare share = ThresholdShare.read(GROUP, JsonNode.parse(resource("peer-share.json")));

    Scalar secret = ThresholdCeremony.openShare(seed, share);

    assertThat(GROUP.generatorPower(secret)).isEqualTo(share.publicKey().publicKey());
    assertThat(share.publicKey().pokHolds(GROUP)).isTrue();
  }

  @Test
  void aMessageArrives() throws Malformed {
    assertThat(channel.receive(recipient, key(sender), sent())).isEqualTo("消息 \"1\"");
  }

  @Test
  void anotherRecipientCannotReadIt() {
    Scalar stranger = GROUP.randomScalar(RANDOM);
    assertThatThrownBy(() -> channel.receive(stranger, key(sender), sent()))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void anotherSenderIsNotBelieved() {
    Scalar stranger = GROUP.randomScalar(RANDOM);
    assertThatThrownBy(() -> channel.receive(recipient, key(stranger), sent()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("not signed");
  }

  @Test
  void aMessageForSomebodyElseThatIsPassedOnIsRefused() throws Malformed {
    Scalar third = GROUP.randomScalar(RANDOM);
    String inner = channel.send(sender, key(third), "geheim", RANDOM);
    assertThatThrownBy(() -> channel.receive(recipient, key(sender), inner))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void everyFlippedDigitOfTheDataIsNoticed() {
    String sent = sent();
    int data = sent.indexOf("\"data\":\"") + 8;
    for (int at = data; at < sent.length() - 2; at += 37) {
      char digit = sent.charAt(at) == '0' ? '1' : '0';
      String changed = sent.substring(0, at) + digit + sent.substring(at + 1);
      assertThatThrownBy(() -> channel.receive(recipient, key(sender), changed))
          .isInstanceOf(Malformed.class);
    }
  }

  @Test
  void anotherAlgorithmIsRefused() {
    String old = sent().replace("AES-GCM", "AES-CCM");
    assertThatThrownBy(() -> channel.receive(recipient, key(sender), old))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("AES-GCM");
  }

  private String sent() {
    return channel.send(sender, key(recipient), "消息 \"1\"", RANDOM);
  }

  private static Element key(Scalar secret) {
    return GROUP.generatorPower(secret);
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = SecretChannelTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
