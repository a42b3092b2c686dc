// Action plans, as a calendar file (RFC 5545).

function startPlan(plan) {
  const status = make("p", { role: "status" });
  const saveButton = button(say("planSave"), () => {
    const events = [...plan.querySelectorAll(".plan > li")].map(readEvent).filter((event) => event.what && event.when);
    if (events.length === 0) {
      status.textContent = say("planNone");
      return;
    }
    const sequence = Number(entries.get(`${plan.id}.sequence`) ?? 0);
    save(say("planFile"), "text/calendar", calendar(events, sequence));
    enter(`${plan.id}.sequence`, String(sequence + 1));
    status.textContent = say("planSaved");
  });
  plan.append(make("div", { className: "controls" }, saveButton, status));
}

function readEvent(line) {
  const [what, who, when] = ["what", "who", "when"].map((field) =>
    line.querySelector(`.field-${field} > :is(input, textarea)`));
  const uid = `${what.id}.${panel.dataset.page}@${panel.dataset.site}`;
  return { uid, what: what.value.trim(), who: who.value.trim(), when: when.value };
}

/** A line keeps its UID, so that a later file replaces the entries of an earlier one. */
function calendar(events, sequence) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = events.flatMap(({ uid, what, who, when }) => [
    "BEGIN:VEVENT", `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${when.replaceAll("-", "")}`,
    `SUMMARY:${escaped(who ? say("planEvent", { what, who }) : what)}`, "END:VEVENT",
  ]);
  const whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Packhorse//Action plan//EN", ...lines, "END:VCALENDAR"];
  return whole.map((line) => `${folded(line)}\r\n`).join("");
}

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s*\n\s*/g, "\\n");

/** A line of at most 75 octets, and the rest of it on lines that begin with a space. */
function folded(line) {
  let room = 75;
  let text = "";
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (size > room) {
      text += "\r\n ";
      room = 74;
    }
    text += character;
    room -= size;
  }
  return text;
}
