"""Makes the pictures of docs/pictures/: of terminals from real sessions, of the preview from a real browser."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs/pictures"
COMMANDS = ROOT / ".build/release"
os.environ["PACKHORSE"] = str(COMMANDS / "packhorse")
sys.path += [str(ROOT / "Tests"), str(ROOT / "Tests/Browser")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402
from conftest import Visit  # noqa: E402
from preview import Preview, copy_of_the_site  # noqa: E402
from terminal import draw, record, save_cast, screen, text_of  # noqa: E402

COLUMNS, ROWS = 72, 40
LOOKS = {"desktop": 1100, "phone": 390}
NEW = 'packhorse new our-site --practice-name "The Example Surgery" \\\n    --practice-code A00000'


def terminal(name, command, folder, title, midway=None):
    """Keeps a session as a cast and a picture; of what is said again and again, `midway`, the middle one is shown too."""
    events = record(command, folder, f"{COMMANDS}:/usr/bin:/bin", COLUMNS, ROWS)
    save_cast(events, COLUMNS, ROWS, PICTURES / f"{name}.cast")
    said = text_of(events).removesuffix("$ ").rstrip()
    ends = [found.end() for found in re.finditer(midway, said)] if midway else []
    ends = ends[len(ends) // 2:][:1] + [len(said)]
    shown = [screen(said[:end], COLUMNS) for end in ends]
    (PICTURES / f"{name}.svg").write_text(draw(shown, COLUMNS, title))


def terminals(folder):
    terminal("new", NEW, folder, "packhorse new says what it made and what comes next")
    large = folder / "large"
    subprocess.run([sys.executable, ROOT / "Benchmarks/corpus.py", "10000", "packhorse", large],
                   check=True, stdout=subprocess.DEVNULL)
    terminal("build", "packhorse build", large, "packhorse build: its progress, and then how long each stage took",
             midway="s left…")


def break_a_page(preview):
    page = preview.folder / "content/practice/index.md"
    page.write_text(page.read_text() + "\nNext, read [who is who](who-we-aer.md).\n")


def preview_with_an_error(folder):
    # The site is the folder that the command runs in, so that problems name their files as they do for everybody.
    os.chdir(copy_of_the_site(folder / "site"))
    preview = Preview(pathlib.Path("."))
    try:
        break_a_page(preview)
        preview.wait_until_said("The last good pages stay")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for look, width in LOOKS.items():
                for scheme in ("light", "dark"):
                    shot(browser, preview, width, scheme, PICTURES / f"serve-{look}-{scheme}.png")
            browser.close()
    finally:
        preview.stop()


def shot(browser, preview, width, scheme, file):
    visit = Visit(browser, width=width, scheme=scheme)
    page = visit.open(preview.url + "practice/index.html")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    page.set_viewport_size({"width": width, "height": 700})
    page.screenshot(path=file)
    visit.close()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        terminals(pathlib.Path(folder))
        preview_with_an_error(pathlib.Path(folder))
