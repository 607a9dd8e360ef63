package org.zhijia.election;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.statute.Breach;
import org.zhijia.tables.WrittenName;

/// Photographs of candidates, shown beside their names. What is kept is drawn anew, small: nothing
/// else that the file carried, such as where it was taken, goes along.
@Service
class Photos {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 320;

  /// Larger pictures are not opened: they could fill the memory.
  private static final long MOST_PIXELS = 40_000_000;

  private final PhotoStore store;
  private final Polls led;

  Photos(PhotoStore store, Polls led) {
    this.store = store;
    this.led = led;
  }

  /// A file as it was sent.
  ///
  /// @param name of the file: the candidate's, with an ending such as `.jpg`
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Sent(String name, byte[] content) {
    String candidate() {
      return WrittenName.plain(name.replaceAll(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", ""));
    }
  }

  /// Keeps those that fit; what stands against the others is told, file by file.
  @Transactional
  Decision add(String uuid, List<Sent> files) {
    PollRow row = led.led(uuid);
    if (row.poll().stage() != Stage.PREPARED) {
      return Polls.alreadyOpen();
    }
    List<String> standing = led.candidates(row).stream().map(Candidate::name).toList();
    List<Breach> grounds = new ArrayList<>();
    for (Sent file : files) {
      Optional<byte[]> small = standing.contains(file.candidate()) ? drawn(file) : Optional.empty();
      if (small.isPresent()) {
        store.put(row.poll().assembly(), file.candidate(), small.get());
      } else {
        grounds.add(against(file, standing));
      }
    }
    if (files.isEmpty()) {
      grounds.add(Decision.ground("NO_PHOTO", "请选择照片文件。", "Choose files with photographs."));
    }
    return Decision.of(grounds);
  }

  private static Breach against(Sent file, List<String> standing) {
    return standing.contains(file.candidate())
        ? Decision.ground(
            "NOT_A_PHOTO",
            "“%s”不是可以打开的 JPEG 或 PNG 照片，没有保存。",
            "\"%s\" is no JPEG or PNG picture that can be opened; it was not kept.",
            file.name())
        : Decision.ground(
            "NO_SUCH_CANDIDATE",
            "“%s”没有保存：名单上没有“%s”。文件名应当是候选人姓名。",
            "\"%s\" was not kept: nobody called \"%s\" is on the list. Name the file after the"
                + " candidate.",
            file.name(),
            file.candidate());
  }

  private static Optional<byte[]> drawn(Sent file) {
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(file.content()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(small(reader.read(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      return Optional.empty(); // whatever a damaged picture makes the reader throw
    }
  }

  /// Cut to the shape of a portrait around its middle, as JPEG.
  private static byte[] small(BufferedImage picture) {
    double scale =
        Math.max((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
    int width = (int) Math.ceil(picture.getWidth() * scale);
    int height = (int) Math.ceil(picture.getHeight() * scale);
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(picture, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(small, "jpg", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
