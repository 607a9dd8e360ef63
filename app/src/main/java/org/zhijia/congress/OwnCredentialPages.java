package org.zhijia.congress;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.zhijia.election.Elections;
import org.zhijia.web.SignedIn;

/// Where a delegate makes a credential on their own telephone, instead of drawing a slip.
@SignedIn
@Controller
class OwnCredentialPages {
  private final Congresses congresses;
  private final OwnCredentials own;
  private final Elections elections;

  OwnCredentialPages(Congresses congresses, OwnCredentials own, Elections elections) {
    this.congresses = congresses;
    this.own = own;
    this.elections = elections;
  }

  @GetMapping("/congresses/{id}/floor/credential")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.find(id);
    Delegate me = own.me(congress);
    model.addAttribute("congress", congress);
    model.addAttribute("me", me);
    model.addAttribute("state", own.state(congress, me));
    model.addAttribute("ended", congress.stage() == Stage.ARCHIVE);
    model.addAttribute("uuids", String.join(",", elections.reserved(congress.assembly())));
    return "congress/own-credential";
  }

  /// What the browser sends: never the secret.
  record Made(String code, List<String> credentials) {
    Made {
      code = Typed.text(code);
      credentials = credentials == null ? List.of() : List.copyOf(credentials);
    }
  }

  @PostMapping("/congresses/{id}/floor/credential")
  ResponseEntity<?> enrol(@PathVariable long id, @RequestBody Made made, Locale locale) {
    List<Ground> grounds = own.enrol(id, made.code(), made.credentials());
    if (grounds.isEmpty()) {
      return ResponseEntity.noContent().build();
    }
    String why =
        grounds.stream().map(each -> each.text().in(locale)).collect(Collectors.joining(" "));
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, why));
  }
}
