// Calendar files (RFC 5545) and other files that a reader may keep.

/**
 * Days as a calendar file. An event keeps its UID, and a later file has a higher sequence, so that its entries replace
 * those of an earlier one.
 */
function calendar(events, sequence) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = events.flatMap(({ uid, summary, when, note }) => [
    "BEGIN:VEVENT", `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${when.replaceAll("-", "")}`, `SUMMARY:${escaped(summary)}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []), "TRANSP:TRANSPARENT", "END:VEVENT",
  ]);
  const whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Packhorse//Packhorse//EN", ...lines, "END:VCALENDAR"];
  return whole.map((line) => `${folded(line)}\r\n`).join("");
}

/** Hands out a calendar file under the next sequence, which is remembered under a name. */
function saveCalendar(name, file, events) {
  const sequence = Number(entries.get(`${name}.sequence`) ?? 0);
  save(file, "text/calendar", calendar(events, sequence));
  enter(`${name}.sequence`, String(sequence + 1));
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

/** Hands a text to the reader as a file. */
function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
