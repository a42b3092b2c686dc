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
