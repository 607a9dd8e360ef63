package org.zhijia.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhijia.web.Needs;
import org.zhijia.web.Permit;
import org.zhijia.web.QrSymbol;
import org.zhijia.web.Task;

/// Activation slips, to be printed and handed to the person: a QR symbol, the link, until when.
///
/// A slip is shown once, on the page that makes it; its link is stored nowhere.
@Controller
class SlipPages {
  private final Accounts accounts;
  private final Permit permit;
  private final Clock clock;

  SlipPages(Accounts accounts, Permit permit, Clock clock) {
    this.accounts = accounts;
    this.permit = permit;
    this.clock = clock;
  }

  /// For an account that there is: a new one, or one whose password was forgotten.
  @Needs(Task.APPOINT)
  @PostMapping("/administration/accounts/{id}/slips")
  String slip(@PathVariable long id, Model model, HttpServletResponse response) {
    return show(accounts.administered(id), model, response);
  }

  /// For a member, who gets an account with it if there is none yet.
  @Needs(Task.ISSUE_SLIPS)
  @PostMapping("/people/{id}/slip")
  String memberSlip(@PathVariable long id, Model model, HttpServletResponse response) {
    return show(accounts.ofMember(id), model, response);
  }

  private String show(Account holder, Model model, HttpServletResponse response) {
    String token = accounts.issueSlip(holder.id(), permit.signedIn().account());
    String link =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/activation/" + token)
            .toUriString();
    model.addAttribute("holder", holder);
    model.addAttribute("link", link);
    model.addAttribute("symbol", QrSymbol.of(link));
    model.addAttribute("until", Instant.now(clock).plus(Accounts.SLIP_LIVES));
    response.setHeader("Cache-Control", "no-store");
    return "identity/slip";
  }
}
