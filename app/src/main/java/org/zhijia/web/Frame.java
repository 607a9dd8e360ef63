package org.zhijia.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What the layout needs on every page.
@ControllerAdvice
class Frame {
  static final String LARGE_TYPE = "type";

  private final Permit permit;
  private final boolean demo;
  private final boolean rehearsal;

  Frame(
      Permit permit,
      @Value("${zhijia.demo:false}") boolean demo,
      @Value("${zhijia.rehearsal:false}") boolean rehearsal) {
    this.permit = permit;
    this.demo = demo;
    this.rehearsal = rehearsal;
  }

  @ModelAttribute
  void around(Model model, HttpServletRequest request) {
    model.addAttribute("actor", permit.actor().orElse(null));
    model.addAttribute("permit", permit);
    model.addAttribute("demo", demo);
    model.addAttribute("rehearsal", rehearsal);
    Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    model.addAttribute("here", before instanceof String uri ? uri : request.getRequestURI());
    model.addAttribute("largeType", isLarge(request.getCookies()));
    Locale locale = LocaleContextHolder.getLocale();
    model.addAttribute("language", locale.getLanguage().equals("en") ? "en" : "zh-CN");
  }

  private static boolean isLarge(Cookie @Nullable [] cookies) {
    return cookies != null
        && Arrays.stream(cookies)
            .anyMatch(
                cookie -> cookie.getName().equals(LARGE_TYPE) && cookie.getValue().equals("large"));
  }
}
