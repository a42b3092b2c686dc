// Reflections, as a text for a portfolio, once nothing in them points to a patient.

function startReflection(form) {
  const result = make("div", { className: "findings", role: "status" });
  const fields = [...form.querySelectorAll(":scope > .field")].map((field) => ({
    label: field.querySelector("label").textContent, input: field.querySelector("input, textarea"),
  }));
  const saveButton = button(say("reflectSave"), () => {
    const found = fields.flatMap(({ label, input }) =>
      identifiers(input.value).map(({ kind, text }) => ({ kind, phrase: say(kind, { label, text }) })));
    if (fields.every(({ input }) => input.value.trim() === input.defaultValue)) tellResult(say("reflectNone"));
    else if (found.length === 0) saveText();
    else showFound(found);
  });
  const anyway = button(say("reflectAnyway"), saveText);
  anyway.hidden = true;
  form.append(make("p", { className: "controls" }, saveButton, anyway), result);
  form.addEventListener("input", () => tellResult(""));

  function showFound(found) {
    const list = make("ul", {}, ...found.map(({ phrase }) => make("li", {}, phrase)));
    result.replaceChildren(make("p", {}, say("reflectFound")), list);
    anyway.hidden = found.some(({ kind }) => kind === "reflectNhsNumber");
  }

  function tellResult(text) {
    result.replaceChildren(make("p", {}, text));
    anyway.hidden = true;
  }

  function saveText() {
    const title = document.querySelector("h1").textContent;
    const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const parts = fields.filter(({ input }) => input.value.trim()).map(({ label, input }) =>
      say("reflectField", { label, text: input.value.trim() }));
    save(say("reflectFile"), "text/plain", [title, say("reflectDate", { date }), ...parts, ""].join("\n\n"));
    tellResult(say("reflectSaved"));
  }
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const dates = [
  String.raw`\d{1,2}\s?[./\-\s]\s?\d{1,2}\s?[./\-\s]\s?\d{2}(?:\d{2})?`,
  String.raw`\d{4}\s?[./\-\s]\s?\d{1,2}\s?[./\-\s]\s?\d{1,2}`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?[\s./\-]*(?:of\s+)?${month}[\s.,/\-]*'?\d{2}(?:\d{2})?`,
  String.raw`${month}[\s./\-]*\d{1,2}(?:st|nd|rd|th)?[\s.,/\-]+'?\d{2}(?:\d{2})?`,
];
const patterns = {
  reflectDateFound: new RegExp(String.raw`(?<![\d.])(?:${dates.join("|")})(?!\d)`, "gi"),
  reflectPostcode: /(?<![a-z0-9])(?:gir\s*0aa|[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})(?![a-z0-9])/gi,
};

/** What in a text may point to a patient: every valid NHS number, complete dates, postcodes. */
function identifiers(written) {
  const text = written.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const numbers = nhsNumbers(text).map((number) => ({ kind: "reflectNhsNumber", text: number }));
  const others = Object.entries(patterns).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([found]) => ({ kind, text: found })));
  return [...numbers, ...others];
}

/** Ten digits in a row, however they are set apart, of which the last is the check digit of the rest. */
function nhsNumbers(text) {
  const runs = text.match(/\d(?:[\s\p{Pd}._]{0,2}\d){9,}/gu) ?? [];
  return runs.flatMap((run) => {
    const digits = run.replace(/\D/g, "");
    return [...digits].map((_, start) => digits.slice(start, start + 10)).filter(isNHSNumber);
  });
}

/** Modulus 11, as the NHS Data Dictionary has it. */
function isNHSNumber(digits) {
  if (digits.length !== 10) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
