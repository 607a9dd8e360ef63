package org.zhijia.election;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.zhijia.statute.Breach;

/// Refusals as programs and scripts read them: problem details (RFC 9457) with every ground in the
/// reader's language and the article that it stands on.
final class Problems {
  private Problems() {}

  static ResponseEntity<?> answer(Decision decision, Locale locale) {
    return switch (decision) {
      case Decision.Granted _ -> ResponseEntity.noContent().build();
      case Decision.Refused refused -> refused(refused.breaches(), locale);
    };
  }

  private static ResponseEntity<ProblemDetail> refused(List<Breach> breaches, Locale locale) {
    String sentences =
        String.join(" ", breaches.stream().map(breach -> breach.text().in(locale)).toList());
    ProblemDetail problem = problem(breaches.getFirst().code(), sentences);
    problem.setProperty(
        "citations",
        breaches.stream()
            .flatMap(breach -> breach.citation().stream())
            .map(citation -> citation.instrument().in(locale) + " " + citation.article())
            .distinct()
            .toList());
    return send(problem);
  }

  static ProblemDetail problem(String key, String detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    problem.setProperty("key", key);
    return problem;
  }

  static ResponseEntity<ProblemDetail> send(ProblemDetail problem) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
