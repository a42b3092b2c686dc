// What a reader can do on a page: answer, write, rehearse. Without this script the page reads and prints whole.
// Nothing leaves the browser: no request, no cookie. The files of this folder become one classic script, joined in the
// order of their names, so that it works from a folder as well; start.js comes last and begins it. Before them the build
// writes `words`, the phrases of the catalogue.

// Where nothing can be entered there is no panel; this one, which is on no page, stands in for it.
const panel = document.getElementById("_entries") ?? document.createElement("section");

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
