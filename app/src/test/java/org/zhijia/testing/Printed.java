package org.zhijia.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// A PDF as its reader sees it: words, places, symbols.
public final class Printed {
  private static final float DPI = 150;

  private final byte[] file;

  public Printed(byte[] file) {
    this.file = file;
  }

  public int pages() {
    try (PDDocument document = Loader.loadPDF(file)) {
      return document.getNumberOfPages();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Without any space.
  public String text() {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Every character with its place in points.
  public List<TextPosition> characters() {
    List<TextPosition> all = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          all.add(text);
        }
      }.getText(document);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return all;
  }

  /// What the QR symbols of all pages hold.
  public List<String> symbols() {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        found.addAll(symbols(new PDFRenderer(document).renderImageWithDPI(page, DPI)));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }

  /// Keeps the pages beside the pictures of the browser's, to be looked at.
  public void pictures(String name) {
    try (PDDocument document = Loader.loadPDF(file)) {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
        ImageIO.write(image, "png", folder.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> symbols(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      return Arrays.stream(
              new QRCodeMultiReader()
                  .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)))
          .map(Result::getText)
          .toList();
    } catch (NotFoundException none) {
      return List.of();
    }
  }
}
