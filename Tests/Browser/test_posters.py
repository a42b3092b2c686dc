"""Posters and codes to scan: one sheet of the size that was asked for, read by a decoder that is not ours."""

import csv
import io
import random
import re
import string
import subprocess

import numpy
import pytest
import zxingcpp
from conftest import copy_of_the_site, DATE
from program import PACKHORSE
from PIL import Image

URL = "https://packhorse.example/thornbeck/"
POSTERS = {"practice/poster-waiting-room.html": ("A3", (297, 420), "groups.html"),
           "practice/poster-staff-room.html": ("A4", (210, 297), "criteria/referral.html")}


def build(source, output):
    command = [PACKHORSE, "build"]
    return subprocess.run([*command, "--site", source, "--output", output, "--date", DATE], capture_output=True, text=True)


def codes(image):
    """What the codes of a picture say, from the upper left to the lower right."""
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in sorted(found, key=lambda code: (code.position.top_left.y, code.position.top_left.x))]


def printed(page, folder):
    """The sheets of a page: their sizes in millimetres, their text and a picture of each."""
    pdf = folder / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", "-l", "99", pdf], capture_output=True, text=True, check=True).stdout
    sizes = [(round(float(w) * 25.4 / 72), round(float(h) * 25.4 / 72)) for w, h in re.findall(r"size: +([\d.]+) x ([\d.]+)", info)]
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    subprocess.run(["pdftoppm", "-r", "100", "-png", pdf, folder / "sheet"], check=True)
    return sizes, text.split("\f")[:-1], [Image.open(path) for path in sorted(folder.glob("sheet*.png"))]


def modules_of(svg):
    """The drawing of a code as an array of grey, four dots to a module."""
    side = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
    grey = numpy.full((side, side), 255, numpy.uint8)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        grey[int(y), int(x):int(x) + int(width)] = 0
    return numpy.kron(grey, numpy.ones((4, 4), numpy.uint8))


@pytest.mark.parametrize("path", POSTERS)
@pytest.mark.parametrize("origin", ["http", "file"])
def test_a_poster_is_one_sheet_with_everything_on_it(visit, server, site, tmp_path, path, origin):
    _, size, target = POSTERS[path]
    page = visit().open((server if origin == "http" else site.as_uri() + "/") + path)
    shown = [line.strip() for line in page.locator(".poster").inner_text().splitlines() if line.strip()]
    sizes, texts, pictures = printed(page, tmp_path)
    assert sizes == [size] and len(texts) == 1
    words = re.sub(r"\s+", "", texts[0])
    for line in shown:
        assert re.sub(r"\s+", "", line) in words, line
    assert "Print this page" not in texts[0]
    assert codes(pictures[0]) == [URL + target]


@pytest.mark.parametrize("path", POSTERS)
def test_nothing_of_a_poster_is_cut_off(visit, server, path):
    _, (width, height), _ = POSTERS[path]
    page = visit(width=round(width * 96 / 25.4)).open(server + path)
    page.emulate_media(media="print")
    over = page.evaluate("(() => { const e = document.querySelector('.poster-sheet'); return [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]; })()")
    assert over[0] <= 0 and over[1] <= 0
    sizes = page.evaluate("[...document.querySelectorAll('.poster-message > *')].map(e => parseFloat(getComputedStyle(e).fontSize) * 25.4 / 96)")
    assert min(sizes) >= 9, "letters that nobody reads from two metres"


def test_a_full_poster_fits_its_sheet(visit, tmp_path):
    source = copy_of_the_site(tmp_path / "source")
    words = "people who wait here can talk to somebody who has time to listen and who knows what goes on near here "
    for path, size in [("poster-staff-room", "a4"), ("poster-waiting-room", "a3")]:
        page = source / f"content/practice/{path}.md"
        heading = "Somebody has time to listen to you"
        text = (words * 3)[:228 - len(heading)].strip()
        page.write_text(page.read_text().split(":::poster")[0] + f':::poster size="{size}" for="staff" code="../evidence/what-we-do-not-know.md"\n## {heading}\n\n{text}\n:::\n')
    built = build(source, tmp_path / "public")
    assert built.returncode == 0 and "poster-too-long" not in built.stderr
    for path, width in [("poster-staff-room", 794), ("poster-waiting-room", 1123)]:
        page = visit(width=width).open((tmp_path / f"public/practice/{path}.html").as_uri())
        page.emulate_media(media="print")
        assert page.evaluate("(() => { const e = document.querySelector('.poster-sheet'); return e.scrollHeight - e.clientHeight; })()") <= 0, path


@pytest.mark.parametrize("path", POSTERS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_code_reads_on_the_screen_in_every_theme(visit, server, path, scheme):
    page = visit(scheme=scheme).open(server + path)
    assert codes(Image.open(io.BytesIO(page.screenshot(full_page=True)))) == [URL + POSTERS[path][2]]
    assert page.get_by_role("img", name=re.compile("^Code to scan with a telephone. It opens:")).count() == 1


@pytest.mark.parametrize("path", [*POSTERS, "groups/beck-walkers.html"])
def test_zbar_reads_what_is_printed(visit, server, tmp_path, path):
    """A second decoder, and the one that many scanners are made of."""
    page = visit().open(server + path)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "150", "-png", tmp_path / "page.pdf", tmp_path / "sheet"], check=True)
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *sorted(tmp_path.glob("sheet*.png"))]
    read = set(subprocess.run(command, capture_output=True, text=True).stdout.split())
    assert read == {URL + POSTERS[path][2] if path in POSTERS else "https://beck-walkers.example/"}


