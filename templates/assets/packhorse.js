// What a reader can do on a page: answer, write, rehearse. Without this script the page reads and prints whole.
// Nothing leaves the browser: no request, no cookie. A classic script, so that it works from a folder as well.
"use strict";

(() => {
  const panel = document.getElementById("_entries");
  if (!panel) return;
  const words = document.getElementById("_words").dataset;

  /** A phrase of the catalogue (words/en.yml, "script") with its places filled in. */
  const say = (key, places = {}) => words[key].replace(/\{([a-z-]+)\}/g, (place, name) => places[name] ?? place);

  /** An element with properties and children. */
  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const button = (text, act) => {
    const element = make("button", { type: "button", textContent: text });
    element.addEventListener("click", act);
    return element;
  };

  /** A copy of what is inside an element, without the ids that only the original may have. */
  function copyInside(element) {
    const copy = element.cloneNode(true);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    return [...copy.childNodes];
  }

  // What readers enter. It lies in the tab's storage, or in the device's where they ask for it; a browser that
  // refuses both leaves it in `entries`, until the page is left.

  const prefix = `packhorse:${panel.dataset.site}:`;
  const keepKey = `${prefix}keep`;

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
      for (const [key, value] of kept) if (key !== keepKey) area()?.setItem(key, value);
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
    document.getElementById("_without-script").hidden = true;
    panel.hidden = false;
    if (!area()) tell(say("entriesRefused"));
    // A page that comes back from the browser's memory may show what was cleared or changed elsewhere since.
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  // Quizzes. The answers become a choice; which are right, and why, stands in the fold below them.

  class Question {
    constructor(element, isMany, changed) {
      this.element = element;
      this.isMany = isMany;
      this.changed = changed;
      this.list = element.querySelector(".answers");
      this.notes = [...element.querySelectorAll(":scope > .feedback > ul > li")];
      this.right = this.notes.flatMap((note, index) => (note.classList.contains("right") ? [index] : []));
      this.inputs = [...this.list.children].map((answer, index) => this.makeChoice(answer, index));
      this.result = make("div", { className: "result", role: "status" });
      this.checkButton = button(say("quizCheck"), () => this.check());
      this.againButton = button(say("quizAgain"), () => this.tryAgain());
      this.arrange();
      this.restore();
    }

    makeChoice(answer, index) {
      const type = this.isMany ? "checkbox" : "radio";
      const input = make("input", { type, name: this.element.id, value: index });
      const text = make("span", {}, ...answer.childNodes);
      answer.append(make("label", { className: "choice" }, input, text));
      return input;
    }

    arrange() {
      const group = make("div", { role: this.isMany ? "group" : "radiogroup" });
      group.setAttribute("aria-labelledby", `${this.element.id}.text`);
      this.list.replaceWith(group);
      group.append(this.list);
      group.after(make("p", { className: "controls" }, this.checkButton, this.againButton), this.result);
    }

    get chosen() { return this.inputs.flatMap((input, index) => (input.checked ? [index] : [])); }
    get isRight() { return this.chosen.join() === this.right.join(); }

    check() {
      const chosen = this.chosen;
      if (chosen.length === 0) {
        this.result.replaceChildren(make("p", {}, say("quizNone")));
        return;
      }
      enter(this.element.id, chosen.join(" "));
      this.show();
      this.changed();
    }

    /** Says whether what was chosen is right, and why. */
    show() {
      const found = this.chosen.filter((index) => this.right.includes(index)).length;
      const isPart = found === this.chosen.length && !this.isRight;
      const verdict = this.isRight
        ? say("quizRight")
        : isPart ? say("quizPart", { found, total: this.right.length }) : say("quizWrong");
      const notes = this.chosen.map((index) =>
        make("div", { className: this.notes[index].className }, ...copyInside(this.notes[index])));
      this.result.replaceChildren(make("p", { className: "verdict" }, verdict), ...notes);
      this.element.classList.toggle("is-right", this.isRight);
      this.againButton.hidden = false;
    }

    tryAgain() {
      this.clear();
      this.inputs[0].focus();
      this.changed();
    }

    clear() {
      for (const input of this.inputs) input.checked = false;
      this.result.replaceChildren();
      this.element.classList.remove("is-right");
      this.againButton.hidden = true;
      enter(this.element.id, "");
    }

    restore() {
      const chosen = (entries.get(this.element.id) ?? "").split(" ");
      this.inputs.forEach((input, index) => { input.checked = chosen.includes(String(index)); });
      this.againButton.hidden = true;
      if (this.chosen.length > 0) this.show();
    }
  }

  function startQuizzes() {
    const quizzes = [...document.querySelectorAll(".quiz")].map(startQuiz);
    if (quizzes.length > 0) noteProgress();

    /** What pathways and lists show of this page. */
    function noteProgress() {
      const questions = quizzes.flat();
      const right = questions.filter((question) => question.isRight).length;
      enter("progress", right > 0 ? `${right} ${questions.length}` : "");
    }

    function startQuiz(quiz) {
      const progress = make("p", { className: "progress" });
      const elements = [...quiz.querySelectorAll(":scope > .questions > .question")];
      const questions = elements.map((element) => new Question(element, quiz.dataset.kind === "many", changed));
      const reset = button(say("quizReset"), () => {
        for (const question of questions) question.clear();
        changed();
        questions[0].inputs[0].focus();
      });
      quiz.classList.add("is-live");
      quiz.append(make("div", { className: "quiz-end" }, progress, reset));
      showProgress();
      return questions;

      function changed() {
        showProgress();
        noteProgress();
      }

      function showProgress() {
        const right = questions.filter((question) => question.isRight).length;
        progress.textContent = say("quizProgress", { right, total: questions.length });
      }
    }
  }

  // Scenarios: one scene at a time, and below a choice what it does.

  class Scenario {
    constructor(element) {
      this.element = element;
      this.scenes = new Map([...element.querySelectorAll(":scope > .scene")].map((scene) =>
        [scene.getAttribute("aria-labelledby"), scene]));
      this.first = this.scenes.keys().next().value;
      this.trail = (entries.get(element.id) ?? "").split(" ").filter((name) => this.scenes.has(name));
      this.backButton = button(say("scenarioBack"), () => this.goBack());
      this.againButton = button(say("scenarioAgain"), () => this.go([]));
      const controls = make("p", { className: "controls" }, this.backButton, this.againButton);
      element.querySelector(":scope > .facilitator").before(controls);
      for (const choice of element.querySelectorAll(".choices > li")) this.makeChoice(choice);
      element.classList.add("is-live");
      addEventListener("hashchange", () => this.follow());
      this.show();
      this.follow();
    }

    get current() { return this.trail.at(-1) ?? this.first; }

    makeChoice(choice) {
      const [link, why] = ["a.say", "a.why"].map((name) => choice.querySelector(name));
      const next = named(link);
      const feedback = make("div", { className: "choice-feedback", role: "status" });
      const sayButton = button("", () => {
        for (const other of choice.parentElement.querySelectorAll(".choice-feedback")) other.replaceChildren();
        const goOn = button(say("scenarioGoOn"), () => this.go([...this.trail, next]));
        const note = copyInside(document.getElementById(named(why)));
        feedback.replaceChildren(...note, goOn);
      });
      sayButton.className = "say";
      sayButton.append(...link.childNodes);
      link.replaceWith(sayButton);
      choice.append(feedback);
    }

    /** Shows the scene that the address names, if it is one of these. */
    follow() {
      const name = decodeURIComponent(location.hash.slice(1));
      if (this.scenes.has(name) && name !== this.current) this.go([...this.trail, name]);
    }

    goBack() { this.go(this.trail.slice(0, -1)); }

    /** Moves to the last scene of a trail, and the focus with it. */
    go(trail) {
      this.trail = trail;
      enter(this.element.id, trail.join(" "));
      this.show();
      const heading = document.getElementById(this.current);
      heading.tabIndex = -1;
      heading.focus();
    }

    show() {
      for (const [name, scene] of this.scenes) scene.classList.toggle("is-current", name === this.current);
      for (const feedback of this.element.querySelectorAll(".choice-feedback")) feedback.replaceChildren();
      this.backButton.hidden = this.againButton.hidden = this.trail.length === 0;
    }
  }

  /** The id that a link within the page leads to. */
  const named = (link) => decodeURIComponent(link.hash.slice(1));

  // Forms. A field is remembered under its id, a reader's confidence under its name.

  function startFields() {
    for (const field of document.querySelectorAll(".form input, .form textarea")) {
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

  /** Hands a text to the reader as a file. */
  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

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

  // Reflections, as a text for a portfolio, once nothing in them points to a patient.

  function startReflection(form) {
    const result = make("div", { className: "findings", role: "status" });
    const fields = [...form.querySelectorAll(".field")].map((field) => ({
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

  function startForms() {
    startFields();
    startConfidence();
    for (const plan of document.querySelectorAll("[data-form=action-plan]")) startPlan(plan);
    for (const form of document.querySelectorAll("[data-form=reflect]")) startReflection(form);
  }

  startQuizzes();
  for (const scenario of document.querySelectorAll(".scenario")) new Scenario(scenario);
  startForms();
  startEntries();
})();
