// When a reader was last here, where the device may remember it, and what has changed since.

/** A day as it is written in a date field, by the reader's own clock. */
const dayOf = (date) => new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 10);

/** A day in words. */
const spoken = (day) => new Date(`${day}T00:00:00`).toLocaleDateString(
  document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !Number.isNaN(Date.parse(text));

/** The day of the visit before this one; nothing unless entries are kept on the device. */
function lastVisit() {
  if (!isKept) return "";
  try {
    if (visit.getItem(sinceKey) === null) visit.setItem(sinceKey, device.getItem(visitedKey) ?? "");
    device.setItem(visitedKey, dayOf(new Date()));
    const since = visit.getItem(sinceKey);
    return isDay(since) ? since : "";
  } catch {
    return "";
  }
}

function startVisits() {
  const since = lastVisit();
  const changes = document.querySelector(".changes");
  if (changes) startChanges(changes, since);
  for (const step of since ? document.querySelectorAll(".path > [data-changed]") : [])
    if (step.dataset.changed >= since)
      step.append(make("p", { className: "is-new" }, say("visitNew", { date: spoken(since) })));
}

/** Lets a reader choose the day, and leaves what is older out of the list. */
function startChanges(list, since) {
  const pages = [...list.children];
  const status = make("p", { role: "status" });
  const field = make("input", { type: "date", id: "_since", autocomplete: "off", value: since });
  const show = () => {
    const isChosen = isDay(field.value);
    for (const page of pages) page.hidden = isChosen && page.dataset.changed < field.value;
    const count = pages.filter((page) => !page.hidden).length;
    status.textContent = isChosen ? say("visitCount", { count, total: pages.length })
      : say(since ? "visitNone" : "visitUnknown");
  };
  field.addEventListener("input", show);
  const label = make("label", { htmlFor: field.id, textContent: say("visitSince") });
  list.before(make("p", { className: "field field-since" }, label, " ", field), status);
  show();
}
