"""Writes a site with an attack in every field that somebody can fill in.

Every attack that may come out as text follows a mark of its own (`q17q`), so that a test can find the field in a
diagnostic, by its line, or the text on a page. The site sets every problem that it may to a note: what is refused is then
reported, and all else is built.
"""

import csv
import dataclasses
import json
import pathlib
import re
import urllib.parse

from hostile_attacks import AWAY, FORMULAS, PRINTABLE, URLS
from program import ROOT

URL = "https://practice.example/\"'><hostile-element>&{{title}}/"
MODULES, OTHERS = 24, 8
# A file name that every disk holds and no field of an address may hold as it is.
ODD = "100% & 'x' #1 +1=2 (a) [b] {{c}};,.png"


@dataclasses.dataclass
class Plant:
    """An attack in a field; `shown` where a page has that field."""

    path: str
    mark: str
    attack: str
    shown: bool


def spread(count, attacks=PRINTABLE):
    """The attacks in so many lots."""
    return [attacks[lot::count] for lot in range(count)]


def yaml(value, indent=0):
    """A value as YAML, each scalar in double quotes on a line of its own."""
    pad = " " * indent
    if isinstance(value, dict):
        items = [(f"{pad}{key}:", entry) for key, entry in value.items()]
    else:
        items = [(f"{pad}-", entry) for entry in value]
    return "".join(
        f"{head}\n{yaml(entry, indent + 2)}" if isinstance(entry, (dict, list)) and entry
        else f"{head} {json.dumps(entry, ensure_ascii=False)}\n"
        for head, entry in items
    )