def test_codes_of_every_size_level_and_mask_are_read(tmp_path):
    """Posters whose addresses grow letter by letter."""
    source = copy_of_the_site(tmp_path / "source")
    page = source / "content/practice/poster-staff-room.md"
    front = page.read_text().split(":::poster")[0]
    chance = random.Random(18004)
    targets = ["http://a.b/" + "".join(chance.choices(string.ascii_letters + string.digits, k=length)) for length in [*range(203)] * 3]
    for number, target in enumerate(targets):
        page.with_name(f"poster-{number}.md").write_text(front + f':::poster size="a4" for="staff" code="{target}"\n## A\n:::\n')
    assert build(source, tmp_path / "public").returncode == 0
    pages = [(tmp_path / f"public/practice/poster-{number}.html").read_text() for number in range(len(targets))]
    drawn = [svg for html in pages for svg in re.findall(r'<svg class="code".*?</svg>', html, re.S)]
    assert len(drawn) == len(targets)
    sides, masks = set(), set()
    for svg, target in zip(drawn, targets):
        grey = modules_of(svg)
        read = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
        assert [code.text for code in read] == [target]
        cells = grey[::4, ::4] == 0
        level = (int(cells[12, 4]) << 1 | int(cells[12, 5])) ^ 0b10
        mask = int(cells[12, 6]) << 2 | int(cells[12, 7]) << 1 | int(cells[12, 8])
        sides.add((cells.shape[0] - 8, level))
        masks.add((mask ^ 0b101, level))
    assert {side for side, _ in sides} == {17 + 4 * version for version in range(1, 11)}
    # From version 5 on, what fits at the higher level fits a smaller symbol at the lower one.
    assert len(sides) == 10 + 4 and len(masks) == 16


def test_without_an_address_words_say_where_to_look(tmp_path, visit):
    source = copy_of_the_site(tmp_path / "source")
    settings = source / "content/site.yml"
    settings.write_text(re.sub(r"(?m)^url: .*\n", "", settings.read_text()))
    built = build(source, tmp_path / "public")
    assert "code-without-address" in built.stdout + built.stderr
    page = visit().open((tmp_path / "public/practice/poster-staff-room.html").as_uri())
    assert page.locator("svg.code").count() == 0
    assert "Look on our website for: Whether a referral is right for this person" in page.locator(".poster").inner_text()


def test_every_group_has_a_page_and_two_cards_that_fit(visit, server, site):
    with open(site.parent / "source/content/data/groups.csv", newline="") as file:
        groups = {row["id"]: row for row in csv.DictReader(file)}
    assert {path.stem for path in (site / "groups").glob("*.html")} == set(groups)
    page = visit(width=794).open(server + "groups.html")
    assert page.locator(".group-name a").count() == len(groups)
    for name, row in groups.items():
        page.goto(f"{server}groups/{name}.html")
        page.emulate_media(media="print")
        boxes = page.evaluate("[...document.querySelectorAll('.card')].map(e => [e.scrollHeight - e.clientHeight, e.getBoundingClientRect().width, e.getBoundingClientRect().height])")
        assert len(boxes) == 2, name
        for over, width, height in boxes:
            assert over <= 0, name
            assert abs(width - 105 * 96 / 25.4) < 1 and abs(height - 148 * 96 / 25.4) < 1
        card = page.locator(".card-visit").inner_text()
        for column in ["name", "first_visit", "transport", "place", "cost", "contact"]:
            assert row[column] in card, (name, column)


@pytest.mark.parametrize(("name", "target"), [("beck-walkers", "https://beck-walkers.example/"), ("surgery-garden", URL + "groups/surgery-garden.html")])
def test_a_groups_cards_print_on_one_sheet_behind_its_page(visit, server, tmp_path, name, target):
    sizes, texts, pictures = printed(visit().open(f"{server}groups/{name}.html"), tmp_path)
    assert sizes[-1] == (210, 297)
    assert [number for number, text in enumerate(texts) if "Coordinator:" in text] == [len(texts) - 1]
    assert codes(pictures[-1]) == [target]
    words = re.sub(r"\s+", " ", texts[-1])
    assert "safeguarding policy" in words and "no emergency or crisis service" in words


def test_criteria_are_a_flow_on_one_sheet(visit, server, tmp_path):
    page = visit().open(server + "criteria/referral.html")
    questions = page.locator(".criteria .question-text").all_inner_texts()
    outcomes = page.locator(".criteria .outcome-title").all_inner_texts()
    sizes, texts, _ = printed(page, tmp_path)
    assert sizes == [(210, 297)]
    words = re.sub(r"\s+", " ", texts[0])
    for text in questions + outcomes + ["not an emergency or crisis service"]:
        assert text in words, text
    # The list with its reasons is not printed, and the page says so.
    hint = page.locator(".print-hint").inner_text()
    assert hint.startswith("Print this page for the sheet below") and hint not in words


@pytest.mark.parametrize("path", [*POSTERS, "groups/beck-walkers.html", "criteria/referral.html"])
def test_they_fit_a_narrow_screen(visit, server, path):
    page = visit(width=320).open(server + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
