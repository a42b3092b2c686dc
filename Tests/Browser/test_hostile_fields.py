"""Fields that take one form alone: each refuses every attack, in its own line, and no text of an attack gets further."""

import csv
import io
import json
import re

import pytest
from hostile_attacks import FORMULAS, PRINTABLE
from test_hostile import packhorse
from test_hostile_files import FILES, found, site

ATTACKS = list(dict.fromkeys(PRINTABLE))
HERE = "«»"
# The name of a role that no page names.
KEY = "«key»"
GROUPS = ["id", "name", "activity", "description", "safety", "step_free", "url", "assured_date", "status", "sessions", "funding_end", "transport", "first_visit"]

# Each line with the mark takes the attack in place of the mark.
STRICT = {
    "content/site.yml": "format: 1\ntitle: t\ndescription: d\npractices: DEMO01\n"
    + "".join(f"{key}: {HERE}\n" for key in ("url", "language", "html", "sample", "audience", "disclosure"))
    + f"roles:\n  gp: {{title: GP, plural: GPs}}\n  {KEY}: {{title: x, plural: y}}\n"
    + f"words:\n  link-worker: {{singular: link worker, plural: link workers, article: a}}\ndiagnostics:\n  unknown-link: {HERE}\n{HERE}: x\n",
    "content/practice.yml": f"name: N\naddress: [x]\nlink-worker: {{name: n, days: [Monday], how-to-refer: [ask]}}\ncode: {HERE}\n{HERE}: x\n",
    "content/modules/a/strict.md": "---\ntitle: t\nsummary: s\nobjectives: [o]\nclinical-review: none yet\nroles:\n"
    + f"  - {HERE}\nrequires:\n  - {HERE}\nsources:\n  - {HERE}\naliases:\n  - old.html\nlang: {HERE}\n"
    + "".join(f"{key}: {HERE}\n" for key in ("minutes", "reviewed", "review-due", "order")) + f"{HERE}: x\n---\nHello.\n",
    "content/pathways/any.yml": f"title: t\nsummary: s\nrole: gp\nminutes: {HERE}\nmodules: [a/b]\ncheck-ins:\n  - {HERE}\n{HERE}: x\n",
    "content/pathways/other.yml": f"title: t\nsummary: s\nrole: {HERE}\nminutes: 9\nmodules:\n  - a/b\n  - {HERE}\n",
    "content/data/measures.yml": "m: {title: t, type: proportion, denominator: d, numerator: n, direction: higher, why: w, source: s, caveats: [c], licence: l, "
    f"author: a}}\nn:\n  title: t\n  denominator: d\n  numerator: n\n  why: w\n  source: s\n  caveats: [c]\n  licence: l\n  author: a\n"
    + "".join(f"  {key}: {HERE}\n" for key in ("type", "direction", "next-review", HERE)) + f"  publish-by:\n    practice: {HERE}\n",
    "content/criteria/any.yml": FILES["content/criteria/any.yml"].replace(HERE, "").replace("reviewed: 2026-10-01", f"reviewed: {HERE}").replace(
        "review-due: 2027-10-01", f"review-due: {HERE}") + f"sources:\n  - {HERE}\n{HERE}: x\n",
}
ROWS = {
    "content/data/outcomes.csv": ["DEMO01", "2025", "m", "40", "100"],
    "content/data/groups.csv": ["g", "n", "a", "About", "s", "yes", "https://a.example/", "2026-10-01", "active", "3", "2030-01-01", "bus", "unknown"],
    "private/consent.csv": ["s", "patient", "fictional", "", "", "public-web", "", "", "", ""],
}
FREE = {"content/data/groups.csv": {1, 2, 3, 4, 11, 12}, "private/consent.csv": {8}}


def quoted(text):
    """A text as YAML; the line ends that only YAML knows would end a key, and with it the file."""
    return re.sub("[\u2028\u2029]", lambda found: f"\\u{ord(found[0]):x}", json.dumps(text, ensure_ascii=False))


def in_yaml(text, attack):
    return text.replace(HERE, quoted(attack)).replace(KEY, quoted(f"k{attack}"))


def table(path, attack):
    """A table with a row for each column that takes one form alone, the attack in it; gives the text and the rows' lines."""
    head = GROUPS if "groups" in path else FILES[path].split("\n")[0].split(",")
    strict = [at for at in range(len(head)) if at not in FREE.get(path, set())]
    rows = [[attack if at == place else cell if place else f"{cell}{at}" if cell in "gs" else cell for place, cell in enumerate(ROWS[path])] for at in strict]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    lines = []
    writer.writerow(FILES[path].split("\n")[0].split(","))
    for row in rows:
        lines.append(text.getvalue().count("\n") + 1)
        named = dict(zip(head, row))
        writer.writerow(named.get(name, "") for name in FILES[path].split("\n")[0].split(","))
    return text.getvalue(), lines


def accepted(attack):
    """An attack that some field takes for what it is: an address of the web, an id of hyphens or of letters, nothing at all."""
    return attack.strip().startswith(("http://", "https://")) or attack.strip() == "" or re.fullmatch("[a-z-]+", attack)


def test_every_field_of_one_form_refuses_every_attack(tmp_path):
    taken = []
    for number, attack in enumerate(ATTACKS):
        folder = tmp_path / str(number)
        files = {**{path: text.replace(HERE, "") for path, text in FILES.items()}, **{path: in_yaml(text, attack) for path, text in STRICT.items()}}
        lines = {(path, at) for path, text in STRICT.items() for at, line in enumerate(text.split("\n"), 1) if HERE in line or KEY in line}
        for path in ROWS:
            files[path], rows = table(path, attack)
            lines |= {(path, at) for at in rows}
        site(folder, files)
        status, problems = packhorse("check", folder)
        assert status == 1, attack
        refused = {(str(problem.get("path", "")).removeprefix(f"{folder}/"), line) for problem in problems if problem.get("line")
                   for line in range(problem["line"], problem.get("endLine", problem["line"]) + 1)}
        taken += [(path, at, attack) for path, at in sorted(lines - refused) if not accepted(attack)]
    assert len(ATTACKS) >= 150
    assert taken == []


@pytest.mark.parametrize("path", sorted(ROWS))
def test_no_header_of_a_table_runs_or_is_a_formula(tmp_path, path):
    """Every attack at once as the name of a column, and one by one in place of a name."""
    head, *rest = FILES[path].replace(HERE, "").split("\n")
    for number, attack in enumerate(FORMULAS + ATTACKS[::9]):
        folder = tmp_path / str(number)
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow([attack, *head.split(",")[1:]])
        site(folder, {**FILES, path: text.getvalue() + "\n".join(rest)})
        status, problems = packhorse("check", folder)
        assert status == 1
        assert {found_path for id, found_path, line in found(problems, folder) if id.startswith("csv-") and line} == {path}, attack
