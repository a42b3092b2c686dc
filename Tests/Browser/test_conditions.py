"""Training blocks by touch, in forced colours, and where a browser has no room left to keep anything."""

import pytest

from test_pages import sideways, violations
from test_training import FORMS, PLAN, QUIZ, SCENARIO, STORED, base, quiet

FULL = """Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };"""


def tap_answer(page, number, choice):
    question = page.locator(".question").nth(number)
    question.locator("label").nth(choice).tap()
    question.get_by_role("button", name="Check").tap()
    return question.get_by_role("status").inner_text()


def test_a_quiz_is_answered_wrong_and_then_right_by_touch(visit, base):
    look = visit(width=390, has_touch=True, is_mobile=True)
    page = look.open(base + QUIZ)
    assert "Right." not in tap_answer(page, 0, 0)
    assert "Right." in tap_answer(page, 0, 1)
    assert page.locator(".progress").inner_text() == "1 of 2 questions answered right."
    assert quiet(look, base) and sideways(page) == 0


def test_a_scenario_is_played_by_touch_to_an_end(visit, base):
    look = visit(width=390, has_touch=True, is_mobile=True)
    page = look.open(base + SCENARIO)
    for words in ["How are your days", "You still wake", "When you say that", "A reason to be up"]:
        for name in (words, "Go on"):
            page.get_by_role("button", name=name).tap()
    scene = page.locator(".scene:visible")
    assert scene.locator("h3").inner_text() == "An offer that is his" and "ends here" in scene.inner_text()
    assert quiet(look, base)


@pytest.mark.parametrize("name", [FORMS, PLAN])
def test_forms_are_filled_in_by_touch_and_kept_for_the_visit(visit, base, name):
    look = visit(width=390, has_touch=True, is_mobile=True)
    page = look.open(base + name)
    field = page.locator(".form textarea").first
    field.tap()
    page.keyboard.insert_text("Ask what matters first")
    page.reload()
    assert page.locator(".form textarea").first.input_value() == "Ask what matters first"
    assert quiet(look, base)


@pytest.mark.parametrize("name", [QUIZ, PLAN, SCENARIO])
def test_blocks_are_accessible_in_forced_colours(visit, server, name):
    page = visit(scheme="dark", forced_colors="active").open(server + name)
    states = [violations(page)]
    if name == QUIZ:
        for number, choice in [(0, 0), (1, 1)]:
            question = page.locator(".question").nth(number)
            question.locator("input").nth(choice).check()
            question.get_by_role("button", name="Check").click()
    for field in page.locator(".form textarea").all():
        field.fill("Seen on 3 March 1952")
    for control in page.locator(".form button").all():
        if control.is_visible():
            control.click()
    for fold in page.locator("main details > summary").all():
        if fold.is_visible():
            fold.click()
    states.append(violations(page))
    assert states == [[], []]


def test_answers_count_where_nothing_more_can_be_kept(visit, base):
    look = visit()
    look.context.add_init_script(FULL)
    page = look.open(base + QUIZ)
    question = page.locator(".question").first
    question.locator("input").nth(1).check()
    question.get_by_role("button", name="Check").click()
    assert "Right." in question.get_by_role("status").inner_text()
    assert "lost when you leave" in page.locator("#_entries-status").inner_text()
    assert page.evaluate(STORED) == [[], []]
    assert quiet(look, base)
