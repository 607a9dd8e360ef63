package org.zhijia.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses by default: a handler that says neither [Open] nor [SignedIn] nor [Needs] is not there.
final class AccessCheck implements HandlerInterceptor {
  private final Permit permit;

  AccessCheck(Permit permit) {
    this.permit = permit;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || isFrameworks(method)) {
      return true;
    }
    if (annotation(method, Open.class) != null) {
      return true;
    }
    Needs needs = annotation(method, Needs.class);
    if (needs == null && annotation(method, SignedIn.class) == null) {
      throw new NotThere();
    }
    if (permit.actor().isEmpty()) {
      throw new InsufficientAuthenticationException("sign in first");
    }
    if (needs != null && !permit.may(needs.value())) {
      throw new NotThere();
    }
    return true;
  }

  private static boolean isFrameworks(HandlerMethod method) {
    String name = method.getBeanType().getName();
    return name.startsWith("org.springframework.boot.") || name.startsWith("org.springdoc.");
  }

  /// The method's own word wins over its class's.
  private static <A extends Annotation> @Nullable A annotation(
      HandlerMethod method, Class<A> type) {
    if (says(method)) {
      return AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
    }
    return AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
  }

  private static boolean says(HandlerMethod method) {
    return method.hasMethodAnnotation(Open.class)
        || method.hasMethodAnnotation(SignedIn.class)
        || method.hasMethodAnnotation(Needs.class);
  }
}
