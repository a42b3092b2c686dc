// The search page: a field, and below it what was found, grouped by kind.

/** A text with the words that were found marked. */
function marking(text, marked) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    if (!marked.has(comparable(match[0]))) continue;
    nodes.push(text.slice(end, match.index), make("mark", { textContent: match[0] }));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

/** About 180 letters of a text around the place where most of the words stand, and how many these are. */
function excerpt(text, marked) {
  const length = 180;
  const hits = [...text.matchAll(wordPattern)].map((match) => ({ word: comparable(match[0]), at: match.index }))
    .filter(({ word }) => marked.has(word));
  let best = { count: 0, at: 0 };
  for (const [index, { at }] of hits.entries()) {
    const near = hits.slice(index).filter((hit) => hit.at < at + length);
    const count = new Set(near.map(({ word }) => word)).size;
    if (count > best.count) best = { count, at };
  }
  const from = best.at < 60 ? 0 : text.lastIndexOf(" ", best.at - 40) + 1;
  const to = from + length >= text.length ? text.length : text.lastIndexOf(" ", from + length);
  const shown = text.slice(from, to > from ? to : from + length);
  return { count: best.count, text: (from > 0 ? "… " : "") + shown + (to < text.length ? " …" : "") };
}

/** A result: its title, what of its text answers to the query, and the part that this stands in. */
function resultOf({ href, title, parts }, marked) {
  const item = make("li", {}, make("h3", {}, make("a", { href }, ...marking(title, marked))));
  let best = null;
  for (const [anchor, heading, text] of parts) {
    const found = excerpt(text, marked);
    if (!best || found.count > best.count) best = { anchor, heading, ...found };
  }
  if (best?.text) item.append(make("p", {}, ...marking(best.text, marked)));
  if (best?.anchor) {
    const link = make("a", { href: `${href}#${encodeURIComponent(best.anchor)}`, textContent: best.heading });
    const [before, after = ""] = say("searchIn", { heading: "\n" }).split("\n");
    item.append(make("p", { className: "facts" }, before, link, after));
  }
  return item;
}

const fewResults = 6;

/** The results of a kind: the first few, and a button for the next. */
async function groupOf(kind, entries, marked) {
  const name = say(`searchKind${kind[0].toUpperCase()}${kind.slice(1)}`);
  const list = make("ol", { className: "listing" });
  let shown = 0;
  const showMore = async () => {
    const contents = await Promise.all(entries.slice(shown, shown + fewResults).map(contentOf));
    shown += contents.length;
    const results = contents.filter(Boolean).map((content) => resultOf(content, marked));
    list.append(...results);
    return results[0];
  };
  await showMore();
  const group = make("section", {}, make("h2", { textContent: name }), list);
  const label = () => {
    const count = Math.min(fewResults, entries.length - shown);
    return say("searchMoreOf", { more: say("searchMore", { count }), kind: name });
  };
  const more = button(label(), async () => {
    const first = await showMore();
    first?.querySelector("a").focus();
    if (shown < entries.length) more.textContent = label();
    else more.remove();
  });
  if (shown < entries.length) group.append(more);
  return group;
}

/** How much was found, and for which words. */
function foundText(query, { entries, replaced }) {
  const key = entries.length === 0 ? "searchNone" : entries.length === 1 ? "searchFoundOne" : "searchFound";
  const said = [say(key, { count: entries.length, query })];
  for (const { word, words: others } of entries.length > 0 ? replaced : []) {
    said.push(say("searchInstead", { word, words: others.slice(0, 3).map((other) => `“${other}”`).join(", ") }));
  }
  return said;
}

/** Entries by kind, the kind of the best entry first. */
function grouped(entries) {
  const groups = new Map();
  for (const entry of entries) groups.set(entry.kind, [...(groups.get(entry.kind) ?? []), entry]);
  return groups;
}

function startSearch() {
  const form = document.getElementById("_search");
  if (!form) return;
  const [field, status, place] = ["_query", "_found", "_results"].map((id) => document.getElementById(id));
  const skipped = new Set(form.dataset.skip.split(",").map(comparable));
  const addresses = Array.from({ length: Number(form.dataset.volumes) }, (_, index) => `search/${index + 1}.js`);
  let turn = 0;
  const look = async () => {
    const query = field.value.trim();
    const own = (turn += 1);
    remember(query);
    if (!query) {
      place.replaceChildren();
      status.textContent = "";
      return;
    }
    if (volumes.size === 0) status.textContent = say("searchLooking");
    await Promise.all(addresses.map(load));
    if (own !== turn) return;
    const found = search(query, skipped);
    const groups = await Promise.all([...grouped(found.entries)].map(([kind, entries]) => groupOf(kind, entries, found.marked)));
    if (own !== turn) return;
    place.replaceChildren(...groups);
    status.textContent = [...foundText(query, found), ...(isMissing() ? [say("searchMissing")] : [])].join(" ");
  };
  let wait = 0;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(look, 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    look();
  });
  document.getElementById("_without-script").hidden = true;
  form.hidden = false;
  field.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  if (field.value) look();
}

/** Keeps the query in the address, so that the way back from a result leads to what was found. */
function remember(query) {
  try {
    const [page] = location.href.split("#");
    history.replaceState(null, "", query ? `${page}#${new URLSearchParams({ q: query })}` : page);
  } catch {
    // From a folder some browsers refuse; the search works all the same.
  }
}
