"""Search: from a server and from a folder, with typing faults, by keyboard, and with nothing that may not be found."""

import json
import re
import subprocess

import pytest
from playwright.sync_api import expect

from conftest import copy_of_the_site, DATE
from program import PACKHORSE
from test_pages import sideways, violations



@pytest.fixture(params=["http", "file"])
def base(request, server, site):
    return server if request.param == "http" else site.as_uri() + "/"


def look_for(page, query):
    page.get_by_label("What are you looking for?").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("#_found")).to_contain_text(f"“{query}”")
    return [link.inner_text() for link in page.locator("#_results h3 a").all()]


def texts_of(site):
    """Every entry of the search: address, title and parts, by its file."""
    return {path: json.loads(re.search(r", (\[.*\])\);$", path.read_text(), re.S)[1])
            for path in (site / "search").glob("*-*.js")}


def test_finds_a_page_and_leads_to_its_part(visit, base):
    look = visit()
    page = look.open(base + "search.html")
    assert not [url for url in look.requests if "/search/" in url], "the index is loaded before anybody searches"
    titles = look_for(page, "root causes")
    assert titles[0] == "Finding root causes"
    assert page.locator("#_results mark").count() > 0
    page.locator("#_results h3 a").first.click()
    assert page.locator("h1").inner_text() == "Finding root causes"
    page.go_back()
    page.wait_for_selector("#_results h3")
    assert page.get_by_label("What are you looking for?").input_value() == "root causes"
    assert look.messages == []


@pytest.mark.parametrize("typed,meant", [("lonliness", "loneliness"), ("refferal", "referral"), ("prescribign", "prescribing"),
                                         ("GROUPS", "group"), ("conversat", "conversation")])
def test_forgives_typing_faults(visit, base, typed, meant):
    page = visit().open(base + "search.html")
    assert look_for(page, typed)
    marked = {mark.inner_text().lower() for mark in page.locator("#_results mark").all()}
    assert any(meant in word for word in marked)


def test_says_that_nothing_was_found_and_what_to_do(visit, base):
    page = visit().open(base + "search.html")
    assert look_for(page, "zzyzx qqq") == []
    assert "Nothing was found" in page.locator("#_found").inner_text()
    assert page.get_by_role("link", name="Stories").count() >= 1


def test_every_entry_is_found_by_its_title_and_leads_to_a_place_that_is_there(visit, server, site):
    page = visit().open(server + "search.html")
    for address, title, _ in (entry for entries in texts_of(site).values() for entry in entries):
        path, _, anchor = address.partition("#")
        text = (site / path).read_text()
        assert not anchor or f'id="{anchor}"' in text, address
        look_for(page, title)
        while (more := page.get_by_role("button", name=re.compile("^Show"))).count():
            more.first.click()
        links = [link.get_attribute("href") for link in page.locator("#_results h3 a").all()]
        assert address in links, title


def test_results_are_grouped_and_reached_by_keyboard(visit, base):
    page = visit().open(base + "search.html")
    look_for(page, "walking")
    assert page.locator("#_results h2").count() >= 2
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#_results h3') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible_and_fit_a_small_phone(visit, server, scheme):
    page = visit(width=320, scheme=scheme).open(server + "search.html")
    look_for(page, "link worker")
    page.wait_for_selector("#_results h3")
    assert violations(page) == [] and sideways(page) <= 0


def test_without_script_the_lists_are_there(visit, base):
    page = visit(java_script_enabled=False).open(base + "search.html")
    assert "Search needs JavaScript" in page.locator("main").inner_text()
    assert page.locator("main .lists a").count() >= 6
    assert not page.get_by_label("What are you looking for?").is_visible()


def test_the_index_is_under_15_percent_of_what_it_covers(site):
    index = sum(path.stat().st_size for path in (site / "search").glob("*.js") if "-" not in path.name)
    covered = sum(len((title + "".join(heading + text for _, heading, text in parts)).encode())
                  for entries in texts_of(site).values() for _, title, parts in entries)
    assert index < 0.15 * covered, f"{index} of {covered} bytes"


def test_a_story_that_is_withdrawn_is_no_longer_found(visit, tmp_path):
    folder = copy_of_the_site(tmp_path / "site")
    command = [PACKHORSE, "--site", folder, "--output", tmp_path / "public"]
    build = [command[0], "build", *command[1:], "--date", DATE]
    subprocess.run(build, check=True)
    for step in ["built", "withdrawn", "built again"]:
        if step == "withdrawn":
            subprocess.run([command[0], "withdraw", "a-sitter-on-thursdays", *command[1:]], check=True)
        if step == "built again":
            subprocess.run(build, check=True)
        page = visit().open((tmp_path / "public/search.html").as_uri())
        look_for(page, "sitter on Thursdays")
        assert bool(page.get_by_role("link", name="sitter").count()) == (step == "built"), step
        assert ("could not be opened" in page.locator("#_found").inner_text()) == (step == "withdrawn")
        assert look_for(page, "root causes"), step
        holding = [path for path in (tmp_path / "public/search").glob("*.js") if "sitter" in path.read_text()]
        assert bool(holding) == (step == "built"), f"{step}: {holding}"
