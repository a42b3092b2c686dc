// Action plans, as a calendar file.

function startPlan(plan) {
  const status = make("p", { role: "status" });
  const saveButton = button(say("planSave"), () => {
    const events = [...plan.querySelectorAll(".plan > li")].map(readEvent).filter((event) => event.summary && event.when);
    if (events.length === 0) {
      status.textContent = say("planNone");
      return;
    }
    saveCalendar(plan.id, say("planFile"), events);
    status.textContent = say("planSaved");
  });
  plan.append(make("div", { className: "controls" }, saveButton, status));
}

function readEvent(line) {
  const [what, who, when] = ["what", "who", "when"].map((field) =>
    line.querySelector(`.field-${field} > :is(input, textarea)`));
  const uid = `${what.id}.${panel.dataset.page}@${panel.dataset.site}`;
  const [doing, doer] = [what, who].map((field) => field.value.trim());
  const summary = doing && doer ? say("planEvent", { what: doing, who: doer }) : doing;
  return { uid, summary, when: when.value };
}
