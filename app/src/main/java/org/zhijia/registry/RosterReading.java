package org.zhijia.registry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhijia.registry.Sensitive.Field;
import org.zhijia.statute.codes.IdentityNumber;
import org.zhijia.tables.Dates;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;

/// Understands the rows of a roster, each by itself. What concerns several rows (the same person
/// twice) or the register (a member already) is found once all are read.
final class RosterReading {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_FIELD = 100;
  private static final Set<String> FEMALE = Set.of("女", "女性", "f", "female", "2");
  private static final Set<String> MALE = Set.of("男", "男性", "m", "male", "1");

  private final Header header;
  private final UnionNames unions;
  private final LocalDate today;

  RosterReading(Header header, UnionNames unions, LocalDate today) {
    this.header = header;
    this.unions = unions;
    this.today = today;
  }

  RosterRow read(Row row) {
    List<RowFinding> findings = new ArrayList<>();
    String name = name(row, findings);
    Optional<IdentityNumber> identity = identity(row, findings);
    Optional<LocalDate> birth = birth(row, identity, findings);
    Boolean female = female(row, identity, findings);
    Sensitive sensitive = sensitive(row, identity, birth, findings);
    Long organisation = organisation(row, findings);
    String key = key(row, name, birth, organisation, findings);
    String number = narrow(cell(row, RosterColumns.NUMBER));
    MembershipState state = state(row, findings);
    LocalDate joinedOn = joinedOn(row, findings);
    return new RosterRow(
        row.line(),
        findings,
        name,
        Boolean.TRUE.equals(female),
        sensitive,
        RowFinding.verdict(findings) == Verdict.BAD ? null : key,
        organisation,
        number,
        state,
        joinedOn);
  }

  private String cell(Row row, String key) {
    return row.cell(header.column(key));
  }

