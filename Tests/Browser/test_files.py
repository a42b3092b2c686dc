"""The built files themselves: valid, linked without a gap, light, and without a way to run or fetch anything."""

import collections
import gzip
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

import pytest

from conftest import DATE
from program import PACKHORSE, ROOT

SITE_URL = "https://packhorse.example/thornbeck/"
LOADING = {("script", "src"), ("img", "src"), ("link", "href"), ("video", "src"), ("track", "src"), ("source", "src"),
           ("iframe", "src"), ("object", "data"), ("embed", "src"), ("image", "href"), ("use", "href")}


class Page(html.parser.HTMLParser):
    """What a page links to, loads and names."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.ids, self.tags = [], [], [], collections.Counter()
        self.attributes = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        values = dict(attributes)
        self.attributes |= values.keys()
        if "id" in values:
            self.ids.append(values["id"])
        for name, value in attributes:
            if (tag, name) in LOADING and values.get("rel") not in ("canonical", "alternate"):
                self.loads.append(value)
        if tag == "a" and "href" in values:
            self.links.append(values["href"])


@pytest.fixture(scope="session")
def parsed(site, pages):
    return {name: Page((site / name).read_text()) for name in pages}


def html_faults(site):
    """What the Nu HTML checker finds wrong with the pages of a folder."""
    jar = next(pathlib.Path(sys.prefix).rglob("vnu.jar"))
    checked = subprocess.run(
        ["java", "-jar", jar, "--format", "gnu", "--skip-non-html", "--errors-only", site],
        capture_output=True, text=True)
    return checked.stderr if checked.stderr or not checked.returncode else f"ended with {checked.returncode}"


def test_the_html_checker_finds_no_error(site):
    assert html_faults(site) == ""


def broken_links(site, parsed):
    """Links that lead to no file of the site, or to no place on it, with the pages that they stand on."""
    broken = []
    for name, page in parsed.items():
        for link in page.links:
            if link.startswith(SITE_URL):
                link = "/" + link.removeprefix(SITE_URL)
            url = urllib.parse.urlsplit(link)
            if url.scheme in ("https", "http", "mailto", "tel"):
                continue
            assert not url.scheme, f"{name}: {link}"
            path = urllib.parse.unquote(url.path)
            if path.startswith("/"):
                target = path[1:] or "index.html"
            else:
                joined = (site / name).parent / path if path else site / name
                target = str(pathlib.Path(joined).resolve().relative_to(site.resolve()))
            if not (site / target).is_file():
                broken.append((name, link))
            elif url.fragment and urllib.parse.unquote(url.fragment) not in parsed[target].ids:
                broken.append((name, link))
    return broken


def unreached(site, parsed):
    """Pages that no way leads to from the first one, but those that lead on from a former address."""
    reached, open_pages = set(), ["index.html"]
    while open_pages:
        name = open_pages.pop()
        if name in reached or name not in parsed:
            continue
        reached.add(name)
        for link in parsed[name].links:
            url = urllib.parse.urlsplit(link)
            if url.scheme or not url.path or url.path.startswith("/"):
                continue
            target = ((site / name).parent / urllib.parse.unquote(url.path)).resolve()
            open_pages.append(str(target.relative_to(site.resolve())))
    aliases = {name for name in parsed if 'http-equiv="refresh"' in (site / name).read_text()}
    return set(parsed) - reached - aliases


def test_every_link_and_fragment_resolves(site, parsed):
    assert broken_links(site, parsed) == []


def test_every_page_can_be_reached_from_home(site, parsed):
    assert unreached(site, parsed) == {"404.html"}


def test_ids_are_unique_and_each_page_has_one_heading_of_the_first_level(parsed):
    for name, page in parsed.items():
        repeated = [id for id, count in collections.Counter(page.ids).items() if count > 1]
        assert repeated == [], name
        assert page.tags["h1"] == 1, name


def test_no_page_runs_anything_but_our_script_or_fetches_anything(site, parsed):
    for name, page in parsed.items():
        text = (site / name).read_text()
        assert "Content-Security-Policy" in text and "default-src 'none'" in text, name
        ours = r'<script src="[./]*assets/packhorse\.js" defer></script>'
        # What names the figures for programs is data, and nothing that runs.
        data = r'<script type="application/ld\+json">[^<]*</script>' if name == "outcomes.html" else "(?!)"
        assert re.sub(f"{ours}|{data}", "", text).count("<script") == 0, name
        assert page.tags["script"] <= (2 if name == "outcomes.html" else 1) and page.tags["style"] + page.tags["iframe"] == 0, name
        assert not {attribute for attribute in page.attributes if attribute.startswith("on") or attribute == "style"}, name
        outside = [load for load in page.loads if urllib.parse.urlsplit(load).scheme or load.startswith("//")]
        assert outside == [], name


def test_pages_are_light(site, pages):
    """Packed as a server sends them: a page with its style sheets and its script."""
    packed = {path.name: len(gzip.compress(path.read_bytes()))
              for path in site.glob("assets/*") if path.suffix in (".css", ".js")}
    for name in pages:
        text = (site / name).read_bytes()
        linked = set(re.findall(r'(?:href|src)="[./]*assets/([a-z-]+\.(?:css|js))"', text.decode()))
        size = len(gzip.compress(text)) + sum(packed[file] for file in linked)
        # The page of all figures has every chart twice, wide and narrow.
        assert size <= (60_000 if name == "outcomes.html" else 50_000), f"{name} is {size} bytes with {sorted(linked)}"


def test_feed_and_sitemap_are_well_formed_and_name_pages_of_the_site(site):
    sitemap = ElementTree.parse(site / "sitemap.xml").getroot()
    places = [place.text for place in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(places) > 30
    for place in places:
        assert place.startswith(SITE_URL)
        assert (site / (place.removeprefix(SITE_URL) or "index.html")).is_file(), place
    feed = ElementTree.parse(site / "feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.tag == atom + "feed"
    ids = [entry.find(atom + "id").text for entry in feed.iter(atom + "entry")]
    assert ids and len(ids) == len(set(ids))
    items = json.loads((site / "feed.json").read_text())["items"]
    assert [item["id"] for item in items] == ids


def test_nothing_private_and_no_exact_count_leaves_the_source(site):
    texts = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert not [path for path in texts if path.name in ("consent.csv", "groups.csv", "measures.yml", "references.json")]
    for path, text in texts.items():
        assert b"memory_fields" not in text and b"text_sha256" not in text, path
        assert str(ROOT).encode() not in text, path


def test_published_counts_are_rounded_or_withheld(site):
    lines = (site / "data/outcomes.csv").read_text().splitlines()
    header, rows = lines[0].split(","), [line.split(",") for line in lines[1:]]
    assert rows, "no figures are published"
    for row in rows:
        record = dict(zip(header, row))
        # The people on a list are public.
        columns = ("n", "numerator") if record["statistic"] == "rate" else ("n", "numerator", "denominator")
        values = [record[column] for column in columns if record[column]]
        assert values, record
        for value in values:
            assert value in ("[c]", "[x]") or int(value) % 5 == 0, record
            assert value in ("[c]", "[x]", "0") or int(value) >= 10, record
    assert any("[c]" in row for row in rows), "the bundled data no longer show a withheld figure"


def test_the_same_input_gives_the_same_bytes_anywhere(site, tmp_path):
    copy = tmp_path / "another folder"
    subprocess.run(["cp", "-r", ROOT / "content", ROOT / "private", tmp_path], check=True)
    environment = {"PATH": "/usr/bin:/bin", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "HOME": str(tmp_path)}
    subprocess.run(
        [PACKHORSE, "build", "--site", tmp_path, "--output", copy, "--date", DATE, "--jobs", "1"],
        check=True, env=environment)
    differences = subprocess.run(["diff", "-r", site, copy], capture_output=True, text=True)
    assert differences.stdout == ""


def test_plain_markdown_of_every_page_equals_the_cmark_command():
    for page in sorted((ROOT / "content").rglob("*.md")):
        ours = subprocess.run([PACKHORSE, "render", "--commonmark", page], capture_output=True, check=True).stdout
        theirs = subprocess.run(["cmark", page], capture_output=True, check=True).stdout
        assert ours == theirs, page
