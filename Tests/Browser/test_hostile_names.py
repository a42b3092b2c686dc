"""Names of practices and areas are texts of others: whatever they hold, pages with figures stay whole and run nothing."""

import csv
import subprocess

import pytest
from conftest import copy_of_the_site, DATE
from program import PACKHORSE

NAMES = [
    "<script>window.hit = 1</script>", "<img src=x onerror=\"window.hit = 1\">", "</title></svg><script>window.hit = 1</script>",
    "x" * 10_000, "👩‍👩‍👧‍👦 Surgery 🏥", "a \"b\", 'c'; d", "{title} {{x}} ::: :stat[attended]", "e" + "\u0301" * 500,
    "two\nlines", "=1+1", "@SUM(A1)", "مركز صحي", "&lt;b&gt; &amp; ]]> -->",
]


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """The bundled site with such names for all practices but its own, and for every network and board."""
    folder = tmp_path_factory.mktemp("names")
    source = copy_of_the_site(folder / "source")
    path = source / "content/data/practices.csv"
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    practices, areas = {}, {}
    for row in rows:
        if row["practice_code"] != "DEMO01":
            # One that moved has a row for each network.
            row["practice_name"] = practices.setdefault(row["practice_code"], NAMES[len(practices) % len(NAMES)])
        for level in ("pcn", "icb"):
            if row[f"{level}_code"]:
                row[f"{level}_name"] = areas.setdefault(row[f"{level}_code"], NAMES[(len(areas) * 3) % len(NAMES)])
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    command = [PACKHORSE, "build"]
    subprocess.run([*command, "--site", source, "--output", folder / "public", "--date", DATE], check=True)
    return folder / "public"


@pytest.mark.parametrize("width", [320, 1100])
def test_pages_with_figures_hold_any_name(visit, named, width):
    looked = visit(width=width)
    for path in [named / "outcomes.html", *sorted(named.glob("summaries/**/*.html"))]:
        page = looked.open(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
        assert page.evaluate("window.hit") is None, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert not looked.messages, (path, looked.messages)
        assert all(url.startswith(named.as_uri()) for url in looked.requests), path


def test_the_file_of_figures_keeps_names_and_takes_the_sting_from_formulas(named):
    with open(named / "data/outcomes.csv", newline="") as file:
        names = {row["area_name"] for row in csv.DictReader(file)}
    assert not any(name[:1] in "=+-@" for name in names if name)
    assert {"'=1+1", "'@SUM(A1)"} & names and "x" * 10_000 in names
