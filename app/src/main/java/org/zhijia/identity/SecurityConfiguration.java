package org.zhijia.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.zhijia.web.Permit;

/// Sign-in (by [PasswordSignIn], which Spring finds by itself), sessions, cross-site request
/// forgery, headers. What a page needs is checked by
/// [org.zhijia.web.Permit] before its handler; here only the few things without a page are named.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'; worker-src 'self' blob:";

  private static final LoginUrlAuthenticationEntryPoint SIGN_IN =
      new LoginUrlAuthenticationEntryPoint("/sign-in");

  @Bean
  SecurityFilterChain security(HttpSecurity http, Tokens programs, Attempts attempts, Permit permit)
      throws Exception {
    // A token in a cookie: a form on a public page makes no session.
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/metrics/**")
                    .access(new MetricsAccess(permit))
                    .anyRequest()
                    .permitAll())
        // What a program shows is no cookie: no other site can make a browser send it.
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/api/**"))
        .addFilterBefore(new TokenFilter(programs, attempts), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(SecurityConfiguration::askToSignIn))
        .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("name")
                    .failureHandler(
                        (request, response, failure) -> {
                          String why = failure instanceof LockedException ? "locked" : "wrong";
                          response.sendRedirect(request.getContextPath() + "/sign-in?" + why);
                        })
                    .defaultSuccessUrl("/me"))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(self), geolocation=()")))
        .build();
  }

  /// No parameter holds a NUL: the database would not take it.
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST", "OPTIONS"));
    return firewall;
  }

  /// A person is led to the sign-in page and back; a program gets 401.
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException, ServletException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    } else {
      SIGN_IN.commence(request, response, reason);
    }
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    // OWASP's second set for Argon2id: 19 MiB, two passes.
    return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  }
}
