// Quizzes. What is right, and why, stands in the fold below each question; these make its answers something to do.

/** What every kind of question has; a kind says what an answer is, and what to tell of it. */
class Question {
  constructor(element, changed) {
    this.element = element;
    this.changed = changed;
    this.notes = [...element.querySelectorAll(":scope > .feedback > :is(ul, ol) > li")];
    this.result = make("div", { className: "result", role: "status" });
    this.checkButton = button(say("quizCheck"), () => this.check());
    this.againButton = button(say("quizAgain"), () => this.tryAgain());
    const fold = element.querySelector(":scope > .feedback");
    fold.before(make("p", { className: "controls" }, this.checkButton, this.againButton), this.result);
    this.makeFields();
    this.fill(entries.get(element.id) ?? "");
    this.againButton.hidden = true;
    if (this.answer) this.show();
  }

  get isRight() { return this.isKey(entries.get(this.element.id) ?? ""); }

  check() {
    const answer = this.answer;
    if (!answer) {
      this.result.replaceChildren(make("p", {}, say("quizNone")));
      return;
    }
    enter(this.element.id, answer);
    this.show();
    this.changed();
  }

  /** Says whether the answer is right, and why. */
  show() {
    const isRight = this.isKey(this.answer);
    const notes = this.notesToShow.map((note) => make("div", { className: note.className }, ...copyInside(note)));
    const verdict = isRight ? say("quizRight") : this.verdict;
    this.result.replaceChildren(make("p", { className: "verdict" }, verdict), ...notes);
    this.element.classList.toggle("is-right", isRight);
    this.againButton.hidden = false;
  }

  tryAgain() {
    this.clear();
    this.fields[0].focus();
    this.changed();
  }

  clear() {
    this.fill("");
    this.result.replaceChildren();
    this.element.classList.remove("is-right");
    this.againButton.hidden = true;
    enter(this.element.id, "");
  }
}

/** One answer, or many: the numbers of those chosen. */
class Choice extends Question {
  makeFields() {
    const isMany = this.element.closest(".quiz").dataset.kind === "many";
    this.right = this.notes.flatMap((note, index) => (note.classList.contains("right") ? [index] : []));
    const list = this.element.querySelector(".answers");
    this.fields = [...list.children].map((answer, index) => {
      const input = make("input", { type: isMany ? "checkbox" : "radio", name: this.element.id, value: index });
      answer.append(make("label", { className: "choice" }, input, make("span", {}, ...answer.childNodes)));
      return input;
    });
    const group = make("div", { role: isMany ? "group" : "radiogroup" });
    group.setAttribute("aria-labelledby", `${this.element.id}.text`);
    list.replaceWith(group);
    group.append(list);
  }

  get chosen() { return this.fields.flatMap((input, index) => (input.checked ? [index] : [])); }
  get answer() { return this.chosen.join(" "); }
  isKey(answer) { return answer === this.right.join(" "); }

  fill(answer) {
    const chosen = answer.split(" ");
    this.fields.forEach((input, index) => { input.checked = chosen.includes(String(index)); });
  }

  get notesToShow() { return this.chosen.map((index) => this.notes[index]); }

  get verdict() {
    const found = this.chosen.filter((index) => this.right.includes(index)).length;
    const isPart = found === this.chosen.length;
    return isPart ? say("quizPart", { found, total: this.right.length }) : say("quizWrong");
  }
}

/** Items to put in order, or to match: the place of each. */
class Places extends Question {
  makeFields() {
    const items = [...this.element.querySelectorAll(".answers > li")];
    const partners = [...this.element.querySelectorAll(".partners > li")].map((partner) => partner.textContent.trim());
    this.key = items.map((item) => item.dataset.place);
    this.fields = items.map((item) => {
      const options = items.map((_, index) => {
        const text = partners.length > 0 ? `${index + 1}: ${partners[index]}` : index + 1;
        return make("option", { value: index + 1, textContent: text });
      });
      const select = make("select", {}, make("option", { value: "", textContent: say("quizPlace") }), ...options);
      item.append(make("label", { className: "place" }, make("span", {}, ...item.childNodes), select));
      return select;
    });
  }

  get answer() {
    const places = this.fields.map((select) => select.value);
    return places.includes("") ? "" : places.join(" ");
  }

  isKey(answer) { return answer === this.key.join(" "); }

  fill(answer) {
    const places = answer.split(" ");
    this.fields.forEach((select, index) => { select.value = places[index] ?? ""; });
  }

  get notesToShow() { return []; }

  get verdict() {
    const found = this.fields.filter((select, index) => select.value === this.key[index]).length;
    return say("quizPlaces", { found, total: this.key.length });
  }
}

/** A few words, compared with those given as right or not, whatever their capitals, spaces and points. */
class ShortAnswer extends Question {
  makeFields() { this.fields = [this.element.querySelector(".answer-line input")]; }

  get answer() { return this.fields[0].value.trim(); }
  fill(answer) { this.fields[0].value = answer; }
  isKey(answer) { return this.noteFor(answer)?.classList.contains("right") ?? false; }

  noteFor(answer) {
    const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\p{P}\s]+/gu, " ").trim();
    return this.notes.find((note) => plain(note.querySelector(".answer").textContent) === plain(answer));
  }

  get notesToShow() { return [this.noteFor(this.answer)].filter(Boolean); }
  get verdict() { return this.notesToShow.length > 0 ? say("quizWrong") : say("quizUnknown"); }
}

const questionKinds = { one: Choice, many: Choice, order: Places, match: Places, short: ShortAnswer };

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
    const Kind = questionKinds[quiz.dataset.kind];
    const elements = [...quiz.querySelectorAll(":scope > .questions > .question")];
    const questions = elements.map((element) => new Kind(element, changed));
    const reset = button(say("quizReset"), () => {
      for (const question of questions) question.clear();
      changed();
      questions[0].fields[0].focus();
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