class HostileSite:
    """`part` 0 and 1 share the attacks between them where one file could not hold them all."""

    def __init__(self, folder, html="deny", part=0):
        self.folder, self.html, self.part, self.plants = pathlib.Path(folder), html, part, []
        self.write_settings()
        self.write_data()
        self.write_pages()
        self.write_words()

    def write(self, path, text):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    def plant(self, path, attacks, shown=True):
        """A text made of attacks, each behind its mark."""
        texts = []
        for attack in attacks:
            plant = Plant(path, f"q{len(self.plants)}q", attack, shown)
            self.plants.append(plant)
            texts.append(f"{plant.mark} {attack}")
        return " ".join(texts)

    def each(self, path, attacks=PRINTABLE, shown=True):
        return [self.plant(path, [attack], shown) for attack in attacks]

    # Settings

    def write_settings(self):
        documented = re.findall(r"^\| `([a-z0-9-]+)` \| [a-z]", (ROOT / "docs/diagnostics.md").read_text(), re.M)
        lots, path = spread(24), "content/site.yml"
        word = {form: self.plant(path, lots[at]) for at, form in enumerate(["singular", "plural", "article"])}
        roles = {
            f"role-{number}": {"title": self.plant(path, lot, shown=False), "plural": self.plant(path, lot)}
            for number, lot in enumerate(lots)
        }
        self.write(path, yaml({
            "format": "1", "title": self.plant(path, PRINTABLE[::2]), "description": self.plant(path, PRINTABLE[1::2]),
            "url": URL, "language": "en-GB", "practices": "DEMO01", "licence": self.plant(path, PRINTABLE), "html": self.html,
            "sample": True, "roles": roles, "words": {"link-worker": word},
            "diagnostics": {id: "note" for id in documented},
        }))
        path, some = "content/practice.yml", PRINTABLE[self.part::2]
        self.write(path, yaml({
            "name": self.plant(path, some), "code": "DEMO01", "address": self.each(path, some), "phone": self.plant(path, some),
            "link-worker": {
                "name": self.plant(path, some), "days": self.each(path, some), "room": self.plant(path, some),
                "contact": f"javascript:alert(1)//{self.plant(path, some)}", "introduction": self.plant(path, some),
                "how-to-refer": self.each(path, some), "photo": "practice/photo.png", "photo-alt": self.plant(path, some),
            },
        }))
        path = "content/glossary.yml"
        self.write(path, yaml({
            f"term-{at}": {"term": self.plant(path, [attack]), "definition": self.plant(path, [attack]), "also": self.each(path, [attack])}
            for at, attack in enumerate(PRINTABLE)
        }))
        for number, lot in enumerate(spread(OTHERS)):
            self.write_criteria(f"content/criteria/criteria-{number}.yml", lot)
        for number, lot in enumerate(spread(MODULES)):
            path = f"content/pathways/pathway-{number}.yml"
            self.write(path, yaml({
                "title": self.plant(path, lot), "summary": self.plant(path, lot), "role": f"role-{number}", "minutes": 600,
                "modules": [f"section-{number % 3}/module-{number}"] + lot, "check-ins": [2],
            }))

    def write_criteria(self, path, lot):
        answers = [
            {"answer": self.plant(path, [attack]), "means": self.plant(path, [attack]), "next": "stop" if at else attack}
            for at, attack in enumerate(lot)
        ]
        question = {"id": "first", "question": self.plant(path, lot), "reason": self.plant(path, lot), "answers": answers}
        odd = {"id": lot[0], "question": "x", "reason": "x", "answers": answers[:1]}
        self.write(path, yaml({
            "title": self.plant(path, lot), "summary": self.plant(path, lot), "clinical-review": self.plant(path, lot),
            "reviewed": "2026-10-01", "review-due": "2027-10-01", "safety-net": self.plant(path, lot), "sources": lot,
            "questions": [question, odd],
            "outcomes": [{"id": "stop", "kind": "instead", "title": self.plant(path, lot), "action": self.plant(path, lot)}],
        }))

    def write_words(self):
        """Every word of the interface with attacks behind it."""
        path, section, lines, at = "words/en.yml", [], [], 0
        for line in (ROOT / "words/en.yml").read_text().splitlines():
            found = re.match(r"( *)([a-z0-9-]+):(?: (.*))?$", line)
            if not found:
                continue
            indent, key, form = len(found[1]), found[2], found[3]
            if not form:
                lines.append(line)
                continue
            form = json.loads(form) if form.startswith('"') else form
            attacks = [attack for attack in PRINTABLE[at % 7::7] if "{" not in attack]
            lines.append(f"{' ' * indent}{key}: {json.dumps(form + ' ' + ' '.join(attacks[at % 9::9]), ensure_ascii=False)}")
            at += 1
        self.write(path, "\n".join(lines) + "\n")

    # Data

    def table(self, path, columns, rows):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(rows)

    def write_data(self):
        path = "content/data/groups.csv"
        columns = (
            "id name activity description day time recurrence place postcode cost transport step_free first_visit buddy safety contact "
            "url assured_date status sessions funding_end source"
        ).split()
        free = [name for name in columns if name not in ("id", "step_free", "url", "assured_date", "status", "sessions", "funding_end", "contact")]
        rows = []
        for at, attack in enumerate(PRINTABLE):
            row = {name: self.plant(path, [attack], shown=name != "source") for name in free}
            row |= {"id": f"group-{at}", "step_free": "yes", "url": attack if at % 2 else "https://practice.example/" + attack.replace(" ", "")}
            row |= {"assured_date": "2026-10-14", "status": "active", "contact": attack}
            rows.append([row.get(name, "") for name in columns])
        for at, attack in enumerate(FORMULAS + URLS):
            rows.append([attack if name != "id" else f"odd-{at}" for name in columns])
        self.table(path, columns, rows)
        self.table("private/consent.csv", (
            "story_id kind basis consent_date release_date scope expires withdrawn_on checked_by text_sha256").split(), [
            [f"story-{at}", "patient", "fictional", "", "", "public-web", "", "", self.plant("private/consent.csv", lot, False), ""]
            for at, lot in enumerate(spread(MODULES))
        ] + [[attack] * 10 for attack in PRINTABLE])
        good = [["DEMO01", f"202{year}", f"measure-{at}", 40 + year, 100] for year in range(6) for at in range(OTHERS)]
        # What looks like somebody's address stops a build, whatever a site says of severities; unit tests hold it to that.
        rows = [attack for attack in PRINTABLE if not re.search(r"\w@\w", attack)]
        bad = [[attack if place == at % 5 else cell for place, cell in enumerate(good[0])] for at, attack in enumerate(rows)]
        self.table("content/data/outcomes.csv", ["practice_code", "period", "measure", "numerator", "denominator"], good + bad)
        path = "content/data/measures.yml"
        self.write(path, yaml({
            f"measure-{at}": {
                "title": self.plant(path, lot), "type": "proportion", "denominator": self.plant(path, lot), "numerator": self.plant(path, lot),
                "direction": "higher", "why": self.plant(path, lot), "source": self.plant(path, lot), "caveats": self.each(path, lot),
                "important-change": self.plant(path, lot, shown=False), "licence": self.plant(path, lot), "author": self.plant(path, lot),
            } for at, lot in enumerate(spread(OTHERS, PRINTABLE[self.part::2]))
        }))
        self.write("content/references.json", json.dumps(
            [self.reference(at, attack) for at, attack in enumerate(PRINTABLE)], ensure_ascii=False, indent=1))

    def reference(self, at, attack):
        path = "content/references.json"
        name = self.plant(path, [attack])
        return {
            "id": attack if at % 2 else f"work-{at}", "type": attack, "title": self.plant(path, [attack]),
            "author": [{"family": name, "given": attack}, {"literal": self.plant(path, [attack])}],
            "container-title": self.plant(path, [attack]), "volume": attack, "issue": attack, "page": attack, "publisher": attack,
            "issued": {"raw": f"{attack} 2020"}, "DOI": "10.1/" + attack.replace(" ", ""), "URL": attack,
            "custom": {"note": self.plant(path, [attack], shown=False)},
        }

    # Pages

    def write_pages(self):
        keys = [attack if at % 2 else f"work-{at}" for at, attack in enumerate(PRINTABLE)]
        self.page("content/index.md", PRINTABLE[::9], {})
        dates = {"reviewed": "2026-10-01", "review-due": "2027-10-01"}
        for number, lot in enumerate(spread(MODULES)):
            path = f"content/modules/section-{number % 3}/module-{number}.md"
            self.page(path, lot, {
                "roles": [f"role-{number}"] + lot, "minutes": 10, "objectives": self.each(path, lot), "capabilities": self.each(path, lot, False),
                "requires": lot, "themes": lot, "techniques": lot, "clinical-review": self.plant(path, lot), "sources": keys[number::MODULES],
                "aliases": [f"old/module-{number}.html"] + lot, **dates,
            })
            self.page(f"content/stories/story-{number}.md", lot, {})
        for number, lot in enumerate(spread(3)):
            self.page(f"content/modules/section-{number}/index.md", lot[::5], {})
        for number, lot in enumerate(spread(OTHERS)):
            path = f"content/evidence/evidence-{number}.md"
            self.page(path, lot, {"clinical-review": self.plant(path, lot), "sources": keys[number::OTHERS], **dates})
            self.page(f"content/practice/practice-{number}.md", lot, {"roles": lot, "lang": lot[0]})
            self.page(f"content/summaries/summary-{number}.md", lot, {"for": "practice", "measures": [f"measure-{number}"] + lot})
        for folder in ["practice", "evidence", "stories", "summaries"] + [f"modules/section-{number}" for number in range(3)]:
            self.write(f"content/{folder}/photo.png", PIXEL)
        self.write(f"content/practice/{ODD}", PIXEL)

    def page(self, path, lot, more):
        front = {"title": self.plant(path, lot), "summary": self.plant(path, lot), "author": self.plant(path, lot, shown="modules/section" in path and "index" not in path), **more}
        some = lot if path.startswith("content/modules/section") else lot[::8]
        blocks = "\n\n".join(self.body(path, attack) for attack in some)
        odd = f"![odd](</practice/{urllib.parse.quote(ODD)}>)"
        self.write(path, f"---\n{yaml(front)}---\n{odd}\n\n{blocks}\n")

    def body(self, path, attack):
        """The attack in every place of a text that an author can write."""
        line = re.sub(r"[\r\n]", " ", attack)
        argument = line.replace("\\", "\\\\").replace('"', '\\"')
        return BODY.format(a=attack, line=line, argument=argument, code=self.plant(path, [line]), away=AWAY)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

