"""Pages on paper: folded parts open, navigation gone, nothing clipped."""

import re
import subprocess

from conftest import kinds


def printed(visit, url, path):
    page = visit.open(url)
    page.pdf(path=path, format="A4", print_background=True)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_paper_shows_what_is_folded_on_screen(visit, server, site, pages, tmp_path):
    look = visit()
    for name in kinds(pages):
        page = look.open(server + name)
        folded = page.evaluate(
            "[...document.querySelectorAll('main details')].map(e => e.textContent.trim().split(/\\s+/).slice(-3).join(' '))")
        if not folded:
            continue
        text = re.sub(r"\s+", " ", printed(look, server + name, tmp_path / "page.pdf"))
        for words in folded:
            assert words.split(" ")[-1] in text, f"{name}: '{words}' is not printed"


def test_paper_has_no_navigation(visit, server, pages):
    look = visit()
    for name in kinds(pages):
        page = look.open(server + name)
        page.emulate_media(media="print")
        shown = page.evaluate(
            "[...document.querySelectorAll('body > header nav, .skip-link')].filter(e => e.getClientRects().length).length")
        page.emulate_media(media="screen")
        assert shown == 0, name


def test_a_summary_is_a_paper_for_a_board(visit, server, pages, tmp_path):
    """Four to eight pages, and no heading alone at the foot of one."""
    look = visit()
    summaries = [name for name in pages if name.startswith("summaries/") and not name.endswith("index.html")]
    printed_pages = {}
    for name in summaries:
        page = look.open(server + name)
        if page.locator(".page-list").count():
            continue
        headings = page.locator("main h2").all_inner_texts()
        text = printed(look, server + name, tmp_path / "paper.pdf")
        sheets = [sheet.strip().split("\n") for sheet in text.split("\f") if sheet.strip()]
        printed_pages[name] = len(sheets)
        for sheet in sheets[:-1]:
            assert sheet[-1].strip() not in headings, (name, sheet[-1])
    assert len(printed_pages) >= 5
    assert all(4 <= count <= 8 for count in printed_pages.values()), printed_pages
