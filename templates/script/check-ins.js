// The check-ins of a pathway, counted from the day on which a reader starts.

function startCheckIns(section) {
  const start = section.querySelector("input");
  const status = make("p", { role: "status" });
  const saveButton = button(say("checkInSave"), () => {
    if (!start.value) {
      status.textContent = say("checkInNone");
      return;
    }
    saveCalendar("check-ins", say("checkInFile"), section.dataset.weeks.split(" ").map((week) => checkIn(week, start)));
    status.textContent = say("checkInSaved");
  });
  section.append(make("div", { className: "controls" }, saveButton, status));
}

function checkIn(week, start) {
  const day = new Date(`${start.value}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * Number(week));
  return {
    uid: `check-in.${week}.${panel.dataset.page}@${panel.dataset.site}`,
    summary: say("checkInEvent", { week, title: document.querySelector("h1").textContent }),
    when: day.toISOString().slice(0, 10),
    note: [say("checkInNote"), ...(location.protocol.startsWith("http") ? [location.href.split("#")[0]] : [])].join("\n"),
  };
}
