"""Finds runs of words that the pack shares with another text.

`python3 Scripts/overlap.py study.txt` reads every page, setting and guide of the project and prints, with file and line, each run of eight or
more words that stands in the given text as well. Exit 1 if there is one. Titles of works may agree: references.json is not read.
Names of techniques may agree too, which are the terms of a taxonomy: give them, one a line, as a second text.
"""

import pathlib
import re
import sys

RUN = 8
ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["content", "starter", "docs", "words"]
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def words(text):
    """The words of a text with the line each stands on; words that a line's end has cut are put together."""
    found = []
    text = re.sub(r"\[@[^\]]*\]", lambda m: "\n" * m.group().count("\n"), text.replace("’", "'"))
    for number, line in enumerate(re.sub(r"(\w)-\n(\w)", r"\1\2", text).split("\n"), start=1):
        found += [(word, number) for word in WORD.findall(line.lower())]
    return found


def runs(found):
    return {tuple(word for word, _ in found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def shared(found, theirs, allowed):
    """Each longest stretch of words whose every run of eight is in the other text, as its line and its words."""
    at = 0
    while at <= len(found) - RUN:
        end = at
        while tuple(word for word, _ in found[end : end + RUN]) in theirs and end <= len(found) - RUN:
            end += 1
        if end == at:
            at += 1
            continue
        stretch = " ".join(word for word, _ in found[at : end + RUN - 1])
        if stretch not in allowed:
            yield found[at][1], stretch
        at = end + RUN - 1


def main(other, names=None):
    theirs = runs(words(pathlib.Path(other).read_text()))
    allowed = pathlib.Path(names).read_text().lower() if names else ""
    faults = 0
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in (".md", ".yml", ".csv") or not path.is_file():
                continue
            for line, stretch in shared(words(path.read_text()), theirs, allowed):
                faults += 1
                print(f"{path.relative_to(ROOT)}:{line}: {stretch}")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python3 Scripts/overlap.py <text> [<text of names that may agree>]")
    sys.exit(main(*sys.argv[1:]))
