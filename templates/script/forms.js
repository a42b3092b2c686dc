// Forms. A field is remembered under its id, a reader's confidence under its name.

function startFields() {
  for (const field of document.querySelectorAll(".field > :is(input, textarea)")) {
    field.value = entries.get(field.id) ?? field.defaultValue;
    field.addEventListener("input", () => enter(field.id, field.value));
  }
}

function startConfidence() {
  const gaps = [];
  for (const scale of document.querySelectorAll(".confidence")) {
    const { confidence, when } = scale.dataset;
    const name = `${confidence}.${when}`;
    for (const input of scale.querySelectorAll("input")) {
      input.checked = entries.get(name) === input.value;
      input.addEventListener("change", () => {
        enter(name, input.value);
        for (const show of gaps) show();
      });
    }
    if (when === "after") gaps.push(startGap(scale, confidence));
  }
  for (const show of gaps) show();
}

/** What tells a reader how far they have come. */
function startGap(scale, name) {
  const status = make("p", { className: "gap", role: "status" });
  scale.append(status);
  return () => {
    const [before, after] = ["before", "after"].map((when) => Number(entries.get(`${name}.${when}`) ?? NaN));
    const gap = after - before;
    if (Number.isNaN(gap)) status.textContent = "";
    else if (gap > 0) status.textContent = say("confidenceMore", { before, after, gap });
    else if (gap < 0) status.textContent = say("confidenceLess", { before, after, gap: -gap });
    else status.textContent = say("confidenceSame", { before, after });
  };
}
