package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// The dossier of a congress, to be kept.
@Needs(Task.RUN_CONGRESS)
@Controller
class DossierPages {
  private final Dossier dossier;

  DossierPages(Dossier dossier) {
    this.dossier = dossier;
  }

  /// Written in full before the first byte is sent: half a dossier is none.
  @GetMapping("/congresses/{id}/dossier")
  void download(@PathVariable long id, HttpServletResponse response) throws IOException {
    Path file = Files.createTempFile("zhijia-dossier-", ".zip");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        dossier.write(id, out);
      }
      response.setContentType("application/zip");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier-" + id + ".zip\"");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }
}
