package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;
import org.zhijia.web.Task;

/// Photographs of candidates: brought in by the desk, seen by whoever sees the list.
@Controller
class PhotoPages {
  private final Photos photos;
  private final PhotoStore store;
  private final Polls led;
  private final PollPages pages;

  PhotoPages(Photos photos, PhotoStore store, Polls led, PollPages pages) {
    this.photos = photos;
    this.store = store;
    this.led = led;
    this.pages = pages;
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/photos")
  String add(
      @PathVariable String uuid,
      @RequestParam(defaultValue = "") List<MultipartFile> file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    List<Photos.Sent> sent = new ArrayList<>();
    for (MultipartFile each : file) {
      if (!each.isEmpty()) {
        sent.add(new Photos.Sent(String.valueOf(each.getOriginalFilename()), each.getBytes()));
      }
    }
    return pages.done(uuid, photos.add(uuid, sent), model, response);
  }

  /// @param place of the candidate on the list, from 1
  @Open
  @GetMapping("/polls/{uuid}/photos/{place}")
  ResponseEntity<byte[]> show(@PathVariable String uuid, @PathVariable int place) {
    PollRow row = led.find(uuid);
    if (!pages.isSeen(row)) {
      throw new NotThere();
    }
    String name =
        led.candidates(row).stream()
            .filter(each -> each.place() == place)
            .findFirst()
            .map(Candidate::name)
            .orElseThrow(NotThere::new);
    byte[] jpeg = store.find(row.poll().assembly(), name).orElseThrow(NotThere::new);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
        .body(jpeg);
  }
}
