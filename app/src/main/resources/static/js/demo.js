// The demo's panel: fills the open forms of a page with examples, so that nobody has to invent any.
'use strict';

(() => {
  const panel = () => document.getElementById('people');

  // By the names of the fields; what is typed already stays.
  const examples = (known) => ({
    codeWord: '锦工发',
    higher: '锦城市总工会',
    contact: '大会秘书处 电话略',
    chair: '大会主席团',
    reference: '锦工发〔2026〕12号',
    on: known.today,
    approvals: known.present,
    approve: known.present,
    names: 'scrutineer1、scrutineer2、scrutineer3',
    text: '大会听取并审议了报告。大会认为，报告实事求是，部署符合实际。大会同意这个报告。',
    place: '二楼第一会议室',
  });

  // These depend on what is chosen in another field of the same form.
  const titles = {
    COMMITTEE: '第五届委员会委员选举',
    AUDIT: '第五届经费审查委员会委员选举',
    WORK_REPORT: '关于工作报告的决议',
    FINANCIAL_REPORT: '关于财务工作报告的决议',
    AUDIT_REPORT: '关于经费审查工作报告的决议',
  };
  const seats = { COMMITTEE: 21, AUDIT: 7 };

  const isShown = (field) => field.offsetParent !== null && !field.disabled;

  function fill() {
    const known = { ...panel().dataset };
    document.querySelectorAll('main form').forEach((form) => {
      if (panel().contains(form)) return;
      const values = examples(known);
      const chosen = form.elements.body || form.elements.kind;
      if (chosen) {
        values.title = titles[chosen.value];
        values.seats = seats[chosen.value];
      }
      [...form.elements].filter((field) => field.name && isShown(field)).forEach((field) => {
        if (field.value || values[field.name] === undefined || field.type === 'file') return;
        field.value = values[field.name];
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      form.querySelectorAll('input[type=checkbox][name=present]').forEach((box) => { box.checked = true; });
    });
  }

  function offer() {
    document.querySelectorAll('[data-examples]').forEach((button) => {
      button.hidden = false;
      button.onclick = fill;
    });
    document.querySelectorAll('#people [data-back]').forEach((field) => {
      field.value = window.location.pathname + window.location.search;
    });
  }

  document.addEventListener('htmx:load', offer);
  offer();
})();
