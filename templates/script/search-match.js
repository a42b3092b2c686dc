// Which entries answer to what a reader typed, misspelt or half written as it may be.

/** True where two words differ by no more than `most` letters: put in, left out, changed, or two changed about. */
function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + differs);
      const isTurned = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isTurned) least = Math.min(least, before[column - 2] + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return false;
    [before, last] = [last, next];
  }
  return last[other.length] <= most;
}

const allWords = () => [...volumes.values()].flatMap((volume) => volume.words);

/** The words of the index that answer to a typed one, each with how well. */
function answering(typed) {
  const found = new Map();
  const known = allWords();
  for (const { word } of known) {
    if (word === typed) found.set(word, 1);
    else if (typed.length > 1 && word.startsWith(typed)) found.set(word, 0.5 + (0.4 * typed.length) / word.length);
  }
  if (found.size > 0 || typed.length < 4) return { found, isExact: true };
  for (const { word } of known) {
    if (isNear(typed, word, typed.length < 8 ? 1 : 2)) found.set(word, 0.4);
  }
  return { found, isExact: found.size === 0 };
}

/** Adds to each entry's score what a typed word brings; a word that stands in few entries brings more. */
function count(answers, scores) {
  const brought = new Map();
  for (const { entries, words } of volumes.values()) {
    for (const { word, places } of words) {
      const quality = answers.get(word);
      if (!quality) continue;
      const rarity = Math.log(1 + entries.length / places.length);
      for (const { entry, isAbout } of places) {
        const hit = entries[entry];
        const points = quality * rarity * (isAbout ? 2 : 1);
        brought.set(hit, Math.max(points, brought.get(hit) ?? 0));
      }
    }
  }
  for (const [entry, points] of brought) {
    const score = scores.get(entry) ?? { words: 0, points: 0 };
    scores.set(entry, { words: score.words + 1, points: score.points + points });
  }
}

const comparableWords = (text) => (text.match(wordPattern) ?? []).map(comparable);

/** Entries for what was typed, the best first, with the words to mark in them and those that were taken for others. */
function search(query, skipped) {
  const typed = comparableWords(query).filter((word) => word.length > 1);
  const telling = typed.filter((word) => !skipped.has(word));
  const scores = new Map();
  const marked = new Set();
  const replaced = [];
  for (const word of new Set(telling.length > 0 ? telling : typed)) {
    const { found, isExact } = answering(word);
    if (!isExact) replaced.push({ word, words: [...found.keys()] });
    for (const each of found.keys()) marked.add(each);
    count(found, scores);
  }
  const ranked = [...scores].sort(([, one], [, other]) => other.words - one.words || other.points - one.points);
  const most = ranked[0]?.[1].words;
  const best = ranked.filter(([, score]) => score.words === most);
  // Where next to nothing has all the words, what has most of them is better than nothing.
  const entries = (best.length < 4 ? ranked.slice(0, 12) : best).map(([entry]) => entry);
  return { entries, marked, replaced };
}
