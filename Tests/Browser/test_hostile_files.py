"""Files that no build takes: each is refused where it stands, without a crash, a hang or a silent loss."""

import json
import re
import unicodedata

import pytest
from hostile_attacks import BROKEN, HIDDEN
from test_hostile import packhorse

# The smallest site with a file of every kind; «here» is where an attack goes.
FILES = {
    "content/site.yml": "format: 1\ntitle: «»Title\ndescription: d\npractices: DEMO01\nroles:\n  gp: {title: GP, plural: GPs}\nwords:\n"
    "  link-worker: {singular: link worker, plural: link workers, article: a}\n",
    "content/practice.yml": "name: «»Name\ncode: DEMO01\naddress: [x]\nlink-worker: {name: n, days: [Monday], how-to-refer: [ask]}\n",
    "content/index.md": "---\ntitle: Home\n---\nHello.\n\nA line of text «».\n",
    "content/practice/page.md": "---\ntitle: «»Title\n---\nHello.\n",
    "content/glossary.yml": "word:\n  term: t\n  definition: «»Meaning\n",
    "content/criteria/any.yml": "title: t\nsummary: «»Summary\nclinical-review: none yet\nreviewed: 2026-10-01\nreview-due: 2027-10-01\n"
    "safety-net: s\nquestions: [{id: a, question: q, reason: r, answers: [{answer: y, means: m, next: b}]}]\n"
    "outcomes: [{id: b, kind: refer, title: t, action: a}]\n",
    "content/pathways/any.yml": "role: gp\ntitle: «»Title\nsummary: s\nminutes: 9\nmodules: [a/b]\n",
    "content/references.json": '[{"id": "a", "type": "book",\n  "title": "«»Title"}]\n',
    "content/data/measures.yml": "m: {title: t, type: proportion, denominator: d, numerator: n, direction: higher, why: w,\n  source: «»Source,\n"
    "  caveats: [c], licence: l, author: a}\n",
    "content/data/groups.csv": "id,name,activity,description,day,time,recurrence,place,postcode,cost,transport,step_free,first_visit,buddy,"
    "safety,contact,url,assured_date,status,sessions,funding_end,source\ng,n,a,«»About,,,,,,,bus,,ask,,s,,,2026-10-01,active,,,\n",
    "content/data/outcomes.csv": "practice_code,period,measure,numerator,denominator\nDEMO01,2025,m,40,«»100\n",
    "private/consent.csv": "story_id,kind,basis,consent_date,release_date,scope,expires,withdrawn_on,checked_by,text_sha256\n"
    "s,patient,fictional,,,public-web,,,«»,\n",
    "content/stories/s.md": "---\ntitle: Story\nsummary: s\n---\nOnce «» upon a time.\n",
    "content/modules/a/b.md": "---\ntitle: Module\nsummary: s\nroles: [gp]\nminutes: 5\nobjectives: [o]\nclinical-review: none yet\n"
    "reviewed: 2026-10-01\nreview-due: 2027-10-01\n---\nHello «».\n",
    "words/en.yml": "page:\n  skip: «»Skip\n",
    "templates/partials/own.mustache": "<p>one</p>\n<p>«»</p>\n",
}


def site(folder, files, attack=b""):
    """Writes a site with an attack in each file; gives the line of each."""
    lines = {}
    for path, text in files.items():
        before, mark, after = (text if isinstance(text, bytes) else text.encode()).partition("«»".encode())
        lines[path] = before.count(b"\n") + 1
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(before + (attack if mark else b"") + after)
    return lines


def found(problems, folder):
    return [(problem["id"], str(problem.get("path", "")).removeprefix(f"{folder}/"), problem.get("line")) for problem in problems]


def test_the_site_without_an_attack_is_sound(tmp_path):
    site(tmp_path, FILES)
    assert packhorse("check", tmp_path) == (0, [])


@pytest.mark.parametrize("attack", [text.encode() for text in HIDDEN] + BROKEN, ids=repr)
def test_what_is_no_text_is_refused_in_every_file(tmp_path, attack):
    lines = site(tmp_path, FILES, attack)
    status, problems = packhorse("check", tmp_path)
    refused = {(path, line) for id, path, line in found(problems, tmp_path) if id in ("hidden-character", "nul-byte", "bad-utf8")}
    assert status == 1
    assert refused == set(lines.items())


