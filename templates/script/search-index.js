// What can be searched: files that the build made, each a classic script that hands over what it holds. They are loaded
// when somebody begins to search, and the texts of results only when these are shown.

/** Volumes by number: entries, and the words in order, each with its places. */
const volumes = new Map();
const texts = new Map();

/** A text as it is compared: small letters without accents. */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** The build takes the same s from the words it finds. */
const singular = (word) => (word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word);

const comparable = (word) => fold(singular(word.toLowerCase()));

/** 90 characters stand for numbers; what is above 78 has a second one. */
const symbols = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index))
  .filter((symbol) => symbol !== "<" && symbol !== "\\").join("");

/** The marks that stand for groups of letters in words. */
const marks = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((mark) => /[^A-Za-z0-9"\\<]/.test(mark)).join("");

function unpack(packedWords, packedPlaces, groups) {
  const found = [];
  let [last, place] = ["", 0];
  const number = () => {
    const first = symbols.indexOf(packedPlaces[place++]);
    return first < 79 ? first : 79 + (first - 79) * symbols.length + symbols.indexOf(packedPlaces[place++]);
  };
  const written = (letters) => letters.replace(/[!-~]/g, (letter) => groups[marks.indexOf(letter)] ?? letter);
  for (const [, shared, rest] of packedWords.matchAll(/([A-Z])([^A-Z]*)/g)) {
    last = last.slice(0, shared.charCodeAt(0) - 65) + written(rest);
    const places = [];
    for (let entry = -1, step = 0; (step & 1) === 0; ) {
      step = number();
      entry += (step >> 2) + 1;
      places.push({ entry, isAbout: (step & 2) !== 0 });
    }
    found.push({ word: fold(last), places });
  }
  return found;
}

// The files call these two by name.
window.packhorseIndex = (number, kinds, packedWords, packedPlaces, groups) => {
  const entries = kinds.flatMap(([kind, count]) => Array.from({ length: count }, () => ({ kind, volume: number })));
  for (const [index, entry] of entries.entries()) entry.index = index;
  volumes.set(number, { entries, words: unpack(packedWords, packedPlaces, groups.split(",")) });
};
window.packhorseTexts = (address, entries) => texts.set(address, entries);

const loads = new Map();
const failed = new Set();

/** True where a file of the index could not be opened. */
const isMissing = () => failed.size > 0;

/** Loads a file of the index, once. */
function load(address) {
  if (!loads.has(address)) {
    loads.set(address, new Promise((done) => {
      const script = make("script", { src: address });
      script.addEventListener("load", done);
      script.addEventListener("error", () => {
        failed.add(address);
        done();
      });
      document.head.append(script);
    }));
  }
  return loads.get(address);
}

/** What an entry says: its address, its title, and the anchor, heading and text of each part; null if it is missing. */
async function contentOf({ volume, index }) {
  const address = `search/${volume}-${Math.floor(index / 16)}.js`;
  await load(address);
  const [href, title, parts] = texts.get(address)?.[index % 16] ?? [];
  return href === undefined ? null : { href, title, parts };
}
