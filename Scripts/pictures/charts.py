"""Contact sheets of every chart, to be looked at: `python3 Scripts/pictures/charts.py FOLDER`.

Charts of the bundled site and of the site that a test keeps of every kind of measure, each in light, dark, grey and forced
colours, on a narrow screen and as printed.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITES = {"bundled": ROOT, "kinds": ROOT / "Tests/PackhorseKitTests/Sites/kinds"}
GREY = "html { filter: grayscale(1); }"
# How each sheet is seen: the width in pixels, what the browser is told, and a style besides.
LOOKS = {
    "light": (1100, {"color_scheme": "light"}, ""),
    "dark": (1100, {"color_scheme": "dark"}, ""),
    "grey": (1100, {"color_scheme": "light"}, GREY),
    "forced": (1100, {"forced_colors": "active", "color_scheme": "dark"}, ""),
    "narrow": (320, {"color_scheme": "light"}, ""),
    "paper": (700, {"media": "print", "color_scheme": "light"}, ""),
}


def built(name, source, folder):
    """A site's folder, built from a copy."""
    for part in ("content", "private"):
        if (source / part).exists():
            shutil.copytree(source / part, folder / name / part)
    command = os.environ.get("PACKHORSE", ROOT / ".build/debug/packhorse")
    subprocess.run([command, "build", "--site", folder / name, "--output", folder / name / "public"], check=True)
    return folder / name / "public"


def pictures(page, sites, folder):
    """Every chart of the sites' outcomes as a picture."""
    for name, site in sites.items():
        page.goto((site / "outcomes.html").as_uri())
        for chart in page.locator("figure.chart").all():
            picture = folder / f"{name}-{chart.get_attribute('id')}.png"
            chart.screenshot(path=picture)
            yield picture


def main(target):
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = pathlib.Path(name)
        sites = {name: built(name, source, folder) for name, source in SITES.items()}
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for look, (width, media, style) in LOOKS.items():
            (folder / look).mkdir()
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.emulate_media(**media)
            if style:
                page.add_init_script(f"addEventListener('DOMContentLoaded', () => "
                                     f"document.head.append(Object.assign(document.createElement('style'), "
                                     f"{{textContent: '{style}'}})))")
            taken = list(pictures(page, sites, folder / look))
            cells = "".join(f"<figure><figcaption>{picture.stem}</figcaption><img src='{picture.as_uri()}'></figure>"
                            for picture in taken)
            sheet = folder / f"{look}.html"
            sheet.write_text(f"<!doctype html><style>body {{display: grid; grid-template-columns: repeat(3, 1fr); "
                             f"gap: 8px; font: 12px sans-serif}} figure {{margin: 0; border: 1px solid #888}} "
                             f"img {{max-width: 100%}}</style>{cells}")
            page.emulate_media(media="screen", forced_colors="none", color_scheme="light")
            page.set_viewport_size({"width": 1700, "height": 900})
            page.goto(sheet.as_uri())
            page.screenshot(path=target / f"{look}.png", full_page=True)
            page.close()
            print(f"{look}: {len(taken)} charts")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
