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
