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
  function entriesOf(page) {
    try {
      const found = JSON.parse(area()?.getItem(prefix + page) ?? "{}");
      return new Map(Object.entries(found).filter(([, value]) => typeof value === "string"));
    } catch {
      return new Map();
    }
  }

  const entries = entriesOf(panel.dataset.page);

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
      this.result = make("div", { className: "result" });
      this.result.setAttribute("role", "status");
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
      const group = make("div", {});
      group.setAttribute("role", this.isMany ? "group" : "radiogroup");
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

  startQuizzes();
  startEntries();
})();
