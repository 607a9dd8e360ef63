package org.zhijia.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A PDF that the browser shows, and keeps under a name of its own; no cache does.
public final class PdfAnswer {
  private PdfAnswer() {}

  /// @param name without suffix
  public static ResponseEntity<byte[]> of(String name, byte[] file) {
    String encoded =
        URLEncoder.encode(name.replaceAll("[\\\\/:*?\"<>|\\s]", ""), StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded + ".pdf")
        .header("Cache-Control", "no-store")
        .body(file);
  }
}
