package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhijia.congress.Delegates.Form;
import org.zhijia.tables.UnreadableTable;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// The list of delegates, typed in or taken from a file.
@Needs(Task.RUN_CONGRESS)
@Controller
class DelegatePages {
  private final Congresses congresses;
  private final Delegates delegates;
  private final DelegateStore store;
  private final Standings standings;
  private final Rules rules;
  private final Uploads uploads;
  private final Desk desk;
  private final Permit permit;

  DelegatePages(
      Congresses congresses,
      Delegates delegates,
      DelegateStore store,
      Standings standings,
      Rules rules,
      Uploads uploads,
      Desk desk,
      Permit permit) {
    this.congresses = congresses;
    this.delegates = delegates;
    this.store = store;
    this.standings = standings;
    this.rules = rules;
    this.uploads = uploads;
    this.desk = desk;
    this.permit = permit;
  }

  private Congress open(long id, String view, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "delegates");
    model.addAttribute("view", view);
    return congress;
  }

  @GetMapping("/congresses/{id}/delegates")
  String list(@PathVariable long id, Model model) {
    Congress congress = open(id, "list", model);
    List<Delegate> all = store.of(id);
    model.addAttribute("delegates", all.stream().filter(Delegate::isThere).toList());
    model.addAttribute("left", all.stream().filter(each -> !each.isThere()).toList());
    model.addAttribute("units", store.units(id));
    model.addAttribute("delegations", store.delegations(id));
    Composition composition = standings.composition(congress);
    model.addAttribute("composition", composition);
    model.addAttribute("categories", Category.values());
    model.addAttribute("standings", Standing.values());
    model.addAttribute("columnsHint", DelegateReading.columnsHint());
    if (composition.delegates() > 0) {
      model.addAttribute("verdict", rules.apply("delegates.composition", composition.facts()));
    }
    return "congress/delegates";
  }

  @PostMapping("/congresses/{id}/delegates")
  String add(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    return switch (delegates.add(id, form)) {
      case Outcome.Done _ -> to(id, "delegates");
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        model.addAttribute("form", form);
        yield list(id, model);
      }
    };
  }

  private static String to(long id, String page) {
    return "redirect:/congresses/" + id + "/" + page;
  }

  /// Why somebody leaves, and who comes in their place.
  record Replacement(String because, String successor, String gender) {
    Replacement {
      because = Typed.text(because);
      successor = Typed.text(successor);
      gender = Typed.text(gender);
    }

    /// The successor comes from the same unit and counts as the one who leaves did.
    Form after(Delegate leaving) {
      return new Form(
          successor,
          gender,
          "",
          "",
          "",
          leaving.unitName(),
          "",
          leaving.category().name(),
          "",
          leaving.standing());
    }
  }

  @PostMapping("/congresses/{id}/delegates/{delegate}/replacement")
  String replace(
      @PathVariable long id,
      @PathVariable long delegate,
      Replacement replacement,
      Model model,
      HttpServletResponse response) {
    Delegate leaving = store.find(id, delegate).orElseThrow(NotThere::new);
    Form by = replacement.after(leaving);
    return switch (delegates.replace(id, delegate, replacement.because(), by)) {
      case Outcome.Done _ -> to(id, "delegates");
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield list(id, model);
      }
    };
  }

  // A file: look at it, then take it over

  @PostMapping("/congresses/{id}/delegates/file")
  String upload(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    congresses.demand(id, Task.RUN_CONGRESS);
    if (file == null) {
      return to(id, "delegates");
    }
    try {
      List<DelegateReading.Read> rows = DelegateReading.read(file.getBytes());
      String name = String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]", "");
      String key = uploads.keep(id, permit.signedIn().account(), name, rows);
      return to(id, "delegates/file?upload=" + key);
    } catch (UnreadableTable reason) {
      Desk.refuse(
          model,
          new Outcome.Refused(List.of(new Ground(reason.text(), java.util.Optional.empty()))),
          response);
      return list(id, model);
    }
  }

  @GetMapping("/congresses/{id}/delegates/file")
  String preview(
      @PathVariable long id, @RequestParam(defaultValue = "") String upload, Model model) {
    Congress congress = open(id, "list", model);
    var found = uploads.find(upload, congress.id(), permit.signedIn().account());
    if (found.isEmpty()) {
      return to(id, "delegates");
    }
    List<DelegateReading.Read> rows = found.get().rows();
    List<String> known =
        store.of(id).stream().map(each -> each.name() + "\n" + each.unitName()).toList();
    model.addAttribute("upload", upload);
    model.addAttribute("fileName", found.get().fileName());
    model.addAttribute("rows", rows);
    model.addAttribute("bad", rows.stream().filter(row -> !row.isGood()).toList());
    model.addAttribute(
        "fresh",
        rows.stream()
            .filter(DelegateReading.Read::isGood)
            .filter(row -> !known.contains(row.form().name() + "\n" + row.form().unit().strip()))
            .toList());
    return "congress/delegates-file";
  }

  @PostMapping("/congresses/{id}/delegates/file/taking")
  String take(@PathVariable long id, @RequestParam(defaultValue = "") String upload) {
    congresses.demand(id, Task.RUN_CONGRESS);
    uploads
        .find(upload, id, permit.signedIn().account())
        .ifPresent(
            found -> {
              delegates.take(id, found.rows().stream().map(DelegateReading.Read::form).toList());
              uploads.forget(upload);
            });
    return to(id, "delegates");
  }
}
