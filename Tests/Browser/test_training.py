"""What a reader does on a page: by keyboard alone, from a server and from a folder, and with a browser that refuses."""

import gzip
import pathlib
import random
import re
import shutil
import subprocess

import icalendar
import pytest

from conftest import DATE
from program import PACKHORSE, ROOT
from test_pages import sideways, violations

QUIZ = "modules/interpersonal-skills/offering-a-referral.html"
ORIGINS = ["http", "file"]
REFUSED = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, {get() { throw new DOMException('refused', 'SecurityError'); }});"""
STORED = """() => [localStorage, sessionStorage].map(
  area => Object.entries(area).filter(([key]) => !/:(keep|visited|since)$/.test(key)).map(([key, value]) => key + value).sort())"""


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


@pytest.mark.parametrize("listing", ["pathways/gp-trainee.html", "modules/index.html"])
def test_pathway_and_list_show_what_was_answered(visit, base, listing):
    look = visit()
    page = look.open(base + listing)
    assert page.locator(".progress").count() == 0
    page.goto(base + QUIZ)
    answer(page, 0, 1)
    page.goto(base + "modules/interpersonal-skills/staying-with-it.html")
    answer(page, 0, 1)
    answer(page, 1, 0)
    page.goto(base + listing)
    shown = page.locator(".progress").all_inner_texts()
    assert sorted(shown)[:2] == ["1 of 2 questions answered right", "2 of 2 questions answered right"]
    assert any("3 of 4" in text for text in shown) and len(shown) == 3
    assert quiet(look, base)
    assert violations(page) == []


def test_checking_without_a_choice_asks_for_one(visit, base):
    page = visit().open(base + QUIZ)
    question = page.locator(".question").first
    press(page, question.get_by_role("button", name="Check"), "Enter")
    assert question.get_by_role("status").inner_text() == "Answer first, and leave no part of it open."


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
    assert "nothing that you enter is kept" in page.locator("#_without-script").inner_text()


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


def test_every_word_of_the_script_is_in_the_catalogue(visit, server, site):

    page = visit().open(server + QUIZ)
    words = set(page.evaluate("Object.keys(words)"))
    # The names of kinds are put together from the index.
    words = {word for word in words if not word.startswith("searchKind")}
    _, script = (site / "assets/packhorse.js").read_text().split("\n};\n", 1)
    used = set(re.findall(r"\b(?:entries|quiz|progress|scenario|confidence|plan|reflect|done|visit|checkIn|search|groups|copy|offline)[A-Z]\w+", script))
    # A function, and the beginning of those names.
    assert words == used - {"copyInside", "searchKind"}


FORMS = "modules/interpersonal-skills/offering-a-referral.html"


def test_the_gap_between_before_and_after_is_shown_and_stays(visit, base):
    look = visit()
    page = look.open(base + FORMS)
    before, after = page.locator(".confidence").all()
    assert after.get_by_role("status").inner_text() == ""
    press(page, before.get_by_label("4", exact=True))
    press(page, after.get_by_label("6", exact=True))
    page.keyboard.press("ArrowRight")
    gap = "Before: 4. Now: 7. You are 3 surer than before."
    assert after.get_by_role("status").inner_text() == gap
    page.reload()
    assert page.locator(".gap").inner_text() == gap
    press(page, page.locator(".confidence").nth(1).get_by_label("2", exact=True))
    assert "2 less sure" in page.locator(".gap").inner_text()
    assert quiet(look, base)


def test_what_is_written_lasts_for_the_visit(visit, base):
    look = visit()
    page = look.open(base + FORMS)
    page.get_by_label("If this happens").focus()
    page.keyboard.type("a patient says <b>no</b>")
    page.reload()
    assert page.get_by_label("If this happens").input_value() == "a patient says <b>no</b>"
    page.close()
    later = look.context.new_page()
    later.goto(base + FORMS)
    assert later.get_by_label("If this happens").input_value() == ""


def saved(page, name):
    with page.expect_download() as download:
        press(page, page.get_by_role("button", name=name), "Enter")
    return download.value.suggested_filename, pathlib.Path(download.value.path()).read_bytes().decode()


def unfolded(calendar):
    return calendar.replace("\r\n ", "").split("\r\n")


PLAN = "practice/meeting-pack-one.html"


def test_an_action_plan_becomes_a_calendar_file(visit, base):
    look = visit()
    page = look.open(base + PLAN)
    save = page.get_by_role("button", name="Save the dates")
    press(page, save, "Enter")
    assert "at least one line" in page.locator(".form [role=status]").inner_text()
    page.get_by_label("What", exact=True).first.fill("Ask; then tell, all\nof us " + "é" * 90)
    page.get_by_label("Who", exact=True).first.fill("Us")
    page.get_by_label("When", exact=True).first.fill("2026-12-01")
    page.get_by_label("What", exact=True).nth(1).fill("No date yet")
    name, calendar = saved(page, "Save the dates")
    assert name == "action-plan.ics"
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    lines = unfolded(calendar)
    assert "DTSTART;VALUE=DATE:20261201" in lines and "SEQUENCE:0" in lines
    assert "SUMMARY:Ask\\; then tell\\, all\\nof us " + "é" * 90 + " (Us)" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    uid = [line for line in lines if line.startswith("UID:")]
    page.get_by_label("When", exact=True).first.fill("2026-12-08")
    again = unfolded(saved(page, "Save the dates")[1])
    assert [line for line in again if line.startswith("UID:")] == uid and "SEQUENCE:1" in again
    assert quiet(look, base)


def nhs_number(start):
    """A valid number that begins with nine digits, or None: reckoned as the NHS Data Dictionary says."""
    check = 11 - sum(int(digit) * weight for digit, weight in zip(start, range(10, 1, -1))) % 11
    return None if check == 10 else start + str(0 if check == 11 else check)


def findings(page, text):
    page.get_by_label("What happened").fill(text)
    page.get_by_role("button", name="Save as text").click()
    return page.locator(".findings li").all_inner_texts()


def test_every_valid_nhs_number_stops_a_reflection(visit, server):
    page = visit().open(server + FORMS)
    chance = random.Random(11)
    numbers = [number for _ in range(300) if (number := nhs_number(f"{chance.randrange(10**9):09}"))]
    found = findings(page, " then ".join(numbers))
    assert [text.split(": ")[1].split(".")[0] for text in found] == numbers
    number = "9434765919"
    spread = [f"{number[:3]}{gap}{number[3:6]}{gap}{number[6:]}" for gap in (" ", "-", "\u2013", "\u00a0", " -", ".", "\u200b", "\n")]
    spread += ["NHS" + number + "x", "９４３４７６５９１９", "1" + number]
    for text in spread:
        assert any(number in line for line in findings(page, text)), repr(text)
        assert not page.get_by_role("button", name="None of these").is_visible()
    assert findings(page, "9434765918 and 12345") == []


@pytest.mark.parametrize("text,kind", [
    ("born 3/2/1952", "date"), ("03.02.52", "date"), ("3-2-1952", "date"), ("1952-02-03", "date"), ("3 Feb 1952", "date"),
    ("3rd of February, 1952", "date"), ("February 3rd 1952", "date"), ("3feb52", "date"), ("3 2 1952", "date"),
    ("lives at SW1A 1AA", "postcode"), ("m11ae", "postcode"), ("CR2 6XH.", "postcode"), ("dn55 1pt", "postcode"), ("GIR 0AA", "postcode"),
])
def test_dates_and_postcodes_are_found_and_can_be_allowed(visit, server, text, kind):
    page = visit().open(server + FORMS)
    found = findings(page, text)
    assert len(found) == 1 and kind in found[0]
    name, saved_text = saved(page, "None of these")
    assert name == "reflection.txt" and f"What happened: {text}" in saved_text


def test_a_reflection_is_saved_as_text(visit, base):
    look = visit()
    page = look.open(base + FORMS)
    assert findings(page, "") == []
    assert "Write something first." in page.locator(".findings").inner_text()
    page.get_by_label("What I will change").fill("Ask first. In 2026 I saw 12 people in 3 weeks.")
    page.get_by_label("Time spent").fill("20")
    text = saved(page, "Save as text")[1]
    assert text.startswith("Offering a referral\n") and "Capability, and why: Communicating and consulting" in text
    assert "Time spent, in minutes: 20" in text and "What happened" not in text
    assert quiet(look, base)


def built_with(folder, name, addition):
    """The address of the bundled site with something added to a file of its content."""
    for part in ("content", "private"):
        shutil.copytree(ROOT / part, folder / "site" / part)
    file = folder / "site/content" / name
    file.write_text(file.read_text() + addition)
    command = [PACKHORSE, "build", "--site", folder / "site"]
    subprocess.run([*command, "--output", folder / "public", "--date", DATE], check=True, capture_output=True)
    return (folder / "public").as_uri() + "/"


def test_a_site_may_forbid_keeping(visit, tmp_path):
    page = visit().open(built_with(tmp_path, "site.yml", "\nid: our-own\nstorage: visit\n") + QUIZ)
    page.evaluate("localStorage.setItem('packhorse:our-own:keep', 'yes')")
    page.reload()
    assert page.get_by_label("Keep on this device").count() == 0
    answer(page, 0, 1)
    on_device, in_visit = page.evaluate(STORED)
    assert on_device == [] and in_visit[0].startswith("packhorse:our-own:")


@pytest.mark.parametrize("name", [FORMS, PLAN])
@pytest.mark.parametrize("width,scheme", [(320, "light"), (1280, "dark")])
def test_forms_are_accessible_in_each_state(visit, server, name, width, scheme):
    page = visit(width=width, scheme=scheme).open(server + name)
    states = [violations(page)]
    for field in page.locator(".form textarea").all():
        field.fill("Seen on 3 March 1952, " + "long" * 40)
    for control in page.locator(".form button").all():
        if control.is_visible():
            control.click()
    states.append(violations(page))
    assert states == [[], []]
    assert sideways(page) == 0


def test_forms_can_be_filled_in_without_a_script(visit, server):
    page = visit(java_script_enabled=False).open(server + FORMS)
    page.get_by_label("What happened").fill("Something")
    page.locator(".confidence").first.get_by_label("4", exact=True).check()
    assert page.locator(".form button, .confidence button").count() == 0


PATHWAY = "pathways/gp-trainee.html"


def check_ins(page):
    name, text = saved(page, "Save the check-ins")
    assert name == "check-ins.ics"
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors and all(not event.errors for event in calendar.walk("VEVENT"))
    return calendar.walk("VEVENT")


def test_check_ins_become_one_calendar_file_that_a_later_one_replaces(visit, base):
    look = visit()
    page = look.open(base + PATHWAY)
    press(page, page.get_by_role("button", name="Save the check-ins"), "Enter")
    assert page.locator(".check-ins [role=status]").inner_text() == "Say first on which day you start."
    page.get_by_label("The day you start").fill("2026-12-24")
    first = check_ins(page)
    days = [event.decoded("dtstart").isoformat() for event in first]
    assert days == ["2027-01-07", "2027-02-04", "2027-03-18"]
    assert [str(event["summary"]) for event in first] == [f"Check-in, week {week}: GP trainee path" for week in (2, 6, 12)]
    assert "Look again" in str(first[0]["description"]) and (look.page.url in str(first[0]["description"])) == base.startswith("http")
    page.reload()
    page.get_by_label("The day you start").fill("2027-01-04")
    later = check_ins(page)
    assert [event["uid"] for event in later] == [event["uid"] for event in first] and len({event["uid"] for event in later}) == 3
    assert [event["sequence"] for event in first + later] == [0, 0, 0, 1, 1, 1]
    assert later[0].decoded("dtstart").isoformat() == "2027-01-18"
    assert quiet(look, base)


def test_what_is_marked_as_done_shows_on_the_path_and_the_sheet_to_sign_off(visit, base):
    look = visit()
    page = look.open(base + PATHWAY)
    minutes = [int(item.get_attribute("data-minutes")) for item in page.locator(".path > li").all()]
    assert page.get_by_role("button", name="Start this path again").count() == 0
    page.locator(".path h3 a").first.click()
    press(page, page.get_by_label("I have done this module"))
    assert page.locator(".done-since").inner_text().startswith("Done on ")
    page.goto(base + PATHWAY)
    left = sum(minutes) - minutes[0]
    assert f"You have marked 1 of {len(minutes)} modules as done. The rest take {left} minutes." in page.locator(".progress").all_inner_texts()
    assert page.locator(".path > .is-done").count() == 1
    row = page.locator(".sign-off tbody tr").first
    assert row.locator(".is-ticked").count() == 1 and row.locator("td").nth(2).text_content().endswith(str(page.evaluate("new Date().getFullYear()")))
    page.goto(base + "modules/index.html")
    assert any("You have marked 1 of" in text for text in page.locator(".progress").all_inner_texts())
    page.goto(base + PATHWAY)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        press(page, page.get_by_role("button", name="Start this path again"), "Enter")
    assert page.locator(".progress, .is-done").count() == 0
    assert quiet(look, base)
    assert violations(page) == []


def test_one_page_can_be_cleared_alone(visit, base):
    look = visit()
    page = look.open(base + QUIZ)
    answer(page, 0, 1)
    page.goto(base + FORMS.replace("offering-a-referral", "staying-with-it"))
    answer(page, 0, 1)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        press(page, page.get_by_role("button", name="Clear this page"), "Enter")
    assert page.locator(".progress").first.inner_text().startswith("0 of ")
    page.goto(base + QUIZ)
    assert page.locator(".progress").first.inner_text() == "1 of 2 questions answered right."


CHANGES = "changes.html"
HERE_ON = """day => { localStorage.setItem('packhorse:DEMO01:keep', 'yes'); if (day) localStorage.setItem('packhorse:DEMO01:visited', day);
  sessionStorage.clear(); }"""


def test_what_has_changed_is_marked_where_the_device_remembers_the_last_visit(visit, base):
    look = visit()
    page = look.open(base + CHANGES)
    days = [item.get_attribute("data-changed") for item in page.locator(".changes > li").all()]
    assert days == sorted(days, reverse=True) and len(days) > 10
    assert "does not remember when you were last here" in page.locator("main").get_by_role("status").first.inner_text()
    assert page.locator(".changes > li:visible").count() == len(days)
    page.evaluate(HERE_ON, days[0])
    page.reload()
    newest = days.count(days[0])
    assert page.get_by_label("Show what has changed since").input_value() == days[0]
    assert page.locator(".changes > li:visible").count() == newest
    assert page.locator("main").get_by_role("status").first.inner_text() == f"Changed since then, or on that day: {newest} of {len(days)} pages."
    page.goto(base + PATHWAY)
    marked = page.locator(".path > li:has(.is-new)").evaluate_all("all => all.map(each => each.dataset.changed)")
    every = page.locator(".path > li").evaluate_all("all => all.map(each => each.dataset.changed)")
    assert marked == [day for day in every if day >= days[0]]
    page.evaluate(HERE_ON, "2999-01-01")
    page.reload()
    assert page.locator(".is-new").count() == 0
    assert page.evaluate("localStorage.getItem('packhorse:DEMO01:visited')") == page.evaluate("dayOf(new Date())")
    assert quiet(look, base)


def test_a_day_can_be_chosen_where_nothing_is_remembered(visit, base):
    look = visit(width=320)
    look.context.add_init_script(REFUSED)
    page = look.open(base + CHANGES)
    page.get_by_label("Show what has changed since").fill("2999-01-01")
    assert page.locator(".changes > li:visible").count() == 0
    assert "0 of" in page.locator("main").get_by_role("status").first.inner_text()
    assert quiet(look, base)
    assert violations(page) == [] and sideways(page) == 0


def test_changes_are_a_list_of_days_without_a_script(visit, server):
    page = visit(java_script_enabled=False).open(server + CHANGES)
    assert page.locator(".changes > li:visible").count() > 10 and page.locator("main input:visible").count() == 0


SCENARIO = "modules/interpersonal-skills/rehearse-a-consultation.html"


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def say(page, words):
    press(page, page.get_by_role("button", name=words), "Enter")


def test_a_scenario_is_played_by_keyboard_to_its_end(visit, base):
    look = visit()
    page = look.open(base + SCENARIO)
    scenes = page.locator(".scene:visible")
    assert scenes.count() == 1 and scenes.locator("h3").inner_text() == "He sits down"
    say(page, "There is a walking group")
    assert "before the need is known" in scenes.locator("[role=status]:not(:empty)").inner_text()
    say(page, "How are your days")
    assert scenes.locator("[role=status]:not(:empty)").count() == 1
    page.keyboard.press("Tab")
    assert focused(page) == "Go on"
    page.keyboard.press("Enter")
    assert focused(page) == "He tells you about the shop" == scenes.locator("h3").inner_text()
    for words in ["You still wake", "When you say that", "A reason to be up"]:
        say(page, words)
        say(page, "Go on")
    assert focused(page) == "An offer that is his"
    assert "ends here" in scenes.inner_text()
    say(page, "Back one scene")
    assert focused(page) == "He answers you"
    page.reload()
    assert scenes.locator("h3").inner_text() == "He answers you"
    say(page, "Start again")
    assert focused(page) == "He sits down"
    assert not page.get_by_role("button", name="Back one scene").is_visible()
    assert quiet(look, base)


def test_an_address_leads_to_a_scene(visit, base):
    page = visit().open(base + SCENARIO + "#what-he-misses")
    shown = page.locator(".scene:visible h3")
    assert shown.inner_text() == "What he misses"
    say(page, "When you say that")
    say(page, "Go on")
    page.reload()
    assert shown.inner_text() == "He answers you"


def test_an_address_that_is_written_wrongly_changes_nothing(visit, base):
    look = visit()
    page = look.open(base + SCENARIO + "#%")
    assert page.locator(".scene:visible h3").inner_text() == "He sits down"
    assert look.messages == []


def test_a_scenario_reads_as_linked_scenes_without_a_script(visit, server):
    page = visit(java_script_enabled=False).open(server + SCENARIO)
    assert page.locator(".scene:visible").count() == 9
    assert page.locator(".scenario button").count() == 0
    page.get_by_role("link", name="There is a walking group").click()
    assert page.url.endswith("#he-folds-the-leaflet")
    reason = page.get_by_text("The offer comes before the need is known.")
    assert not reason.is_visible()
    page.locator("a.why").nth(1).click()
    reason.wait_for(state="visible")


@pytest.mark.parametrize("script", [True, False])
def test_a_scenario_prints_as_a_script_with_a_page_for_the_facilitator(visit, server, tmp_path, script):
    look = visit(java_script_enabled=script)
    page = look.open(server + SCENARIO)
    if script:
        say(page, "How are your days")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")
    guide = next(index for index, sheet in enumerate(sheets) if "For the facilitator" in sheet)
    script_for_two, facilitator = "".join(sheets[:guide]), "".join(sheets[guide:])
    for number in range(1, 10):
        assert f"Scene {number}\n" in script_for_two
    assert '"There is a walking group that may help."' in script_for_two and "Go to scene 6" in script_for_two
    assert "before the need is known" not in script_for_two and "before the need is known" in facilitator
    assert sheets[guide].strip().startswith("For the facilitator")
    assert "Go on" not in text and "Keep on this device" not in text


@pytest.mark.parametrize("width,scheme", [(320, "light"), (1280, "dark")])
def test_a_scenario_is_accessible_in_each_state(visit, server, width, scheme):
    page = visit(width=width, scheme=scheme).open(server + SCENARIO)
    states = [violations(page)]
    say(page, "Let us repeat the blood tests")
    states.append(violations(page))
    say(page, "Go on")
    say(page, "The form is at the desk")
    say(page, "Go on")
    states.append(violations(page))
    page.locator(".facilitator summary").click()
    states.append(violations(page))
    assert states == [[], [], [], []]
    assert sideways(page) == 0


DEPENDING = """
:::scenario title="What you asked"
### Alpha

