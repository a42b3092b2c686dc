"""The site that `packhorse new` makes, as it is before anybody has filled anything in."""

import subprocess

import pytest

from conftest import DATE
from program import PACKHORSE
from test_files import html_faults
from test_pages import sideways, violations


@pytest.fixture(scope="session")
def starter(tmp_path_factory):
    """The built pages of a new site."""
    folder = tmp_path_factory.mktemp("starter") / "our-site"
    subprocess.run([PACKHORSE, "new", folder, "--practice-name", "The Example Surgery"], check=True)
    subprocess.run([PACKHORSE, "build", "--site", folder, "--date", DATE], check=True)
    return folder / "public"


def test_the_html_checker_finds_no_error_in_a_new_site(starter):
    assert html_faults(starter) == ""


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_a_new_sites_own_are_accessible_and_fit(visit, starter, width):
    """Those that differ from the sample site's, which other tests look at: nothing is counted or listed yet."""
    look = visit(width=width)
    faults = {}
    for name in ["index.html", "groups.html", "outcomes.html", "practice/who-we-are.html",
                 "summaries/social-prescribing-this-year.html"]:
        page = look.open((starter / name).as_uri())
        found = violations(page)
        if sideways(page) > 0:
            found.append("wider than the screen")
        if found:
            faults[name] = found
    assert faults == {}
