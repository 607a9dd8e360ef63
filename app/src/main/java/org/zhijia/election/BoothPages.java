package org.zhijia.election;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhijia.web.Open;

/// The page that encrypts, and the page on which a second device looks into an opened ballot.
@Open
@Controller
class BoothPages {
  private final Assemblies assemblies;

  BoothPages(Assemblies assemblies) {
    this.assemblies = assemblies;
  }

  @GetMapping("/vote/{assembly}")
  String booth(@PathVariable long assembly, Model model) {
    Assembly of = assemblies.find(assembly);
    model.addAttribute("assembly", of);
    model.addAttribute("home", of.home());
    return "election/booth";
  }

  @GetMapping("/check")
  String check() {
    return "election/check";
  }
}
