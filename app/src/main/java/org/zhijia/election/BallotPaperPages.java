package org.zhijia.election;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhijia.web.Needs;
import org.zhijia.web.PdfAnswer;
import org.zhijia.web.Task;

/// The ballot on paper (选票), to be printed and sealed: as a page and as a sheet.
@Needs(Task.RUN_CONGRESS)
@Controller
class BallotPaperPages {
  private final Polls led;
  private final Assemblies assemblies;

  BallotPaperPages(Polls led, Assemblies assemblies) {
    this.led = led;
    this.assemblies = assemblies;
  }

  @GetMapping("/polls/{uuid}/ballot-paper")
  String page(@PathVariable String uuid, Model model) {
    PollRow row = led.led(uuid);
    model.addAttribute("assembly", assemblies.find(row.poll().assembly()));
    model.addAttribute("poll", row.poll());
    model.addAttribute("candidates", led.candidates(row));
    model.addAttribute("runoff", row.runoff());
    model.addAttribute("blanks", BallotPapers.others(row));
    return "election/ballot-paper";
  }

  @GetMapping("/polls/{uuid}/ballot-paper.pdf")
  ResponseEntity<byte[]> sheet(@PathVariable String uuid) {
    PollRow row = led.led(uuid);
    String meeting = assemblies.find(row.poll().assembly()).title();
    byte[] file =
        BallotSheet.of(meeting, row.poll(), led.candidates(row), BallotPapers.others(row));
    return PdfAnswer.of(BallotSheet.title(row.poll()), file);
  }
}