- [Ask](#beta)

  Good.

  **Remember:** asked, trust +3
- [Offer](#beta)

  Early.
- [Go round](#alpha)

  Again.

  **Remember:** trust +6

### Beta

- [Both](#gamma)

  It is time.

  **Only if:** trust at least 9
- [Blunt](#delta)

  It is not.

  **Only if:** not asked
- [Lose](#beta)

  It costs.

  **Remember:** trust -7

  **Only if:** trust at least 1
- [Leave](#delta)

  It ends.

### Gamma

**Only if:** asked

It went well.

### Delta

It is over.
:::
"""


def offered(page, scenario):
    return scenario.locator(".scene:visible .choices > li:visible button.say").all_inner_texts()


def test_choices_depend_on_what_was_chosen(visit, tmp_path):
    look = visit(width=320)
    base = built_with(tmp_path, PRACTICE + ".md", DEPENDING)
    page = look.open(base + PRACTICE + ".html")
    scenario = page.locator(".scenario")
    assert scenario.locator(".only-if:visible").count() == 0
    say(page, "Offer"), say(page, "Go on")
    assert offered(page, scenario) == ["Blunt", "Leave"]
    say(page, "Start again"), say(page, "Go round"), say(page, "Go on"), say(page, "Ask"), say(page, "Go on")
    assert offered(page, scenario) == ["Both", "Lose", "Leave"]
    page.reload()
    assert offered(page, scenario) == ["Both", "Lose", "Leave"]
    assert sideways(page) == 0
    say(page, "Both")
    assert scenario.locator("[role=status]:not(:empty)").inner_text().split("\n")[0] == "It is time."
    say(page, "Go on")
    assert scenario.locator(".noted:visible").inner_text() == "Noted on the way: asked, trust 9."
    assert scenario.locator(".only-if:visible").count() == 0
    say(page, "Back one scene"), say(page, "Lose"), say(page, "Go on")
    assert offered(page, scenario) == ["Lose", "Leave"]
    say(page, "Lose"), say(page, "Go on")
    assert offered(page, scenario) == ["Leave"]
    assert quiet(look, base)
    assert violations(page) == []


UNMET = """
:::scenario title="By its address"
### Alpha

- [Ask](#beta)

  Good.

  **Remember:** asked

### Beta

- [Both](#gamma)

  It is time.

  **Only if:** asked

### Gamma

It is over.
:::
"""


def test_who_comes_to_a_scene_by_its_address_is_told_when_a_choice_applies(visit, tmp_path):
    base = built_with(tmp_path, PRACTICE + ".md", UNMET)
    page = visit().open(base + PRACTICE + ".html#beta")
    assert page.locator(".scene:visible .only-if:visible").inner_text() == "Only if: asked"


@pytest.mark.parametrize("stored", ["9.9", "0.7", "1.0", "beta", "0.0 0.0", "-1", "1e1", "__proto__", "0.__proto__"])
def test_a_stored_way_that_cannot_be_followed_ends_where_it_breaks(visit, server, stored):
    look = visit()
    page = look.open(server + SCENARIO)
    page.evaluate("way => enter(document.querySelector('.scenario').id, way)", stored)
    page.reload()
    expected = "He tells you about the shop" if stored == "0.0 0.0" else "He sits down"
    assert page.locator(".scene:visible h3").inner_text() == expected
    assert look.messages == []


HOLDS = {">=": int.__ge__, "<=": int.__le__}


def rules(choice, name):
    text = choice.get_attribute(name) or ""
    return [(int(note), sign, int(number)) for note, sign, number in re.findall(r"(\d+)(>=|<=|=|\+|-)(\d+)", text)]


def leaving(memory, choice):
    after = dict(memory)
    for note, sign, number in rules(choice, "data-remember"):
        value = {"=": number, "+": after.get(note, 0) + number, "-": after.get(note, 0) - number}[sign]
        after[note] = max(0, min(10, value))
    return after


def walk(box, memory, seen, ends):
    """Follows every choice from the scene that is shown, in each state that the page's attributes give it, and comes back."""
    scene = box.locator(":scope > .scene:visible")
    heading = scene.get_attribute("aria-labelledby")
    if (heading, *sorted(memory.items())) in seen:
        return
    seen.add((heading, *sorted(memory.items())))
    choices = scene.locator(".choices > li")
    if choices.count() == 0:
        assert scene.locator(".ending").is_visible(), heading
        ends.add(heading)
    for number in range(choices.count()):
        choice = choices.nth(number)
        allowed = all(HOLDS[sign](memory.get(note, 0), bound) for note, sign, bound in rules(choice, "data-only-if"))
        assert choice.is_visible() == allowed, (heading, number, memory)
        if allowed:
            after = leaving(memory, choice)
            choice.locator("button.say").click()
            assert len(scene.locator("[role=status]:not(:empty)").inner_text()) > 5
            scene.get_by_role("button", name="Go on").click()
            walk(box, after, seen, ends)
            box.get_by_role("button", name="Back one scene").click()


def test_every_scenario_leads_to_every_one_of_its_ends(visit, server, site, tmp_path):
    base = built_with(tmp_path, PRACTICE + ".md", DEPENDING)
    names = [str(path.relative_to(site)) for path in site.rglob("*.html") if 'class="scenario"' in path.read_text()]
    assert names
    for address in [server + name for name in names] + [base + PRACTICE + ".html"]:
        page = visit().open(address)
        for box in page.locator(".scenario").all():
            written = box.locator(":scope > .scene:has(.ending)").evaluate_all("all => all.map(each => each.getAttribute('aria-labelledby'))")
            seen, ends = set(), set()
            walk(box, {}, seen, ends)
            assert ends == set(written), address
            assert {state[0] for state in seen} == set(box.locator(":scope > .scene").evaluate_all("all => all.map(each => each.getAttribute('aria-labelledby'))"))


CARD = "Ask first what a good week looks like, wait for the answer, and write it down. "


def full_cards(kind, room, count):
    card = lambda number: f"### Card {number}\n\n" + (CARD * 20)[: room - len(f"Card {number}")].strip() + "\n"
    net = ' criteria="referral"' if kind == "prompt" else ""
    return f'\n:::cards kind="{kind}"{net}\n' + "\n".join(card(number) for number in range(count)) + ":::\n"


def test_cards_print_at_their_size_and_a_full_one_fits(visit, tmp_path):
    sizes = {"idea": (800, 5), "thank-you": (400, 4), "prompt": (800, 9), "slide": (400, 2)}
    text = "".join(full_cards(kind, *size) for kind, size in sizes.items())
    page = visit(width=800).open(built_with(tmp_path, PRACTICE + ".md", text) + PRACTICE + ".html")
    assert violations(page) == []
    page.emulate_media(media="print")
    over = page.locator(".card").evaluate_all("all => all.filter(card => card.scrollHeight > card.clientHeight).map(card => card.textContent)")
    assert over == []
    page.emulate_media()
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    sheets = subprocess.run(["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    cards = [len(re.findall(r"Card \d", sheet)) for sheet in sheets if "Card" in sheet]
    assert cards == [4, 1, 4, 8, 1, 1, 1]
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", "99", tmp_path / "page.pdf"], capture_output=True, text=True, check=True).stdout
    # Two slides, and two sheets of prompts, which A4 holds at half their size.
    assert len(re.findall(r"size: +84[12]\.\d+ x 59[56]", info)) == 4


PROGRAMME = """
:::planner title="Rooms"
| Room | Monday | Tuesday |
| --- | --- | --- |
| Garden room | | Choir |
| Room 3 | | |
:::

:::charter lines="1"
- We ask.
:::
"""


def test_a_planner_and_a_charter_are_filled_in_and_kept(visit, tmp_path):
    look = visit(width=320)
    base = built_with(tmp_path, PRACTICE + ".md", PROGRAMME)
    page = look.open(base + PRACTICE + ".html")
    page.get_by_label("Room 3, Tuesday").fill("Crafts")
    page.get_by_label("Name and role").fill("Manager")
    page.reload()
    assert page.get_by_label("Room 3, Tuesday").input_value() == "Crafts"
    assert page.get_by_label("Name and role").input_value() == "Manager"
    assert sideways(page) == 0 and quiet(look, base)
    assert violations(page) == []


def compressed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def test_a_module_with_script_and_style_is_small(site):
    shared = sum(compressed(path) for path in (site / "assets").glob("packhorse*"))
    sizes = {path.name: shared + compressed(path) for path in site.glob("modules/*/*.html")}
    assert max(sizes.values()) < 50_000, sizes


KINDS = """
:::quiz kind="many" title="Many"
Which two?

- [x] Red

  Yes.
- [ ] Green

  No.
- [x] Blue

  Yes.
:::

:::quiz kind="order" title="Order"
In which order?

1. First

   It begins.
2. Second
3. Third
:::

:::quiz kind="match" title="Match"
What goes with what?

- Cup

  Saucer
- Knife

  Fork
- Salt

  Pepper
:::

:::quiz kind="short" title="Short"
Where is the market?

- [x] In the square

  There it is.
- [ ] At the station

  Not any more.
:::
"""
PRACTICE = "practice/who-we-are"


def test_every_kind_of_question_is_answered_by_keyboard_and_kept(visit, tmp_path):
    look = visit(width=320)
    base = built_with(tmp_path, PRACTICE + ".md", KINDS)
    page = look.open(base + PRACTICE + ".html")
    many, order, match, short = page.locator(".quiz").all()

    def check(quiz):
        press(page, quiz.get_by_role("button", name="Check"), "Enter")
        return quiz.locator(".result .verdict").first.inner_text()

    press(page, many.get_by_label("Red"))
    assert check(many) == "You have found 1 of 2 right answers."
    press(page, many.get_by_label("Blue"))
    assert check(many) == "Right."

    press(page, order.get_by_role("button", name="Check"), "Enter")
    assert "Answer first" in order.get_by_role("status").inner_text()
    for label, place in [("First", "1"), ("Second", "3"), ("Third", "2")]:
        order.get_by_label(label).focus()
        page.keyboard.type(place)
    assert check(order) == "1 of 3 are in their right place. Try again."
    order.get_by_label("Second").select_option("2")
    order.get_by_label("Third").select_option("3")
    assert check(order) == "Right."

    for item, partner in [("Cup", "Saucer"), ("Knife", "Fork"), ("Salt", "Pepper")]:
        select = match.get_by_label(item)
        select.select_option(next(text for text in select.locator("option").all_inner_texts() if text.endswith(partner)))
    assert check(match) == "Right."

    short.get_by_role("textbox").fill("at the STATION.")
    assert check(short) == "Not yet. Read why, and try again." and "Not any more." in short.inner_text()
    short.get_by_role("textbox").fill("nowhere")
    assert check(short) == "That is none of the answers given here. Try other words."
    short.get_by_role("textbox").fill("  in the  Square! ")
    assert check(short) == "Right." and "There it is." in short.inner_text()

    assert sideways(page) == 0 and quiet(look, base)
    assert violations(page) == []
    page.reload()
    assert violations(page) == []
    assert [quiz.locator(".progress").inner_text() for quiz in page.locator(".quiz").all()] == ["1 of 1 questions answered right."] * 4
    short = page.locator(".quiz").nth(3)
    press(page, short.get_by_role("button", name="Try again"), "Enter")
    assert short.get_by_role("textbox").input_value() == ""


def test_a_choice_counts_only_once_it_is_checked(visit, base):
    page = visit().open(base + QUIZ)
    press(page, page.locator(".question").first.locator("input").nth(1))
    answer(page, 1, 1)
    assert page.locator(".progress").inner_text() == "0 of 2 questions answered right."
