package org.zhijia.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/// Language and large type, kept on the device.
@Open
@Controller
class PreferencePages {
  private final LocaleResolver locales;

  PreferencePages(LocaleResolver locales) {
    this.locales = locales;
  }

  @PostMapping("/language")
  String language(
      @RequestParam String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    locales.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    return "redirect:" + within(back);
  }

  @PostMapping("/type")
  String type(
      @RequestParam String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    Cookie cookie = new Cookie(Frame.LARGE_TYPE, to.equals("large") ? "large" : "normal");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    return "redirect:" + within(back);
  }

  /// A path of this site, and nothing that leads away from it.
  static String within(String path) {
    boolean ours = path.matches("/[\\p{L}\\p{N}._~/?=&%+-]*") && !path.startsWith("//");
    return ours ? path : "/";
  }
}
