package org.zhijia.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/// Errors as people meet them: a sentence and what to do; an incident number, never a message from
/// the inside.
@Open
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private final DatabaseGone databaseGone;
  private final Frame frame;
  private final JsonMapper json;

  ErrorPages(DatabaseGone databaseGone, Frame frame, JsonMapper json) {
    this.databaseGone = databaseGone;
    this.frame = frame;
    this.json = json;
  }

  /// What the container or the security filters refused before a handler was found.
  @RequestMapping("/error")
  @Nullable String fromContainer(
      HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
    return show(status, request, response, model);
  }

  @ExceptionHandler
  @Nullable String fromHandler(
      Exception failure, HttpServletRequest request, HttpServletResponse response, Model model)
      throws Exception {
    if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) {
      throw failure; // the security filters know what to do
    }
    if (failure instanceof AsyncRequestNotUsableException) {
      return null; // whoever listened to a stream has gone
    }
    if (DatabaseGone.isDatabaseAway(failure)) {
      databaseGone.answer(response, failure);
      return null;
    }
    int status =
        switch (failure) {
          case NotThere _ -> HttpStatus.NOT_FOUND.value();
          case RequestRejectedException _ -> HttpStatus.BAD_REQUEST.value();
          case ErrorResponse known -> known.getStatusCode().value();
          case MethodArgumentTypeMismatchException _ -> HttpStatus.NOT_FOUND.value();
          default -> HttpStatus.INTERNAL_SERVER_ERROR.value();
        };
    if (status == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      LOG.error("incident {}", request.getAttribute(RequestIds.REQUEST_ID), failure);
    }
    return show(status, request, response, model);
  }

  private @Nullable String show(
      int status, HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    response.setStatus(status);
    if (isForPrograms(request)) {
      problem(status, request, response);
      return null;
    }
    frame.around(model, request);
    int known =
        switch (status) {
          case 400, 403, 404, 405, 413, 415, 429 -> status;
          default -> status < 500 ? 400 : 500;
        };
    model.addAttribute("status", known);
    model.addAttribute("incident", request.getAttribute(RequestIds.REQUEST_ID));
    return "web/error";
  }

  private static boolean isForPrograms(HttpServletRequest request) {
    Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String uri = before instanceof String first ? first : request.getRequestURI();
    return uri.startsWith("/api/");
  }

  /// Problem details of RFC 9457.
  private void problem(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setProperty("incident", request.getAttribute(RequestIds.REQUEST_ID));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