def test_escapes_of_hidden_characters_are_refused(tmp_path):
    escaped = {
        path: text.replace("title: «»Title", 'title: "\\u202e"').replace("term: t", 'term: "\\0"').replace("«»", {"json": "\\u0000", "md": "&#x202e;"}.get(path.split(".")[-1], ""))
        for path, text in FILES.items()
    }
    site(tmp_path, escaped)
    status, problems = packhorse("check", tmp_path)
    paths = {path for id, path, _ in found(problems, tmp_path) if id == "hidden-character"}
    assert status == 1
    assert paths == {
        "content/site.yml", "content/index.md", "content/practice/page.md", "content/glossary.yml", "content/pathways/any.yml",
        "content/references.json", "content/stories/s.md", "content/modules/a/b.md",
    }


PAGE = "---\ntitle: Page\n---\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join([f'*{chr(97 + level)}'] * 9)}]\n" for level in range(9))
TABLE = "practice_code,period,measure,numerator,denominator"
LONG = "x" * (16 * 1024 * 1024 + 1)
DEEP = 20_000


@pytest.mark.parametrize(("path", "text", "id"), [
    ("content/practice/page.md", PAGE + ">" * DEEP + "a", "nesting-too-deep"),
    ("content/practice/page.md", PAGE + "- " * DEEP + "a", "nesting-too-deep"),
    ("content/practice/page.md", PAGE + "1. " * DEEP + "a", "nesting-too-deep"),
    ("content/practice/page.md", PAGE + ":::discuss\n" * DEEP, "nesting-too-deep"),
    ("content/practice/page.md", PAGE + "> :::callout kind=\"info\"\n" * DEEP, "nesting-too-deep"),
    ("content/practice/page.md", PAGE + "*a _b " * DEEP + "_c* " * DEEP, "nesting-too-deep"),
    ("content/practice/page.md", "---\ntitle: " + "[" * DEEP + "\n---\n", "yaml-too-deep"),
    ("content/site.yml", "[" * DEEP, "yaml-too-deep"),
    ("content/site.yml", "{a: " * DEEP, "yaml-too-deep"),
    ("content/site.yml", "- " * DEEP + "a", "yaml-too-deep"),
    ("content/site.yml", "? " * DEEP + "a", "yaml-too-deep"),
    ("content/site.yml", BOMB, "yaml-alias"),
    ("content/glossary.yml", "a: &a {<<: *a}\n", "yaml-alias"),
    ("content/references.json", "[" * DEEP, "bad-json"),
    ("content/references.json", '{"a":' * DEEP, "bad-json"),
    ("content/practice/page.md", PAGE + LONG, "file-too-large"),
    ("content/site.yml", f"title: {LONG}", "line-too-long"),
    ("content/glossary.yml", "".join(f"a{number}: {{term: t, definition: d}}\n" for number in range(40_000)), "yaml-too-long"),
    ("content/references.json", f'["{LONG}"]', "line-too-long"),
    ("content/data/outcomes.csv", LONG, "csv-cell-too-long"),
    ("content/data/outcomes.csv", f"{TABLE},{'a,' * 900}{LONG}", "csv-cell-too-long"),
    ("content/data/outcomes.csv", TABLE + "\n" + ("x" * 999_999 + ",") * 17, "line-too-long"),
    ("content/data/outcomes.csv", TABLE + '\n"' + "x\n" * 700_000, "csv-cell-too-long"),
    ("content/data/outcomes.csv", TABLE + '\n"x', "csv-unclosed-quote"),
    ("content/data/groups.csv", "a," * DEEP, "csv-row-too-long"),
    ("words/en.yml", "a:\n  b: " + LONG, "line-too-long"),
    ("templates/partials/own.mustache", LONG, "line-too-long"),
    ("templates/partials/age.mustache", "{{#title}}" * DEEP, "bad-template"),
    ("templates/partials/age.mustache", "{{>partials/age}}", "bad-template"),
], ids=lambda value: value[:30] if isinstance(value, str) else None)
def test_depth_length_and_bombs_end_in_a_located_problem(tmp_path, path, text, id):
    site(tmp_path, {**FILES, path: text})
    status, problems = packhorse("check", tmp_path, seconds=60)
    assert status == 1
    assert (id, path) in {(found_id, found_path) for found_id, found_path, line in found(problems, tmp_path) if line}


@pytest.mark.parametrize("text", ["[" * DEEP, "[" * DEEP + "]" * DEEP, "![" * DEEP, "*" * DEEP + "a", "`" * DEEP, "<" * DEEP, "\\" * DEEP, "&" * DEEP])
def test_what_opens_and_never_closes_stays_text(tmp_path, text):
    site(tmp_path, {**FILES, "content/practice/page.md": PAGE + "text " + text})
    status, problems = packhorse("build", tmp_path, "--output", tmp_path / "public", seconds=60)
    assert (status, problems) == (0, [])
    page = (tmp_path / "public/practice/page.html").read_text()
    shown = text.replace("\\\\", "\\").replace("&", "&amp;").replace("<", "&lt;")
    assert shown in page