  /// Half width: what an input method left behind.
  private static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private String name(Row row, List<RowFinding> findings) {
    String written = cell(row, RosterColumns.NAME);
    // "张 三" is written so that names line up; names with Latin letters keep their spaces.
    String name =
        written.chars().allMatch(letter -> letter > 0x2E7F || letter == ' ')
            ? written.replace(" ", "")
            : written;
    if (name.isEmpty()) {
      findings.add(RowFinding.stop(RosterColumns.NAME, "缺少姓名。", "The name is missing."));
    } else if (name.length() > LONGEST_NAME) {
      findings.add(
          RowFinding.stop(
              RosterColumns.NAME,
              "姓名超过 %d 个字，请检查是否错列。",
              "The name is longer than %d characters: is it in the right column?",
              LONGEST_NAME));
    }
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private Optional<IdentityNumber> identity(Row row, List<RowFinding> findings) {
    String written = cell(row, RosterColumns.ID_NUMBER);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String plain = IdentityNumber.plain(written);
    var wrong = IdentityNumber.findings(written, today);
    if (!wrong.isEmpty() && plain.matches("\\d{15}000|\\d(\\.\\d+)?E\\+17")) {
      findings.add(
          RowFinding.stop(
              RosterColumns.ID_NUMBER,
              "Excel 把身份证号码当成了数字，末三位已经丢失。请把这一列设为“文本”后重新填写。",
              "The spreadsheet took the number for a quantity and lost its last three digits:"
                  + " format the column as text and enter it again."));
      return Optional.empty();
    }
    for (IdentityNumber.Finding each : wrong) {
      findings.add(
          new RowFinding(
              RosterColumns.ID_NUMBER,
              "身份证号码：" + each.text().zh(),
              "Identity number: " + each.text().en(),
              true));
    }
    if (wrong.isEmpty() && !plain.equals(written.strip().toUpperCase(Locale.ROOT))) {
      findings.add(
          RowFinding.note(
              RosterColumns.ID_NUMBER,
              "身份证号码中的全角字符或空格已去除。",
              "Full-width characters or spaces in the identity number were removed."));
    }
    return wrong.isEmpty() ? Optional.of(new IdentityNumber(plain)) : Optional.empty();
  }

  private Optional<LocalDate> birth(
      Row row, Optional<IdentityNumber> identity, List<RowFinding> findings) {
    String written = cell(row, RosterColumns.BIRTH);
    Optional<LocalDate> said = Dates.read(written);
    if (!written.isEmpty() && (said.isEmpty() || said.get().isAfter(today))) {
      findings.add(noDate(RosterColumns.BIRTH, "出生日期", "birth date", written));
      return Optional.empty();
    }
    if (identity.isEmpty()) {
      return said;
    }
    LocalDate born = identity.get().born();
    // A column 出生年月 has no day: its first day stands for the month.
    boolean fits =
        said.isEmpty()
            || said.get().equals(born)
            || (said.get().getDayOfMonth() == 1 && said.get().equals(born.withDayOfMonth(1)));
    if (!fits) {
      findings.add(
          RowFinding.stop(
              RosterColumns.BIRTH,
              "出生日期“%s”与身份证号码不一致。",
              "The birth date \"%s\" does not fit the identity number.",
              written));
    }
    return Optional.of(born);
  }

  private static RowFinding noDate(String field, String zh, String en, String written) {
    return RowFinding.stop(
        field,
        zh + "“%s”不是日期，请写成 1990-05-01 这样。",
        "\"%s\" is no " + en + ": write it as 1990-05-01.",
        written);
  }

  private @Nullable Boolean female(
      Row row, Optional<IdentityNumber> identity, List<RowFinding> findings) {
    String written = narrow(cell(row, RosterColumns.SEX)).toLowerCase(Locale.ROOT);
    Boolean said = FEMALE.contains(written) ? Boolean.TRUE : MALE.contains(written) ? false : null;
    if (!written.isEmpty() && said == null) {
      findings.add(
          RowFinding.stop(
              RosterColumns.SEX,
              "性别“%s”看不懂，请写“男”或“女”。",
              "The sex \"%s\" is not understood: write 男 or 女.",
              written));
      return null;
    }
    if (identity.isPresent()) {
      boolean female = identity.get().isFemale();
      if (said != null && said != female) {
        findings.add(
            RowFinding.stop(
                RosterColumns.SEX, "性别与身份证号码不一致。", "The sex does not fit the identity number."));
      }
      return female;
    }
    if (said == null && cell(row, RosterColumns.ID_NUMBER).isEmpty()) {
      findings.add(
          RowFinding.stop(
              RosterColumns.SEX, "没有身份证号码时请填性别。", "Without an identity number the sex is needed."));
    }
    return said;
  }

  private Sensitive sensitive(
      Row row,
      Optional<IdentityNumber> identity,
      Optional<LocalDate> birth,
      List<RowFinding> findings) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    identity.ifPresent(number -> values.put(Field.ID_NUMBER, number.digits()));
    birth.ifPresent(day -> values.put(Field.BIRTH, day.toString()));
    String phone = narrow(cell(row, RosterColumns.PHONE)).replaceAll("[\\s()-]", "");
    if (!phone.isEmpty() && !phone.matches("(\\+?86)?1[3-9]\\d{9}|0\\d{9,11}|\\d{7,8}")) {
      findings.add(
          RowFinding.stop(
              RosterColumns.PHONE,
              "手机号码应为 1 开头的 11 位数字。",
              "A mobile number has 11 digits and begins with 1."));
    }
    values.put(Field.PHONE, phone);
    values.put(Field.ETHNICITY, cell(row, RosterColumns.ETHNICITY));
    values.put(Field.POLITICAL_STATUS, cell(row, RosterColumns.POLITICAL_STATUS));
    values.put(
        Field.BANK_ACCOUNT, narrow(cell(row, RosterColumns.BANK_ACCOUNT)).replaceAll("\\s", ""));
    values.replaceAll((field, value) -> shortened(field, value, findings));
    return new Sensitive(values);
  }

