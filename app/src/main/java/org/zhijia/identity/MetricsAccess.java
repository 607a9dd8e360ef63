package org.zhijia.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Who may read the metrics: a program on this very machine, or whoever may see the operation.
/// What a proxy forwards comes from elsewhere, even where the proxy runs here.
final class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", HttpHeaders.VIA);

  private final Permit permit;

  MetricsAccess(Permit permit) {
    this.permit = permit;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        isFromHere(context.getRequest())
            || (permit.actor().isPresent() && permit.may(Task.SEE_OPERATION)));
  }

  static boolean isFromHere(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && FORWARDED.stream().allMatch(name -> request.getHeader(name) == null);
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
