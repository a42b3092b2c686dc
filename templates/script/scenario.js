// Scenarios: one scene at a time, below a choice what it does, and only those choices that what came before allows.

class Scenario {
  constructor(element) {
    this.element = element;
    this.scenes = [...element.querySelectorAll(":scope > .scene")];
    this.names = this.scenes.map((scene) => scene.getAttribute("aria-labelledby"));
    this.notes = [...element.querySelectorAll(".tally > li")];
    this.choices = this.scenes.map((scene, place) =>
      [...scene.querySelectorAll(".choices > li")].map((choice, index) => this.makeChoice(choice, `${place}.${index}`)));
    this.noted = this.scenes.map((scene) => scene.querySelector(":scope > .ending")).map((ending) => {
      const noted = make("p", { className: "noted" });
      ending?.after(noted);
      return noted;
    });
    this.backButton = button(say("scenarioBack"), () => this.go(this.trail.slice(0, -1)));
    this.againButton = button(say("scenarioAgain"), () => this.go([]));
    const controls = make("p", { className: "controls" }, this.backButton, this.againButton);
    element.querySelector(":scope > .facilitator").before(controls);
    element.classList.add("is-live");
    this.walk((entries.get(element.id) ?? "").split(" "));
    addEventListener("hashchange", () => this.follow());
    this.show();
    if (this.trail.length === 0) this.follow();
  }

  makeChoice(choice, step) {
    const [link, why] = ["a.say", "a.why"].map((name) => choice.querySelector(name));
    const place = this.names.indexOf(named(link));
    const feedback = make("div", { className: "choice-feedback", role: "status" });
    const sayButton = button("", () => {
      for (const other of choice.parentElement.querySelectorAll(".choice-feedback")) other.replaceChildren();
      const goOn = button(say("scenarioGoOn"), () => this.go([...this.trail, step]));
      const note = copyInside(document.getElementById(named(why)));
      feedback.replaceChildren(...note, goOn);
    });
    sayButton.className = "say";
    sayButton.append(...link.childNodes);
    link.replaceWith(sayButton);
    choice.append(feedback);
    const [tests, changes] = [choice.dataset.onlyIf, choice.dataset.remember].map((text) => text?.split(" ") ?? []);
    return { element: choice, place, tests: tests.map(rule), changes: changes.map(rule) };
  }

  /** Follows a trail as far as it leads: a step is a choice, as scene and number, or a scene that an address named. */
  walk(trail) {
    Object.assign(this, { trail: [], place: 0, memory: this.notes.map(() => 0) });
    for (const step of trail) {
      const choice = this.choiceAt(step);
      if (!choice || !this.isOffered(choice)) break;
      for (const [note, sign, number] of choice.changes) {
        // Scores stay from 0 to 10.
        const value = { "=": number, "+": this.memory[note] + number, "-": this.memory[note] - number }[sign];
        this.memory[note] = Math.min(10, Math.max(0, value));
      }
      this.place = choice.place;
      this.trail.push(step);
    }
  }

  /** The choice that a step stands for in the scene that is reached; nothing where it does not fit there. */
  choiceAt(step) {
    const [, place, number] = (/^(\d+)(?:\.(\d+))?$/.exec(step) ?? []).map(Number);
    if (!(place in this.scenes)) return undefined;
    if (Number.isNaN(number)) return { place, tests: [], changes: [] };
    return place === this.place ? this.choices[place][number] : undefined;
  }

  isOffered({ tests }) {
    return tests.every(([note, sign, number]) =>
      sign === ">=" ? this.memory[note] >= number : this.memory[note] <= number);
  }

  /** Shows the scene that the address names, if it is one of these. */
  follow() {
    const place = this.names.indexOf(named(location));
    if (place >= 0 && place !== this.place) this.go([...this.trail, String(place)]);
  }

  /** Moves to where a trail leads, and the focus with it. */
  go(trail) {
    this.walk(trail);
    enter(this.element.id, this.trail.join(" "));
    this.show();
    const heading = document.getElementById(this.names[this.place]);
    heading.tabIndex = -1;
    heading.focus();
  }

  show() {
    for (const [place, scene] of this.scenes.entries()) scene.classList.toggle("is-current", place === this.place);
    for (const feedback of this.element.querySelectorAll(".choice-feedback")) feedback.replaceChildren();
    const choices = this.choices[this.place];
    // Who comes by an address may meet none of the conditions: then each choice says its own.
    const isUnmet = choices.length > 0 && !choices.some((choice) => this.isOffered(choice));
    this.scenes[this.place].classList.toggle("is-unmet", isUnmet);
    for (const choice of choices) choice.element.classList.toggle("is-barred", !isUnmet && !this.isOffered(choice));
    this.noted[this.place].textContent = this.told();
    this.backButton.hidden = this.againButton.hidden = this.trail.length === 0;
  }

  /** What was noted so far, in words. */
  told() {
    const notes = this.notes.map((note, index) => [note, this.memory[index]]).filter(([, value]) => value > 0)
      .map(([{ textContent: note, dataset }, number]) => (dataset.score ? say("scenarioScore", { note, number }) : note));
    return notes.length > 0 ? say("scenarioNoted", { notes: notes.join(say("scenarioJoin")) }) : "";
  }
}

/** A rule as it is handed over: the number of a note, a sign and a number. */
function rule(text) {
  const [, note, sign, number] = /^(\d+)(\D+)(\d+)$/.exec(text);
  return [Number(note), sign, Number(number)];
}

/** The id that a link or an address leads to; nothing where it is written wrongly. */
function named({ hash }) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
