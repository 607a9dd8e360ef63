package org.zhijia.identity;

import static org.zhijia.web.Task.APPOINT;
import static org.zhijia.web.Task.CHECK_CREDENTIALS;
import static org.zhijia.web.Task.CHECK_IN;
import static org.zhijia.web.Task.COUNT_BALLOTS;
import static org.zhijia.web.Task.EDIT_DOCUMENTS;
import static org.zhijia.web.Task.EDIT_MEMBERS;
import static org.zhijia.web.Task.EDIT_ORGANISATIONS;
import static org.zhijia.web.Task.IMPORT;
import static org.zhijia.web.Task.ISSUE_DOCUMENTS;
import static org.zhijia.web.Task.ISSUE_SLIPS;
import static org.zhijia.web.Task.READ_SENSITIVE;
import static org.zhijia.web.Task.RUN_CONGRESS;
import static org.zhijia.web.Task.SCRUTINISE;
import static org.zhijia.web.Task.SEE_DOCUMENTS;
import static org.zhijia.web.Task.SEE_MEMBERS;
import static org.zhijia.web.Task.SEE_OPERATION;
import static org.zhijia.web.Task.SEE_ORGANISATIONS;
import static org.zhijia.web.Task.SEE_READINGS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.zhijia.web.Task;

/// What an account may do on an organisation and all below it. A visitor has no role at all.
public enum Role {
  MEMBER,
  DELEGATE,
  OBSERVER,
  OFFICER(SEE_ORGANISATIONS, SEE_MEMBERS, SEE_DOCUMENTS, EDIT_DOCUMENTS),
  ORGANISATION_ADMINISTRATOR(
      SEE_ORGANISATIONS,
      EDIT_ORGANISATIONS,
      SEE_MEMBERS,
      EDIT_MEMBERS,
      READ_SENSITIVE,
      IMPORT,
      ISSUE_SLIPS,
      SEE_DOCUMENTS,
      EDIT_DOCUMENTS,
      ISSUE_DOCUMENTS),
  SECRETARY(
      SEE_ORGANISATIONS,
      SEE_MEMBERS,
      SEE_DOCUMENTS,
      EDIT_DOCUMENTS,
      ISSUE_DOCUMENTS,
      RUN_CONGRESS,
      CHECK_IN),
  CREDENTIALS_CLERK(SEE_ORGANISATIONS, SEE_MEMBERS, READ_SENSITIVE, CHECK_CREDENTIALS, CHECK_IN),
  USHER(CHECK_IN),
  TELLER(COUNT_BALLOTS),
  SCRUTINEER(SCRUTINISE),
  CHIEF_SCRUTINEER(SCRUTINISE),
  AUDITOR(SEE_ORGANISATIONS, SEE_DOCUMENTS),
  /// 三员: none of the three can do another's work.
  SYSTEM_ADMINISTRATOR(SEE_OPERATION),
  SECURITY_ADMINISTRATOR(SEE_ORGANISATIONS, APPOINT, ISSUE_SLIPS),
  AUDIT_ADMINISTRATOR(SEE_READINGS);

  private final Set<Task> tasks;

  Role(Task... tasks) {
    this.tasks = Set.copyOf(Set.of(tasks));
  }

  public Set<Task> tasks() {
    return tasks.isEmpty() ? EnumSet.noneOf(Task.class) : EnumSet.copyOf(tasks);
  }

  boolean allows(Task task) {
    return tasks.contains(task);
  }

  /// As the rule `offices.compatible` names it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
