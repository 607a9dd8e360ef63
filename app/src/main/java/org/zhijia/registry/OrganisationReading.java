package org.zhijia.registry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Law;
import org.zhijia.statute.rulebook.Rulebook;
import org.zhijia.tables.Dates;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;

/// Understands the rows of a list of organisations, each by itself. Whether the one above exists,
/// [OrganisationOrder] finds once all are read.
final class OrganisationReading {
  private static final int LONGEST = 100;

  private final Header header;
  private final Law law;

  OrganisationReading(Header header, Law law) {
    this.header = header;
    this.law = law;
  }

  OrganisationRow read(Row row) {
    List<RowFinding> findings = new ArrayList<>();
    String number = number(row, findings);
    String name = text(row, OrganisationColumns.NAME, findings);
    if (name.isEmpty()) {
      findings.add(RowFinding.stop(OrganisationColumns.NAME, "缺少工会名称。", "The name is missing."));
    }
    return new OrganisationRow(
        row.line(),
        findings,
        number,
        kind(row, findings),
        name,
        narrow(text(row, OrganisationColumns.PARENT, findings)),
        text(row, OrganisationColumns.EMPLOYER, findings),
        creditCode(row, findings),
        day(row, OrganisationColumns.FOUNDED, findings),
        day(row, OrganisationColumns.TERM_ENDS, findings));
  }

  private static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private String text(Row row, String key, List<RowFinding> findings) {
    String text = row.cell(header.column(key));
    if (text.length() > LONGEST) {
      findings.add(
          RowFinding.stop(
              key,
              "内容超过 %d 个字，请检查是否错列。",
              "Longer than %d characters: is it in the right column?",
              LONGEST));
      return text.substring(0, LONGEST);
    }
    return text;
  }

  private String number(Row row, List<RowFinding> findings) {
    String number = narrow(text(row, OrganisationColumns.NUMBER, findings));
    if (!number.matches("[\\p{L}\\p{N}-]{1,30}")) {
      findings.add(
          RowFinding.stop(
              OrganisationColumns.NUMBER,
              "工会编号应为 1 至 30 个字母、数字或“-”。",
              "A number has 1 to 30 letters, digits or \"-\"."));
    }
    return number;
  }

  private OrganisationKind kind(Row row, List<RowFinding> findings) {
    String written = narrow(text(row, OrganisationColumns.KIND, findings));
    Optional<OrganisationKind> kind = OrganisationKind.read(written);
    if (kind.isEmpty()) {
      findings.add(
          RowFinding.stop(
              OrganisationColumns.KIND,
              "类别“%s”看不懂，例如可以写“基层工会”“街道工会”。",
              "The kind \"%s\" is not understood; write for example 基层工会.",
              written));
    }
    return kind.orElse(OrganisationKind.GRASSROOTS);
  }

  private String creditCode(Row row, List<RowFinding> findings) {
    String written = text(row, OrganisationColumns.CREDIT_CODE, findings);
    String code = narrow(written).toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      return code;
    }
    try {
      for (Breach breach :
          Rulebook.rule("code.uscc")
              .orElseThrow()
              .apply(law, Facts.of(Map.of("value", code, "holder", "union")))
              .breaches()) {
        findings.add(
            new RowFinding(
                OrganisationColumns.CREDIT_CODE,
                "统一社会信用代码：" + breach.text().zh(),
                "Credit code: " + breach.text().en(),
                true));
      }
    } catch (BadFacts unreadable) {
      findings.add(
          new RowFinding(
              OrganisationColumns.CREDIT_CODE,
              unreadable.text().zh(),
              unreadable.text().en(),
              true));
    }
    return code;
  }

  private Optional<LocalDate> day(Row row, String key, List<RowFinding> findings) {
    String written = row.cell(header.column(key));
    Optional<LocalDate> day = Dates.read(written);
    if (!written.isEmpty() && day.isEmpty()) {
      findings.add(
          RowFinding.stop(
              key,
              "“%s”不是日期，请写成 1990-05-01 这样。",
              "\"%s\" is no date: write it as 1990-05-01.",
              written));
    }
    return day;
  }
}
