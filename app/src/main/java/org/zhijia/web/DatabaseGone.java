package org.zhijia.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/// While the database is away (lost, full, being started) every request is answered by one still
/// page: nothing was saved, try again. It needs neither session nor template.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseGone extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseGone.class);
  private final byte[] page;

  DatabaseGone() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DatabaseGone.class.getResourceAsStream("/pages/away.html"))) {
      page = in.readAllBytes();
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException failure) {
      if (!isDatabaseAway(failure) || response.isCommitted()) {
        throw failure;
      }
      answer(response, failure);
    }
  }

  void answer(HttpServletResponse response, Throwable failure) throws IOException {
    LOG.error("the database is away: {}", failure.toString());
    response.reset();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "5");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(page);
  }

  /// Connections refused (08), resources exhausted, disk full (53), server stopping (57), I/O (58).
  static boolean isDatabaseAway(@Nullable Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(Objects.toString(sql.getSQLState(), ""))) {
        return true;
      }
      if (cause instanceof java.sql.SQLTransientConnectionException) {
        return true;
      }
      // A connection that broke cannot be rolled back either, and that hides why it broke.
      if (cause instanceof TransactionSystemException hiding
          && hiding.getApplicationException() != null) {
        return isDatabaseAway(hiding.getApplicationException());
      }
    }
    return false;
  }

  private static boolean isAway(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("58");
  }
}
