"""A site with an attack in every field: built as it is, opened in a real browser, and inert."""

import csv
import json
import re
import subprocess
import xml.etree.ElementTree

import pytest
from conftest import DATE, kinds, serving, Visit
from hostile_attacks import EVENTS, LOADS, PRINTABLE, QUOTES, SCRIPTS, URLS
from hostile_site import ODD, URL, HostileSite
from program import PACKHORSE



def packhorse(command, site, *arguments, seconds=120):
    """Runs the command; gives its exit status and what it found. A crash or a hang fails the test at once."""
    done = subprocess.run(
        [PACKHORSE, command, "--site", site, "--date", DATE, "--format", "json", *arguments],
        capture_output=True, timeout=seconds,
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return done.returncode, json.loads(done.stdout)


class Built:
    """A hostile site, what was said of it and what became of it."""

    def __init__(self, folder, **settings):
        self.source, self.output = folder / "site", folder / "public"
        self.site = HostileSite(self.source, **settings)
        self.status, self.problems = packhorse("build", self.source, "--output", self.output)
        pages = sorted(str(page.relative_to(self.output)) for page in self.output.rglob("*.html"))
        # What leads on at once from a former address is no page to look at.
        self.pages = [page for page in pages if not page.startswith("old/")]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return Built(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile_with_html(tmp_path_factory):
    return Built(tmp_path_factory.mktemp("hostile-html"), html="allow", part=1)


# What is looked at on a page, in the browser itself.
LOOK = """
() => {
  const elements = new Set(`html head meta title link body a header footer nav main details summary div section aside article
    h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption thead tbody tr th td pre code em strong sup span br hr blockquote
    figure figcaption img video track svg g path line rect circle text tspan desc pattern defs polyline
    fieldset legend label abbr b bdi cite del dfn i ins kbd mark q s samp small sub time u var wbr`.split(/\\s+/));
  const never = ['style', 'srcdoc', 'srcset', 'action', 'formaction', 'ping', 'background', 'poster', 'autofocus', 'contenteditable'];
  // What a reader can do something with stands in blocks of ours; the one script is ours.
  const isOurs = element => {
    const name = element.localName;
    if (name === 'script' && element.type === 'application/ld+json') {
      return element.attributes.length === 1 && JSON.parse(element.textContent)['@type'] === 'Dataset';
    }
    if (name === 'script') return /\\/assets\\/packhorse\\.js$/.test(element.src) && !element.textContent;
    if (name === 'form') return element.id === '_search' && !element.hasAttribute('action');
    return ['button', 'input', 'textarea', 'select', 'option'].includes(name)
      && !!element.closest('.quiz, .form, .confidence, .scenario, .planner, .check-ins, .controls, .choose, .copy-text, .field-since, #_done, #_search, #_entries');
  };
  const faults = [], ids = new Set();
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (!elements.has(name) && !isOurs(element)) faults.push(`element ${name}`);
    for (const {name: attribute, value} of element.attributes) {
      if (/^on/i.test(attribute) || never.includes(attribute) || /hostile|[^a-z0-9-]/.test(attribute.replace(/^xlink:|(?<=[a-z])[A-Z]/g, '')))
        faults.push(`attribute ${attribute} of ${name}`);
      if (['src', 'xlink:href', 'data'].includes(attribute) && new URL(value, document.baseURI).origin !== location.origin)
        faults.push(`${attribute} ${value}`);
      if (attribute === 'href' && !/^(https?:|mailto:|tel:|(?![^/?#]*:)(?!\\/\\/|\\\\|\\/\\\\))/i.test(value.replace(/[\\x00-\\x20]/g, '')))
        faults.push(`href ${value}`);
    }
    if (element.id && ids.has(element.id)) faults.push(`id ${element.id} twice`);
    ids.add(element.id);
  }
  for (const element of document.querySelectorAll('meta[http-equiv], link, base')) {
    const text = element.getAttribute('content') ?? element.getAttribute('href');
    if (/hostile\\.invalid/.test(text)) faults.push(`${element.localName} ${text}`);
  }
  for (const element of document.querySelectorAll('body [class]')) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (style.position === 'fixed') faults.push(`fixed ${element.localName}`);
    if (style.position === 'absolute' && box.width * box.height > innerWidth * innerHeight / 4) faults.push(`cover ${element.localName}`);
  }
  if (document.querySelectorAll('main').length !== 1 && !document.querySelector('meta[http-equiv=refresh]')) faults.push('no main');
  if (window.ranHostile !== undefined) faults.push('a script ran');
  const attributes = [...document.querySelectorAll('[alt], [title], [aria-label], meta[content], track')].flatMap(
    element => ['alt', 'title', 'aria-label', 'content', 'label'].map(name => element.getAttribute(name) ?? ''));
  return {faults, width: document.scrollingElement.scrollWidth, texts: [document.title, document.documentElement.textContent, ...attributes].join('\\n')};
}
"""


# The same markup without a policy: did anything run?
RAN = "() => ({faults: window.ranHostile === undefined ? [] : ['a script ran'], width: 0, texts: ''})"


class HostileVisit(Visit):
    """A visit that counts dialogs as well."""

    def __init__(self, browser, **settings):
        super().__init__(browser, width=320, **settings)
        self.page.on("dialog", self.note_dialog)
        # What asks for something elsewhere is noted and refused at once: no test waits for the network.
        self.page.route(
            lambda url: not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")), lambda route: route.abort())

    def note_dialog(self, dialog):
        self.messages.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def look(self, base, page, script=LOOK):
        """What is wrong with a page, and all its texts."""
        self.open(base + page)
        seen = self.page.evaluate(script)
        faults = seen["faults"] + [url for url in self.requests if not url.startswith(base)] + self.messages
        if seen["width"] > 320:
            faults.append(f"{seen['width']} px wide")
        return [f"{page}: {fault}" for fault in faults], seen["texts"]


def open_all(browser, base, pages, script=LOOK, **settings):
    """Opens every page; gives what was wrong, and the texts of all."""
    visit = HostileVisit(browser, **settings)
    seen = [visit.look(base, page, script) for page in pages]
    visit.close()
    return [fault for faults, _ in seen for fault in faults], "\n".join(texts for _, texts in seen)


def test_an_attack_that_came_through_would_be_seen(browser, tmp_path):
    """Each attack as markup on a page of its own, without a policy: what the other tests look for is there."""
    raw = [*SCRIPTS[:3], *EVENTS, *(load for load in LOADS[:19] if "refresh" not in load), f'<p title="{QUOTES[0]}">x</p>', *(f'<a href="{url}">x</a>' for url in URLS[:3])]
    for number, attack in enumerate(raw):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><title>x</title><main>{attack}</main>")
    with serving(tmp_path) as base:
        visit = HostileVisit(browser, bypass_csp=True)
        missed = [attack for number, attack in enumerate(raw) if not visit.look(base, f"{number}.html")[0]]
        visit.close()
    assert missed == []


def plain(text):
    return re.sub(r"\s+", " ", text)


def test_every_attack_is_built_or_refused_at_its_place(hostile, hostile_with_html):
    assert len(set(PRINTABLE)) >= 150
    for built in (hostile, hostile_with_html):
        assert built.status == 0 and len(built.pages) > 100
        nowhere = [problem for problem in built.problems if "path" not in problem or "line" not in problem]
        assert nowhere == []


def test_nothing_runs_loads_or_leaves_its_place(browser, hostile):
    """From a server with the policy in force; what no field refused stands on a page as the text it is."""
    with serving(hostile.output) as base:
        faults, texts = open_all(browser, base, hostile.pages)
    assert faults[:20] == []
    assert missing(hostile, plain(texts))[:20] == []


def missing(built, texts):
    """Plants that are on no page though no problem was reported in their line."""
    refused = {(problem["path"], line) for problem in built.problems for line in range(problem["line"], problem.get("endLine", problem["line"]) + 1)}
    lines = {}
    for path in {plant.path for plant in built.site.plants}:
        for number, line in enumerate((built.source / path).read_text().split("\n"), 1):
            lines |= {(path, mark): number for mark in re.findall(r"q\d+q", line)}
    places = {}
    for found in re.finditer(r"q\d+q", texts):
        places.setdefault(found[0], []).append(found.start())
    # ':word[…]' is the one thing that plain texts have; its brackets go.
    wanted = [plant for plant in built.site.plants if plant.shown and ":word[" not in plant.attack]
    return [
        f"{plant.path}:{lines[plant.path, plant.mark]}: {plant.attack[:80]!r}" for plant in wanted
        if (str(built.source / plant.path), lines[plant.path, plant.mark]) not in refused
        and not any(texts.startswith(plain(f"{plant.mark} {plant.attack}").strip(), place) for place in places.get(plant.mark, []))
    ]


def test_nothing_runs_without_the_policy(browser, hostile):
    with serving(hostile.output) as base:
        faults, _ = open_all(browser, base, hostile.pages, script=RAN, bypass_csp=True)
    assert faults[:20] == []


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without the policy"])
def test_nothing_runs_from_a_shared_drive(browser, hostile, bypass):
    faults, _ = open_all(browser, hostile.output.as_uri() + "/", kinds(hostile.pages), bypass_csp=bypass)
    assert faults[:20] == []


def test_nothing_runs_where_a_site_allows_html(browser, hostile_with_html):
    with serving(hostile_with_html.output) as base:
        faults, texts = open_all(browser, base, hostile_with_html.pages, bypass_csp=True)
    assert faults[:20] == []
    assert missing(hostile_with_html, plain(texts))[:20] == []


def test_every_other_file_stays_what_it_is(hostile):
    files = [path for path in hostile.output.rglob("*") if path.is_file()]
    for path in files:
        if path.suffix in (".xml", ".svg"):
            xml.etree.ElementTree.parse(path)
        elif path.suffix == ".json":
            json.loads(path.read_text())
        elif path.suffix == ".csv":
            with path.open(newline="", encoding="utf-8") as file:
                rows = list(csv.reader(file))
            assert len({len(row) for row in rows}) == 1
            assert [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?![\d.])", cell)] == []
        elif path.suffix == ".html":
            for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(), re.S):
                json.loads(data)
    feed = xml.etree.ElementTree.parse(hostile.output / "feed.xml").getroot()
    assert feed.findtext("{http://www.w3.org/2005/Atom}id") == URL
    assert {".xml", ".csv", ".svg", ".html", ".css", ".png"} <= {path.suffix for path in files}


def test_an_odd_file_name_is_copied_and_found(browser, hostile):
    with serving(hostile.output) as base:
        visit = HostileVisit(browser)
        page = visit.open(base + "modules/section-0/module-0.html")
        width = page.evaluate("async () => { const image = document.querySelector('img[alt=odd]'); image.loading = 'eager'; "
                              "await image.decode(); return image.naturalWidth }")
        visit.close()
    assert width == 1
    assert (hostile.output / "practice" / ODD).is_file()


def test_the_register_and_the_fields_that_nobody_sees_are_in_no_file(hostile):
    unseen = {plant.mark.encode() for plant in hostile.site.plants if plant.path == "private/consent.csv"}
    everything = b"\n".join(path.read_bytes() for path in hostile.output.rglob("*") if path.is_file())
    assert len(unseen) > 100
    assert unseen & set(re.findall(rb"q\d+q", everything)) == set()
