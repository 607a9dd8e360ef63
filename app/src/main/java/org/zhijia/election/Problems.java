package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.zhijia.statute.Breach;

/// Refusals with every ground in the reader's language and the article that it stands on: to
/// programs as problem details (RFC 9457), to people on the page that they came from.
final class Problems {
  private Problems() {}

  static ResponseEntity<?> answer(Decision decision, Locale locale) {
    return switch (decision) {
      case Decision.Granted _ -> ResponseEntity.noContent().build();
      case Decision.Refused refused -> refused(refused.breaches(), locale);
    };
  }

  /// For a page: puts the grounds of a refusal into its model, with status 422.
  ///
  /// @return whether there are any; if so the page is shown again, else it leads on
  static boolean areIn(Decision decision, Model model, HttpServletResponse response) {
    if (decision instanceof Decision.Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("refused", refused.breaches());
      return true;
    }
    return false;
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
