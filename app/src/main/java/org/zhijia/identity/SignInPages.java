package org.zhijia.identity;

import org.springframework.http.HttpStatus;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhijia.web.Open;

/// Signing in, and activating an account with a slip.
@Open
@Controller
class SignInPages {
  private final Accounts accounts;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  SignInPages(Accounts accounts, FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  String signIn() {
    return "identity/sign-in";
  }

  @GetMapping("/activation/{token}")
  ModelAndView slip(@PathVariable String token) {
    ModelAndView page = new ModelAndView("identity/activation");
    accounts.slipHolder(token).ifPresent(holder -> page.addObject("holder", holder));
    page.addObject("token", token);
    if (!page.getModel().containsKey("holder")) {
      page.setStatus(HttpStatus.GONE);
    }
    return page;
  }

  @PostMapping("/activation/{token}")
  String activate(
      @PathVariable String token,
      @RequestParam String password,
      @RequestParam String again,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    var holder = accounts.slipHolder(token);
    String problem =
        password.equals(again) ? accounts.activate(token, password).name() : "PASSWORDS_DIFFER";
    if (problem.equals("DONE")) {
      // Whoever was signed in with the old password is signed in no longer.
      holder.ifPresent(
          found ->
              sessions
                  .findByPrincipalName(String.valueOf(found.id()))
                  .keySet()
                  .forEach(sessions::deleteById));
      return "redirect:/sign-in?activated";
    }
    holder.ifPresent(found -> model.addAttribute("holder", found));
    model.addAttribute("token", token);
    model.addAttribute("problem", problem);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return "identity/activation";
  }
}
