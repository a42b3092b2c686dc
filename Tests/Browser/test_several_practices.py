"""The bundled pack as a site of all fourteen practices of its network: each with its own pages."""

import pathlib
import re
import subprocess

import pytest

from conftest import copy_of_the_site, DATE, serving
from program import PACKHORSE, ROOT
from test_files import Page, broken_links, html_faults, unreached
from test_pages import sideways, violations

OWN = ["index", "outcomes", "digest", "groups", "link-worker", "practice/referral-form",
       "summaries/social-prescribing-this-year"]
# What a practice has besides that wrote modules.
OWN_TRAINING = ["modules/referral-criteria/how-to-refer-here", "modules/our-rooms/booking", "modules/our-rooms/index",
                "modules/referral-criteria/index", "modules/index", "pathways/index", "pathways/gp-trainee"]


def network(folder):
    """The bundled site with `practices: all`; the first practice keeps what it says of itself."""
    content = copy_of_the_site(folder) / "content"
    site = content / "site.yml"
    site.write_text(site.read_text().replace("practices: DEMO01", "practices: all\nid: north-fells")
                    .replace("at Thornbeck Surgery", "at :word[practice]"))
    practice = (content / "practice.yml").read_text()
    own = content / "practices/DEMO01/practice.yml"
    own.parent.mkdir(parents=True)
    own.write_text(re.sub(r"^(name|code):.*\n", "", practice, flags=re.M))
    (content / "practice.yml").write_text("link-worker: {contact: Send a task to the network team.}\n")
    groups = content / "data/groups.csv"
    lines = groups.read_text().splitlines()
    areas = ["area_code", "DEMO01", "DEMON2"] + [""] * (len(lines) - 3)
    groups.write_text("\n".join(f"{line},{area}" for line, area in zip(lines, areas)) + "\n")
    write_own_pages(content)
    return folder


def write_own_pages(content):
    """The third practice refers in its own way, has a module that no other has, and puts its pages together otherwise."""
    own = content / "practices/DEMO03"
    name = "modules/referral-criteria/how-to-refer-here.md"
    text = re.sub("^title: .*$", "title: Our own way", (content / name).read_text(), count=1, flags=re.M)
    for path in [name, "modules/our-rooms/booking.md"]:
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_text(text.replace("](what-makes", "](/modules/referral-criteria/what-makes"))
    page = own / "templates/pages/link-worker.mustache"
    page.parent.mkdir(parents=True)
    page.write_text("<p>Ours.</p>\n" + (ROOT / "templates/pages/link-worker.mustache").read_text())


def build(source, output, *options):
    subprocess.run([PACKHORSE, "build", "--site", source, "--output", output, "--date", DATE,
                    *options], check=True)
    return output


@pytest.fixture(scope="module")
def network_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("network")
    return build(network(folder / "source"), folder / "public")


def parsed(site):
    return {str(path.relative_to(site)): Page(path.read_text()) for path in sorted(site.rglob("*.html"))}


def test_every_practice_has_its_own_pages(network_site):
    for number in range(1, 15):
        for page in OWN:
            assert (network_site / f"practices/demo{number:02}/{page}.html").is_file()
    training = {path.relative_to(network_site / "practices").parts[0] for path in network_site.glob("practices/*/modules")}
    assert training == {"demo03"}, "training is built once, but for who wrote some"
    assert len(list(network_site.glob("areas/*.html"))) == 4


def test_links_resolve_and_every_page_is_reached(network_site):
    pages = parsed(network_site)
    assert broken_links(network_site, pages) == []
    assert unreached(network_site, pages) == {"404.html"}


def test_a_practice_names_itself_and_no_other(network_site):
    own = (network_site / "practices/demo02/index.html").read_text()
    assert "Social prescribing at Mill Lane Practice" in own and "Thornbeck" not in own and "Okoro" not in own
    assert "Esther Okoro" in (network_site / "practices/demo01/index.html").read_text()


def test_groups_are_shown_to_those_they_are_for(network_site):
    def lists(practice):
        return re.findall(r'id="group-([a-z-]+)"', (network_site / f"practices/{practice}/groups.html").read_text())

    assert "beck-walkers" in lists("demo01") and "beck-walkers" not in lists("demo02")
    assert "hill-end-stride" in lists("demo05") and "hill-end-stride" not in lists("demo01")
    assert "beck-bank-allotment" in lists("demo01") and "beck-bank-allotment" in lists("demo05")


def test_the_html_checker_finds_no_error(network_site):
    assert html_faults(network_site) == ""


@pytest.mark.parametrize("width", [320, 1280])
def test_its_pages_are_accessible_and_fit(visit, network_site, width):
    with serving(network_site) as server:
        look = visit(width=width)
        for name in ["index", "practice/referral-form", "outcomes", "areas/demon1"] + \
                [f"practices/demo03/{page}" for page in OWN + OWN_TRAINING]:
            page = look.open(f"{server}{name}.html")
            assert violations(page) == [], name
            assert sideways(page) == 0, name


def test_a_practice_alone_has_the_same_pages_in_the_root(network_site, tmp_path):
    alone = build(network(tmp_path / "source"), tmp_path / "public", "--practice", "DEMO03")
    assert not (alone / "practices").exists() and not (alone / "areas").exists()
    pages = parsed(alone)
    assert broken_links(alone, pages) == [] and unreached(alone, pages) == {"404.html"}

    def main(path):
        return re.sub(r'href="[^"]*"', "href", path.read_text().partition("<main")[2].partition("</main>")[0])

    for page in ["index", "link-worker", "practice/referral-form", "summaries/social-prescribing-this-year"] + OWN_TRAINING:
        own = pathlib.Path(network_site) / f"practices/demo03/{page}.html"
        texts = [main(own), main(alone / f"{page}.html")]
        assert re.sub(r'data-(site|page)="[^"]*"', "", texts[0]) == re.sub(r'data-(site|page)="[^"]*"', "", texts[1]), page


def test_a_practice_reaches_its_own_modules_by_its_paths_and_from_the_shared_ones(visit, network_site):
    with serving(network_site) as server:
        look = visit(width=320)
        page = look.open(f"{server}practices/demo03/index.html")
        page.locator("ul.roles a", has_text="GP trainee").click()
        assert page.url == f"{server}practices/demo03/pathways/gp-trainee.html"
        page.locator("ol.path a", has_text="Our own way").click()
        assert page.url == f"{server}practices/demo03/modules/referral-criteria/how-to-refer-here.html"
        page.goto(f"{server}modules/referral-criteria/how-to-refer-here.html")
        page.locator("main p.requires a").last.click()
        assert page.url == f"{server}practices/demo03/modules/referral-criteria/how-to-refer-here.html"
    assert "<p>Ours.</p>" in (network_site / "practices/demo03/link-worker.html").read_text()
    assert "<p>Ours.</p>" not in (network_site / "practices/demo02/link-worker.html").read_text()


def test_the_search_finds_both_versions_and_says_whose_one_is(visit, network_site):
    with serving(network_site) as server:
        page = visit().open(f"{server}search.html")
        page.get_by_label("What are you looking for?").fill("our own way")
        found = page.locator("#_results h3 a", has_text="Our own way: ")
        found.first.wait_for()
        found.first.click()
        assert page.url.startswith(f"{server}practices/demo03/modules/")
