package org.zhijia.operation;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// What a way of reaching the server brings with it.
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

  /// Telephones fetch the authority's certificate here. It is public by nature; whoever installs
  /// it compares the fingerprint that the server printed.
  @Bean
  @ConditionalOnProperty("zhijia.local-authority")
  ServletRegistrationBean<HttpServlet> authority(
      @Value("${zhijia.local-authority}") Path certificate) {
    return new ServletRegistrationBean<>(new AuthorityDownload(certificate), "/ca.crt");
  }

  /// With a proxy in front, nobody gets past it: what did not come through it by TLS is refused,
  /// but for this machine's own look at the health.
  @Bean
  @ConditionalOnProperty("zhijia.behind-proxy")
  FilterRegistrationBean<Filter> onlyThroughTheProxy() {
    Filter filter =
        (request, response, chain) -> {
          boolean own = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
          if (request.isSecure() || own) {
            chain.doFilter(request, response);
          } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
          }
        };
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  private static final class AuthorityDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Path certificate;

    private AuthorityDownload(Path certificate) {
      this.certificate = certificate;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/x-x509-ca-cert");
      response.setHeader("Content-Disposition", "attachment; filename=zhijia-ca.crt");
      response.getOutputStream().write(Files.readAllBytes(certificate));
    }
  }
}
