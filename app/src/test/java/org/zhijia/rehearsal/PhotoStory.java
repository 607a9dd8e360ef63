package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.zhijia.identity.Role;
import org.zhijia.testing.TestServer;

/// Photographs of candidates: brought in by the desk, kept small, seen with the list.
class PhotoStory {
  private final TestServer server = TestServer.running();
  private final Hall hall = new Hall().attend(20, 20, 20);
  private final String poll = "/polls/" + hall.prepare("COMMITTEE", 2, "丁一", "王二", "李四");
  private final Client member = hall.client(Role.USHER);

  private void send(String name, byte[] content) {
    hall.secretary.upload(poll + "/photos", name, content);
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  @Test
  void aPhotographIsKeptSmallAndSeenWithTheList() throws IOException {
    send("丁一.png", picture("png"));
    send("C:\\照片\\王 二.JPG", picture("jpg"));
    assertThat(hall.secretary.page(poll)).contains(poll + "/photos/1", poll + "/photos/2");
    assertThat(hall.secretary.page(poll)).doesNotContain(poll + "/photos/3");
    BufferedImage kept =
        ImageIO.read(new ByteArrayInputStream(hall.secretary.bytes(poll + "/photos/1")));
    assertThat(kept.getWidth()).isEqualTo(240);
    assertThat(kept.getHeight()).isEqualTo(320);

    assertThat(member.get(poll + "/photos/1").status()).isEqualTo(404);
    hall.secretary.act(poll + "/publication");
    assertThat(member.get(poll + "/photos/1").status()).isEqualTo(200);
    Client stranger = Client.device(server.at("/"));
    assertThat(stranger.get(poll + "/photos/1").status()).isEqualTo(404);
  }

  @Test
  void whatIsNoPhotographOfACandidateIsRefused() throws IOException {
    byte[] text = "不是照片".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> send("丁一.jpg", text)).hasMessageContaining("不是可以打开的 JPEG 或 PNG 照片");
    byte[] cut = java.util.Arrays.copyOf(picture("png"), 60);
    assertThatThrownBy(() -> send("丁一.png", cut)).hasMessageContaining("不是可以打开的");
    byte[] whole = picture("png");
    assertThatThrownBy(() -> send("赵无.png", whole)).hasMessageContaining("名单上没有“赵无”");
    assertThat(hall.secretary.page(poll)).doesNotContain(poll + "/photos/1");
    hall.secretary.act(poll + "/opening");
    assertThatThrownBy(() -> send("丁一.png", whole)).hasMessageContaining("投票已经开始");
  }
}
