// What a reader has done on the pages that a pathway or a list of modules names.

/** The path of a page of this site from its root, as its entries are named. */
function pathOf(link) {
  const climbs = panel.dataset.page.split("/").length - 1;
  const root = new URL("../".repeat(climbs) || "./", location.href).href;
  const [address] = link.href.split("#");
  return address.startsWith(root) ? decodeURIComponent(address.slice(root.length)) : "";
}

function startProgress() {
  startDone();
  const links = [...document.querySelectorAll(".path h3 a, .page-list .listing a")];
  const pages = links.map((link) => ({ link, entries: read(pathOf(link)) }));
  const told = [tellDone(pages), tellAnswers(pages)].filter((text) => text);
  const path = document.querySelector(".path");
  if (told.length > 0) (path ?? panel).before(...told.map((text) => make("p", { className: "progress" }, text)));
  if (path && told.length > 0) startAgain(path, pages);
}

/** Lets a reader mark a module as done. */
function startDone() {
  const place = document.getElementById("_done");
  if (!place) return;
  const box = make("input", { type: "checkbox", checked: isDay(entries.get("done")) });
  const since = make("span", { className: "done-since" });
  const show = () => {
    const day = entries.get("done");
    since.textContent = isDay(day) ? say("doneSince", { date: spoken(day) }) : "";
  };
  box.addEventListener("change", () => {
    enter("done", box.checked ? dayOf(new Date()) : "");
    show();
  });
  place.append(make("label", { className: "choice" }, box, ` ${say("doneMark")}`), since);
  place.hidden = false;
  show();
}

/** Marks the modules that are done, on the sheet to sign off as well. */
function tellDone(pages) {
  const rows = document.querySelectorAll(".sign-off tbody tr");
  let [done, minutes] = [0, 0];
  for (const [index, { link, entries }] of pages.entries()) {
    const day = entries.get("done");
    if (!isDay(day)) {
      minutes += Number(link.closest("li").dataset.minutes ?? 0);
      continue;
    }
    done += 1;
    link.closest("li").classList.add("is-done");
    link.parentElement.after(make("p", { className: "progress" }, say("doneSince", { date: spoken(day) })));
    if (!rows[index]) continue;
    rows[index].querySelector(".box").classList.add("is-ticked");
    rows[index].cells[3].textContent = spoken(day);
  }
  if (done === 0) return "";
  return say(minutes > 0 ? "doneLeft" : "doneAll", { done, total: pages.length, minutes });
}

function tellAnswers(pages) {
  const all = { right: 0, total: 0 };
  for (const { link, entries } of pages) {
    const [, right, total] = /^(\d+) (\d+)$/.exec(entries.get("progress") ?? "") ?? [];
    if (!total) continue;
    link.parentElement.after(make("p", { className: "progress" }, say("progressPage", { right, total })));
    all.right += Number(right);
    all.total += Number(total);
  }
  return all.total > 0 ? say("progressAll", all) : "";
}

/** Lets a reader clear what they entered on every module of a path. */
function startAgain(path, pages) {
  path.after(make("p", { className: "controls" }, button(say("doneAgain"), () => {
    if (!confirm(say("doneAgainSure"))) return;
    for (const { link } of pages) area()?.removeItem(prefix + pathOf(link));
    location.reload();
  })));
}
