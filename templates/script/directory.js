// The directory: only what a reader asks for, and a warning where details have become old since the site was built.

/** A field to choose by: what the groups have under a name, each once. */
function facetField(name, groups, key, change) {
  const values = new Set(groups.flatMap((group) => (group.dataset[name] ?? "").split(name === "days" ? "," : "\n")));
  const options = [...values].filter(Boolean);
  if (name !== "days") options.sort((one, other) => one.localeCompare(other));
  const select = make("select", { name, id: `_choose-${name}` });
  select.append(make("option", { value: "", textContent: say("groupsAll") }));
  for (const value of options) select.append(make("option", { value, textContent: value }));
  select.addEventListener("change", change);
  return make("p", {}, make("label", { htmlFor: select.id, textContent: say(key) }), select);
}

function tickField(name, key, change) {
  const box = make("input", { type: "checkbox", name });
  box.addEventListener("change", change);
  return make("label", { className: "choice" }, box, say(key));
}

function startDirectory() {
  const place = document.getElementById("_groups");
  const groups = [...(place?.querySelectorAll(".group") ?? [])];
  if (groups.length === 0) return;
  markOld(groups, Number(place.dataset.staleAfter));
  const status = make("p", { role: "status" });
  const show = () => {
    const wanted = [...form.querySelectorAll("select")].filter((field) => field.value);
    const ticked = [...form.querySelectorAll("input:checked")];
    for (const group of groups) {
      const fits = wanted.every(({ name, value }) => (group.dataset[name] ?? "").split(name === "days" ? "," : "\n").includes(value));
      group.hidden = !fits || !ticked.every(({ name }) => group.dataset[name] === "yes");
    }
    for (const day of place.querySelectorAll(".day")) day.hidden = !day.querySelector(".group:not([hidden])");
    const shown = groups.filter((group) => !group.hidden).length;
    status.textContent = say("groupsShown", { count: shown, total: groups.length });
  };
  const form = make("fieldset", { className: "choose" },
    make("legend", { textContent: say("groupsChoose") }),
    facetField("activity", groups, "groupsActivity", show), facetField("days", groups, "groupsDay", show),
    facetField("place", groups, "groupsPlace", show),
    tickField("free", "groupsFree", show), tickField("stepFree", "groupsStepFree", show));
  place.prepend(form, status);
}

/** Says so where the details of a group have become too old since the page was made. */
function markOld(groups, limit) {
  for (const group of groups) {
    const note = group.querySelector(".group-checked");
    const days = Math.floor((Date.now() - Date.parse(group.dataset.checked)) / 86_400_000);
    if (!note || !(days > limit)) continue;
    note.className = "group-stale";
    note.textContent = say("groupsOld", { days });
  }
}
