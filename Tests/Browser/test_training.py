"""What a reader does on a page: by keyboard alone, from a server and from a folder, and with a browser that refuses."""

import re

import pytest

from conftest import ROOT
from test_pages import sideways, violations

QUIZ = "modules/interpersonal-skills/offering-a-referral.html"
ORIGINS = ["http", "file"]
REFUSED = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, {get() { throw new DOMException('refused', 'SecurityError'); }});"""
STORED = """() => [localStorage, sessionStorage].map(
  area => Object.entries(area).filter(([key]) => !key.endsWith(':keep')).map(([key, value]) => key + value).sort())"""


@pytest.fixture(params=ORIGINS)
def base(request, server, site):
    """The site's address, on a server and in a folder."""
    return server if request.param == "http" else site.as_uri() + "/"


def press(page, element, key="Space"):
    """Goes to an element as a keyboard does, and presses a key there."""
    element.focus()
    page.keyboard.press(key)


def answer(page, number, choice):
    question = page.locator(".question").nth(number)
    press(page, question.locator("input").nth(choice))
    press(page, question.get_by_role("button", name="Check"), "Enter")
    return question


def quiet(look, base):
    outside = [url for url in look.requests if not url.startswith(base)]
    return outside + look.messages == []


def test_a_quiz_is_answered_by_keyboard(visit, base):
    look = visit()
    page = look.open(base + QUIZ)
    first = page.locator(".question").first
    first.locator("input").first.focus()
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "BUTTON":
            break
    page.keyboard.press("Enter")
    assert "Not yet." in first.get_by_role("status").inner_text()
    assert "It is a decision and a technical term." in first.get_by_role("status").inner_text()
    assert "1 of 2" not in page.locator(".progress").inner_text()
    press(page, first.get_by_role("button", name="Try again"), "Enter")
    assert first.get_by_role("status").inner_text() == ""
    page.keyboard.press("ArrowDown")
    press(page, first.get_by_role("button", name="Check"), "Enter")
    assert "Right." in first.get_by_role("status").inner_text()
    assert page.locator(".progress").inner_text() == "1 of 2 questions answered right."
    assert quiet(look, base)


def test_checking_without_a_choice_asks_for_one(visit, base):
    page = visit().open(base + QUIZ)
    question = page.locator(".question").first
    press(page, question.get_by_role("button", name="Check"), "Enter")
    assert question.get_by_role("status").inner_text() == "Choose an answer first."


def test_answers_last_for_the_visit_and_start_again(visit, base):
    look = visit()
    page = look.open(base + QUIZ)
    answer(page, 0, 1)
    page.reload()
    assert "Right." in page.locator(".question").first.get_by_role("status").inner_text()
    on_device, in_visit = page.evaluate(STORED)
    assert on_device == [] and len(in_visit) == 1 and in_visit[0].startswith("packhorse:DEMO01:modules/")
    page.get_by_role("button", name="Start all questions again").click()
    assert page.locator(".progress").inner_text() == "0 of 2 questions answered right."
    assert page.evaluate("document.activeElement.type") == "radio"


def test_answers_stay_on_the_device_only_when_that_is_ticked(visit, base):
    look = visit()
    page = look.open(base + QUIZ)
    answer(page, 0, 1)
    box = page.get_by_label("Keep on this device")
    assert "shared computer" in page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text()
    press(page, box)
    on_device, in_visit = page.evaluate(STORED)
    assert len(on_device) == 1 and in_visit == []
    later = look.context.new_page()
    later.goto(base + QUIZ)
    assert later.locator(".progress").inner_text() == "1 of 2 questions answered right."
    assert later.get_by_label("Keep on this device").is_checked()
    press(later, later.get_by_label("Keep on this device"))
    on_device, in_visit = later.evaluate(STORED)
    assert on_device == [] and len(in_visit) == 1


def test_clear_all_forgets_every_page_of_this_site_and_no_other(visit, base):
    look = visit()
    page = look.open(base + QUIZ)
    page.evaluate("localStorage.setItem('packhorse:OTHER:a', '1'); sessionStorage.setItem('packhorse:DEMO01:a', '{}')")
    answer(page, 0, 1)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        press(page, page.get_by_role("button", name="Clear all"), "Enter")
    assert page.evaluate(STORED) == [["packhorse:OTHER:a1"], []]
    assert page.locator(".progress").inner_text() == "0 of 2 questions answered right."


def test_a_quiz_works_where_storage_is_refused(visit, base):
    look = visit()
    look.context.add_init_script(REFUSED)
    page = look.open(base + QUIZ)
    assert "lost when you leave" in page.locator("#_entries-status").inner_text()
    assert not page.get_by_label("Keep on this device").is_visible()
    assert "Right." in answer(page, 0, 1).get_by_role("status").inner_text()
    assert quiet(look, base)


@pytest.mark.parametrize("stored", ["[", "[1]", '{"question": 3}', "null", '{"progress": "__proto__"}'])
def test_what_is_stored_wrongly_breaks_nothing(visit, server, stored):
    look = visit()
    page = look.open(server + QUIZ)
    page.evaluate("text => sessionStorage.setItem(`packhorse:DEMO01:${document.querySelector('[data-page]').dataset.page}`, text)", stored)
    page.reload()
    assert "Right." in answer(page, 0, 1).get_by_role("status").inner_text()
    assert look.messages == []


def test_without_a_script_the_answers_are_folded_below_the_question(visit, server):
    page = visit(java_script_enabled=False).open(server + QUIZ)
    question = page.locator(".question").first
    assert question.locator("input, button").count() == 0
    assert not page.get_by_text("It starts from their words").is_visible()
    question.locator("summary").click()
    assert page.get_by_text("It starts from their words").is_visible()
    assert "nothing that you enter here is kept" in page.locator("#_without-script").inner_text()


def test_each_question_has_a_link(visit, base):
    page = visit().open(base + QUIZ)
    page.get_by_role("link", name="Link to question 2").click()
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(".question").nth(1).get_attribute("id") == target


@pytest.mark.parametrize("width,scheme", [(320, "light"), (1280, "dark")])
def test_a_quiz_is_accessible_in_each_state(visit, server, width, scheme):
    page = visit(width=width, scheme=scheme).open(server + QUIZ)
    states = {"fresh": violations(page)}
    for number, choice in [(0, 0), (1, 0)]:
        answer(page, number, choice)
    states["answered"] = violations(page)
    assert states == {"fresh": [], "answered": []}
    assert sideways(page) == 0


def test_every_word_of_the_script_is_in_the_catalogue(visit, server):

    page = visit().open(server + QUIZ)
    words = set(page.evaluate("Object.keys(document.getElementById('_words').dataset)"))
    script = (ROOT / "templates/assets/packhorse.js").read_text()
    assert words == set(re.findall(r'say\("(\w+)"', script))
