package org.zhijia.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhijia.web.Open;

/// All components of the look on one page, so that later pages compose them.
@Open
@Controller
@ConditionalOnProperty("zhijia.demo")
class DesignPages {

  @GetMapping("/design")
  String design() {
    return "demo/design";
  }
}
