"""Every page in a real browser: accessible, quiet, inside its width, and whole without a server."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import kinds

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


def sideways(page):
    """How far the page can be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_every_page_is_accessible_and_fits_a_small_phone(visit, server, pages):
    look = visit(width=320)
    faults = {}
    for name in pages:
        page = look.open(server + name)
        found = violations(page)
        if sideways(page) > 0:
            found.append("wider than the screen")
        if found:
            faults[name] = found
    assert faults == {}


@pytest.mark.parametrize("width,scheme", LOOKS)
def test_each_kind_of_page_is_accessible_in_every_look(visit, server, pages, width, scheme):
    look = visit(width=width, scheme=scheme)
    faults = {name: found for name in kinds(pages) if (found := violations(look.open(server + name)))}
    assert faults == {}


def test_nothing_overflows_with_text_at_twice_the_size(visit, server, pages):
    look = visit(width=640)
    faults = []
    for name in kinds(pages):
        page = look.open(server + name)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        if sideways(page) > 0:
            faults.append(name)
    assert faults == []


@pytest.mark.parametrize("origin", ["http", "file"])
def test_every_page_is_quiet_and_asks_nobody_else(visit, server, site, pages, origin):
    base = server if origin == "http" else site.as_uri() + "/"
    look = visit()
    faults = {}
    for name in pages:
        look.open(base + name)
        outside = [url for url in look.requests if not url.startswith((base, "data:"))]
        if outside or look.messages:
            faults[name] = outside + look.messages
    assert faults == {}


@pytest.mark.parametrize("origin", ["http", "file"])
def test_the_stylesheet_is_in_force(visit, server, site, pages, origin):
    base = server if origin == "http" else site.as_uri() + "/"
    look = visit()
    bare = []
    for name in kinds(pages):
        page = look.open(base + name)
        if page.evaluate("getComputedStyle(document.body).marginTop") != "0px":
            bare.append(name)
    assert bare == []


def test_the_keyboard_reaches_the_text_in_one_step(visit, server, pages):
    look = visit()
    for name in kinds(pages):
        page = look.open(server + name)
        if not page.query_selector("nav"):
            continue
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.getAttribute('href')")
        assert target and target.startswith("#"), f"{name}: the first stop is no skip link"
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == target


def test_targets_for_fingers_are_large_enough(visit, server, pages):
    look = visit(width=320)
    small = {}
    for name in kinds(pages):
        page = look.open(server + name)
        found = page.evaluate(
            """[...document.querySelectorAll('summary, button, nav a')]
               .filter(e => e.getClientRects().length && !e.classList.contains('skip-link'))
               .map(e => [e.textContent.trim().slice(0, 30), e.getBoundingClientRect()])
               .filter(([text, box]) => box.height < 24 || box.width < 24)
               .map(([text, box]) => `${text}: ${Math.round(box.width)}x${Math.round(box.height)}`)"""
        )
        if found:
            small[name] = found
    assert small == {}
