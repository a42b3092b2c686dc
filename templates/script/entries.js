// What readers enter. It lies in the tab's storage, or in the device's where they ask for it; a browser that
// refuses both leaves it in `entries`, until the page is left.

const prefix = `packhorse:${panel.dataset.site}:`;
const [keepKey, visitedKey, sinceKey] = ["keep", "visited", "since"].map((name) => prefix + name);

/** One of the browser's two storages, or null where it refuses. */
function storage(name) {
  try {
    const area = window[name];
    area.setItem(`${prefix}try`, "");
    area.removeItem(`${prefix}try`);
    return area;
  } catch {
    return null;
  }
}

const visit = storage("sessionStorage");
const device = panel.dataset.storage === "device" ? storage("localStorage") : null;
let isKept = device?.getItem(keepKey) === "yes";
const area = () => (isKept ? device : visit);

/** All that was entered on a page of this site, text by name. */
function read(page) {
  try {
    const found = JSON.parse(area()?.getItem(prefix + page) ?? "{}");
    return new Map(Object.entries(found).filter(([, value]) => typeof value === "string"));
  } catch {
    return new Map();
  }
}

const entries = read(panel.dataset.page);

/** Remembers a text under a name; an empty one is forgotten. */
function enter(name, value) {
  if (value) entries.set(name, value);
  else entries.delete(name);
  try {
    if (entries.size === 0) area()?.removeItem(prefix + panel.dataset.page);
    else area()?.setItem(prefix + panel.dataset.page, JSON.stringify(Object.fromEntries(entries)));
  } catch {
    tell(say("entriesRefused"));
  }
}

const tell = (text) => { document.getElementById("_entries-status").textContent = text; };

const keysIn = (place) => (place ? Object.keys(place).filter((key) => key.startsWith(prefix)) : []);

function forget(place) {
  for (const key of keysIn(place)) place.removeItem(key);
}

/** Takes everything along to the other storage. */
function keep(isWanted) {
  const from = area();
  const kept = keysIn(from).map((key) => [key, from.getItem(key)]);
  try {
    forget(device);
    if (isWanted) device.setItem(keepKey, "yes");
    isKept = isWanted;
    for (const [key, value] of kept) if (![keepKey, visitedKey, sinceKey].includes(key)) area()?.setItem(key, value);
    if (isWanted) forget(visit);
  } catch {
    tell(say("entriesRefused"));
  }
}

function startEntries() {
  const box = document.getElementById("_keep");
  if (box && !device) box.closest("p").hidden = document.getElementById("_keep-warning").hidden = true;
  if (box) {
    box.checked = isKept;
    box.addEventListener("change", () => keep(box.checked));
  }
  document.getElementById("_clear").addEventListener("click", () => {
    if (!confirm(say("entriesClearSure"))) return;
    forget(visit);
    forget(device);
    location.reload();
  });
  document.getElementById("_clear").after(button(say("entriesClearPage"), () => {
    if (!confirm(say("entriesClearPageSure"))) return;
    area()?.removeItem(prefix + panel.dataset.page);
    location.reload();
  }));
  document.getElementById("_without-script").hidden = true;
  panel.hidden = false;
  if (!area()) tell(say("entriesRefused"));
  // A page that comes back from the browser's memory may show what was cleared or changed elsewhere since.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