  private static String shortened(Field field, String value, List<RowFinding> findings) {
    if (value.length() <= LONGEST_FIELD) {
      return value;
    }
    findings.add(
        RowFinding.stop(
            field.name(),
            "内容超过 %d 个字，请检查是否错列。",
            "Longer than %d characters: is it in the right column?",
            LONGEST_FIELD));
    return value.substring(0, LONGEST_FIELD);
  }

  private @Nullable Long organisation(Row row, List<RowFinding> findings) {
    String written = cell(row, RosterColumns.UNION);
    if (written.isEmpty() && header.column(RosterColumns.UNION) < 0) {
      return unions.whole();
    }
    if (written.isEmpty()) {
      findings.add(RowFinding.stop(RosterColumns.UNION, "缺少所在工会。", "The union is missing."));
      return null;
    }
    List<Long> found = unions.named(narrow(written));
    if (found.size() == 1) {
      return found.getFirst();
    }
    findings.add(
        found.isEmpty()
            ? RowFinding.stop(
                RosterColumns.UNION,
                "没有找到“%s”。请写工会的全称或编号，或者先导入这个组织。",
                "There is no union \"%s\". Give its full name or number, or import it first.",
                written)
            : RowFinding.stop(
                RosterColumns.UNION,
                "“%s”不止一个，请改写工会编号。",
                "There are several unions \"%s\": give the number instead.",
                written));
    return null;
  }

  /// What tells whether two rows are one person.
  private @Nullable String key(
      Row row,
      String name,
      Optional<LocalDate> birth,
      @Nullable Long organisation,
      List<RowFinding> findings) {
    String number = cell(row, RosterColumns.ID_NUMBER);
    if (!number.isEmpty()) {
      return IdentityNumber.plain(number);
    }
    if (birth.isEmpty()) {
      findings.add(
          RowFinding.stop(
              RosterColumns.ID_NUMBER,
              "没有身份证号码，也没有出生日期，无法辨认是不是同一个人。",
              "Neither identity number nor birth date: one cannot tell who this is."));
      return null;
    }
    findings.add(
        RowFinding.note(
            RosterColumns.ID_NUMBER,
            "没有身份证号码，按姓名、出生日期和工会辨认。",
            "No identity number: told by name, birth date and union."));
    return name + "\n" + birth.get() + "\n" + organisation;
  }

  private MembershipState state(Row row, List<RowFinding> findings) {
    String written = cell(row, RosterColumns.STATE);
    return switch (written) {
      case "", "会员", "正常", "在会", "MEMBER", "member" -> MembershipState.MEMBER;
      case "保留会籍", "保留", "RETAINED", "retained" -> MembershipState.RETAINED;
      default -> {
        findings.add(
            RowFinding.stop(
                RosterColumns.STATE,
                "会籍状态“%s”看不懂，请写“会员”或“保留会籍”。",
                "The state \"%s\" is not understood: write 会员 or 保留会籍.",
                written));
        yield MembershipState.MEMBER;
      }
    };
  }

  private LocalDate joinedOn(Row row, List<RowFinding> findings) {
    String written = cell(row, RosterColumns.JOINED);
    Optional<LocalDate> day = Dates.read(written);
    if (!written.isEmpty() && (day.isEmpty() || day.get().isAfter(today))) {
      findings.add(noDate(RosterColumns.JOINED, "入会日期", "joining date", written));
    } else if (written.isEmpty() && header.column(RosterColumns.JOINED) >= 0) {
      findings.add(
          RowFinding.note(
              RosterColumns.JOINED,
              "没有入会日期，按导入当天。",
              "No joining date: the day of the import is taken."));
    }
    return day.filter(given -> !given.isAfter(today)).orElse(today);
  }
}
