package org.zhijia.identity;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.registry.Organisations;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.SignedIn;

/// My tokens for programs.
@SignedIn
@Controller
class TokenPages {
  private static final int LONGEST_LABEL = 60;

  private final Tokens tokens;
  private final Organisations organisations;
  private final Permit permit;

  TokenPages(Tokens tokens, Organisations organisations, Permit permit) {
    this.tokens = tokens;
    this.organisations = organisations;
    this.permit = permit;
  }

  /// A token with the name of the organisation that it acts for.
  record Shown(Token token, String organisation) {}

  @GetMapping("/me/tokens")
  String tokens(Model model) {
    List<Shown> mine =
        tokens.of(permit.signedIn().account()).stream()
            .map(token -> new Shown(token, organisations.nameOf(token.organisation())))
            .toList();
    model.addAttribute("tokens", mine);
    model.addAttribute("scopes", Scope.values());
    return "identity/tokens";
  }

  /// The token is shown once, on this page; it is stored nowhere.
  @PostMapping("/me/tokens")
  String issue(
      @RequestParam String label,
      @RequestParam(defaultValue = "") List<String> scope,
      @RequestParam(defaultValue = "90") int days,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    Actor actor = permit.signedIn();
    Set<Scope> wished =
        scope.stream().flatMap(word -> Scope.of(word).stream()).collect(Collectors.toSet());
    boolean wrong =
        label.isBlank() || label.length() > LONGEST_LABEL || wished.isEmpty() || days < 1;
    if (wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problem", true);
      model.addAttribute("label", label);
      return tokens(model);
    }
    long organisation = actor.organisation().orElseThrow(NotThere::new);
    model.addAttribute(
        "issued",
        tokens.issue(
            new Tokens.Wish(
                actor.account(), organisation, label.strip(), wished, Duration.ofDays(days))));
    response.setHeader("Cache-Control", "no-store");
    return tokens(model);
  }

  @PostMapping("/me/tokens/{id}/end")
  String end(@PathVariable long id) {
    tokens.end(id, permit.signedIn().account());
    return "redirect:/me/tokens";
  }
}
