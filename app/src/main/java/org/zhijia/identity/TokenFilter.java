package org.zhijia.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Programs show a token with each request to `/api`; no session is made for them, and cookies
/// mean nothing there.
final class TokenFilter extends OncePerRequestFilter {
  static final String USED = TokenFilter.class.getName();

  private static final String BEARER = "Bearer ";
  private static final int TRIES_PER_MINUTE = 600;

  private final Tokens tokens;
  private final Attempts attempts;

  TokenFilter(Tokens tokens, Attempts attempts) {
    this.tokens = tokens;
    this.attempts = attempts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
    SecurityContextHolder.clearContext();
    if (header.startsWith(BEARER + Tokens.PREFIX)) {
      Optional<Token> token = tokens.use(header.substring(BEARER.length()));
      if (token.isPresent() && !attempts.within("token " + token.get().id(), TRIES_PER_MINUTE)) {
        response.setHeader("Retry-After", "60");
        response.sendError(429);
        return;
      }
      token.ifPresent(used -> authenticate(request, used));
    }
    chain.doFilter(request, response);
  }

  private static void authenticate(HttpServletRequest request, Token token) {
    request.setAttribute(USED, token);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            String.valueOf(token.account()), null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
