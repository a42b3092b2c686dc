"""Prints each string literal of the rendering code that a reader of a site would see.

Such words belong in words/en.yml. Looked at: text between tags, and the attributes that are read out. Diagnostics,
which are for the person who builds a site, are worded where they are found and are left out.
"""

import pathlib
import re

LITERAL = re.compile(r'"""(.*?)"""|#"(.*?)"#|"((?:\\.|[^"\\])*)"', re.S)
ATTRIBUTE = re.compile(r'(?:aria-label|alt|title|placeholder)=\\?"([^"\\]*[A-Za-z]{2}[^"\\]*)')
CLASSES = re.compile(r"[a-z]+-[a-z-]+(?: [a-z]+-[a-z-]+)*")
PLACES = ["PackhorseRendering", "PackhorseStatistics", "PackhorseKit"]


def without_comments(source):
    return re.sub(r"^\s*//.*$", "", source, flags=re.M)


def without_diagnostics(source):
    """Blanks each `extension Diagnostic { … }` at the left margin."""
    return re.sub(r"^extension (?:Diagnostic|\[Diagnostic\]) \{.*?^\}", "", source, flags=re.M | re.S)


# What checks templates speaks to the person who writes them.
CHECKERS = ["TagPlaces.swift", "TemplateChecker.swift", "TemplateScanner.swift"]
# What it writes is read by the browser.
PROGRAMS = ["ScriptWords.swift"]


def visible(literal):
    if CLASSES.fullmatch(literal):
        return False
    literal = re.sub(r"<style>.*?</style>", "", literal, flags=re.S)
    text = re.sub(r"\\\((?:[^()]|\([^()]*\))*\)", "", literal)
    if ATTRIBUTE.search(text):
        return True
    between = re.sub(r"<[^<>]*>?|^[^<>]*>", " ", text)
    between = re.sub(r"&[a-z#0-9]+;|\\[a-z]", " ", between)
    return bool(re.search(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}", between)) or (
        "<" in text and bool(re.search(r">[^<>]*[A-Za-z]{2,}[^<>]*<", text))
    )


root = pathlib.Path(__file__).resolve().parent.parent
for place in PLACES:
    for path in sorted((root / "Sources" / place).rglob("*.swift")):
        if path.name in CHECKERS + PROGRAMS:
            continue
        source = without_diagnostics(without_comments(path.read_text()))
        for match in LITERAL.finditer(source):
            literal = next(group for group in match.groups() if group is not None)
            if visible(literal):
                print(f"literal that belongs in words/en.yml: {path.relative_to(root)}: {literal.strip()[:80]}")