BODY = """~~~~~~~
{code}
~~~~~~~

Paragraph {a}

## Heading {a}

{a}

- item {a}
- [ ] task {a}
{a}

> quotation {a}

| cell {line} | `cell {line}` |
|---|---|
| {line} | [x]({line}) |

[text {a}](/glossary.html) [x]({a}) [x](<{a}>) [x](/glossary.html "{a}") [x](/glossary.html '{a}') [x][{a}] [r]

[r]: {line} "{line}"
[{line}]: /glossary.html

![{a}](photo.png) ![x]({a}) ![x](photo.png "{a}") ![x](<{a}>) ![x]({away}i.png) <{a}> `{a}` **{a}** *{a}*

<div>{a}</div>

<b title="{a}">{a}</b> <span lang='{a}'>x</span> <details open="{a}"><summary>{a}</summary></details>

:term[{a}] :word[{a}] :word[link-worker {a}] :stat[measure-0 {a}] :stat[{a}] [@{a}] [@work-0; @{a}]

``` {line}
{a}
```

:::callout kind="safety" title="{argument}"
{a}
:::

:::callout kind="{argument}" {line}
{a}
:::

:::do-dont
+ {a}

- {a}
:::

:::dialogue title="{argument}"
**{a}:** {a}

> **Why:** {a}
:::

:::quiz title="{argument}" minutes="{argument}"
{a}

- [x] {a}

  {a}
- [ ] {a}

  {a}
:::

:::quiz title="{argument}" kind="short"
{a}

- [x] {a}

  {a}
:::

:::quiz title="{argument}" kind="order"
{a}

1. {a}
2. {a} and more
:::

:::quiz title="{argument}" kind="match"
{a}

- {a}

  {a}
- x

  {a}
:::

:::confidence name="{argument}" when="before"
{a}
:::

:::confidence name="{argument}" when="after"
{a}
:::

:::goal title="{argument}"
{a}
:::

:::action-plan title="{argument}" lines="2"
{a}
:::

:::reflect title="{argument}"
{a}
:::

:::scenario title="{argument}"
{a}

### Scene

{a}

- [{a}](#scene-end)

  {a}

### Scene end

{a}
:::

:::checklist title="{argument}"
- [ ] {a}
:::

:::video src="{argument}" captions="{argument}" title="{argument}" minutes="{argument}"
{a}
:::

:::evidence-card source="{argument}" design="{argument}" n="{argument}" certainty="{argument}"
{a}
:::

:::groups activity="{argument}" day="{argument}"
:::

:::story name="{argument}"
:::

:::criteria name="{argument}"
:::

:::{line}
{a}
:::

:word[link-worker plural] and :word[link-worker article]

</script></pre></style></textarea> --> ?> ]]> >"""
