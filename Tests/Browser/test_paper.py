"""What is made for paper: forms and cards that fit their sheet, with the safety net, and nothing to enter."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

FORMS, CARDS = "practice/referral-form.html", "practice/prompt-cards.html"
SAFETY = "not an emergency or crisis service"


def sheets(visit, url, path):
    """The text of each printed page, and the size of the pages."""
    visit().open(url).pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    size = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"\s+", " ", page) for page in text.split("\f")[:-1]], re.search(r"Page size:.*\((\w+)\)", size)[1]


@pytest.mark.parametrize("origin", ["http", "file"])
def test_each_form_is_one_sheet_of_a4(visit, server, site, tmp_path, origin):
    base = server if origin == "http" else site.as_uri() + "/"
    pages, size = sheets(visit, base + FORMS, tmp_path / "forms.pdf")
    assert size == "A4" and len(pages) == 2
    for page, title, last in zip(pages, ["Referral to our link worker", "Message back from our link worker"],
                                 ["To whom", "What you would like from us"]):
        assert title in page and last in page and SAFETY in page, page
        assert "not the national Social Prescribing Information Standard" in page


def test_cards_are_one_sheet_and_nothing_is_cut_off(visit, server, tmp_path):
    pages, _ = sheets(visit, server + CARDS, tmp_path / "cards.pdf")
    cards = [number for number, text in enumerate(pages, 1) if SAFETY in text]
    assert len(cards) == 1 and "Nobody stops a medicine without the prescriber" in pages[cards[0] - 1]
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", tmp_path / "cards.pdf"], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"Page +(\d+) size:.*\(A3\)", info) == [str(cards[0])]
    page = visit(width=1588).open(server + CARDS)
    page.emulate_media(media="print")
    boxes = page.evaluate("[...document.querySelectorAll('.card')].map(e => [e.scrollHeight - e.clientHeight, e.getBoundingClientRect()])")
    assert len(boxes) == 8
    for over, box in boxes:
        assert over <= 0
        assert abs(box["width"] - 105 * 96 / 25.4) < 1 and abs(box["height"] - 148 * 96 / 25.4) < 1


def test_nothing_can_be_entered_on_a_form(visit, server):
    page = visit().open(server + FORMS)
    assert page.locator("main :is(input, textarea, select, form)").count() == 0


def test_text_is_copied(visit, server):
    look = visit(permissions=["clipboard-read", "clipboard-write"])
    page = look.open(server + FORMS)
    page.get_by_role("button", name="Copy this text").click()
    expect(page.get_by_role("status").filter(has_text="The text was copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Social prescribing offered and accepted.")


def test_text_is_marked_where_the_browser_does_not_copy(visit, site):
    page = visit().open((site / FORMS).as_uri())
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy this text").click()
    assert page.evaluate("getSelection().toString()").startswith("Social prescribing offered and accepted.")


def test_the_safety_net_stands_with_the_link_workers_page(visit, server):
    page = visit().open(server + "link-worker.html")
    assert SAFETY in page.locator("main").inner_text()
    assert page.locator("h1").inner_text() == "Meet your link worker"
    for part in ["Esther Okoro", "In the building", "How to refer", "What to say when you hand over"]:
        assert part in page.locator("main").inner_text()
