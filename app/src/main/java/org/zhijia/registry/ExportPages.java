package org.zhijia.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.tables.TableWriter;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Rosters and lists of organisations as files.
@Controller
class ExportPages {
  static final int SHORTEST_REASON = 4;

  private final Exports exports;

  ExportPages(Exports exports) {
    this.exports = exports;
  }

  @Needs(Task.SEE_ORGANISATIONS)
  @GetMapping("/organisations/{id}/organisations.xlsx")
  void organisations(@PathVariable long id, HttpServletResponse response) throws IOException {
    Organisation top = exports.demand(Task.SEE_ORGANISATIONS, id);
    ImportPages.attach(response, ImportPages.XLSX, top.name() + "-工会组织.xlsx");
    try (TableWriter writer = TableWriter.xlsx(response.getOutputStream())) {
      exports.organisations(top, writer);
    }
  }

  /// With sensitive fields, so with a reason, which is recorded for every member in it.
  @Needs(Task.READ_SENSITIVE)
  @PostMapping("/organisations/{id}/roster")
  @org.jspecify.annotations.Nullable
  String roster(
      @PathVariable long id,
      @RequestParam String reason,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    Organisation top = exports.demand(Task.READ_SENSITIVE, id);
    if (reason.strip().length() < SHORTEST_REASON) {
      return "redirect:/organisations/" + id + "/members?reason-missing";
    }
    boolean csv = format.equals("csv");
    ImportPages.attach(
        response,
        csv ? "text/csv;charset=UTF-8" : ImportPages.XLSX,
        top.name() + (csv ? "-会员名册.csv" : "-会员名册.xlsx"));
    OutputStream out = response.getOutputStream();
    try (TableWriter writer = csv ? TableWriter.csv(out) : TableWriter.xlsx(out)) {
      exports.roster(top, reason.strip(), writer);
    }
    return null;
  }
}