NAMES = [
    "con.md", "aux.md", "nul.md", "com1.md", "LPT9.md", "prn.png", "CON .png", "conin$.png", "com\u00b9.png", "trail./x.png", "space /x.png",
    "<img src=x onerror=alert(1)>.md", "\"><script>alert(1)<.png", "a:b.png", "a|b.md", "a\\b.png", "what?.png", "star*.png", "a\nb.md",
    "\x1b[2J.md", "exe.\u202egnp.md", "{{title}}.md", "a%2f..%2fx.md", "javascript&colon;alert(1).md", "x" * 230 + ".md", "x" * 230 + ".png",
    "caf\u00e9/a.md", "UPPER.md", "a b.md", "\u0430dmin.md",
]
PAIRS = [("one.md", "One.md"), ("two.png", "TWO.png"), ("dir/a.png", "Dir/b.png"), ("three.png/x.png", "THREE.PNG"),
         (unicodedata.normalize("NFC", "\u00e9l.png"), unicodedata.normalize("NFD", "\u00e9l.png"))]


def test_names_that_not_every_disk_holds_are_refused(tmp_path):
    names = NAMES + [name for pair in PAIRS for name in pair]
    site(tmp_path, {**FILES, **{f"content/practice/{name}": PAGE for name in names}})
    (tmp_path / "content/practice").joinpath("x").write_bytes(b"")
    bad = bytes(tmp_path / "content/practice") + b"/\xff\xfe.md"
    with open(bad, "wb") as file:
        file.write(PAGE.encode())
    status, problems = packhorse("check", tmp_path)
    assert status == 1
    ids = {"unportable-name", "case-colliding-names", "bad-file-name", "bad-id", "misplaced-page"}
    told = [problem for problem in problems if problem["id"] in ids and problem.get("line")]
    said = "\n".join(problem["path"] + problem["summary"] + json.dumps(problem.get("notes", [])) for problem in told)
    for name in NAMES:
        assert re.sub(r"[\x00-\x1f\u202e]", "\ufffd", name)[:60] in said or name[:60] in said, name
    for pair in PAIRS:
        assert any(all(part.split("/")[0] in problem["summary"] + problem["path"] for part in pair) for problem in told
                   if problem["id"] == "case-colliding-names"), pair
    assert [problem["path"] for problem in told if problem["id"] == "bad-file-name" and "UTF-8" in problem["summary"]] != []
    assert all(problem.get("suggestion") for problem in told if problem["id"] in ("unportable-name", "case-colliding-names", "bad-file-name"))


UNSAFE = [
    "<script>{{title}}</script>", "<style>{{title}}</style>", "<p onclick=\"{{title}}\">x</p>", "<p style=\"{{title}}\">x</p>",
    "<a href=\"{{title}}\">x</a>", "<a href='{{title}}'>x</a>", "<a href={{title}}>x</a>", "<p {{title}}>x</p>", "<{{title}}>", "<!-- {{title}} -->",
    "{{{title}}}", "{{&title}}", "{{=<% %>=}}", "{{<pages/module}}{{/pages/module}}", "{{$a}}{{/a}}", "{{>*title}}", "{{title()}}", "{{.}}",
    "<svg><title><p {{title}}></title></svg>", "<svg><![CDATA[><p title=\"]]><p {{title}}>", "<!-- --!><script>-->{{title}}</script>",
    "<script><!--<script></script>{{title}}</script>", "<<script>{{title}}</script>", "<iframe srcdoc=\"{{title}}\"></iframe>", "{{#title}}<script>{{/title}}",
]


def test_templates_that_could_let_a_value_out_are_refused(tmp_path):
    parts = {f"templates/partials/part-{number}.mustache": text for number, text in enumerate(UNSAFE)}
    page = "".join(f"<div>{{{{>partials/part-{number}}}}}</div>\n" for number in range(len(UNSAFE)))
    site(tmp_path, {**FILES, **parts, "templates/pages/article.mustache": f"<h1>{{{{title}}}}</h1>{page}{{{{{{body}}}}}}"})
    status, problems = packhorse("check", tmp_path)
    refused = {path for _, path, line in found(problems, tmp_path) if line}
    assert status == 1
    assert [text for path, text in parts.items() if path not in refused] == []
