"""The bundled site, built once, and a real Chromium to look at it with.

The tests read only what was built; they share no code with Packhorse.
"""

import contextlib
import functools
import http.server
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

from program import PACKHORSE, ROOT

DATE = "2026-11-23"


def copy_of_the_site(folder):
    """What the bundled site is made from; two tests that run at once cannot build from one folder."""
    for part in ("content", "private"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    command = [PACKHORSE, "build"]
    subprocess.run([*command, "--site", copy_of_the_site(folder / "source"), "--output", folder / "public", "--date", DATE],
                   check=True)
    return folder / "public"


@pytest.fixture(scope="session")
def pages(site):
    """Every page's path below the site's folder."""
    found = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
    assert len(found) > 30, "the bundled site has lost most of its pages"
    return found


@pytest.fixture(scope="session")
def browser():
    executable = shutil.which("chromium")
    assert executable, "Chromium is missing: make test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def serving(folder):
    """The address of a server that has a folder of files."""
    handler = functools.partial(QuietHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def server(site):
    """The site's address on a server that serves it from a sub-folder."""
    parent = site.parent / "served"
    parent.mkdir()
    (parent / "practice").symlink_to(site)
    with serving(parent) as address:
        yield address + "practice/"


class Visit:
    """A page in the browser, with what it asked for and complained of."""

    def __init__(self, browser, width=1280, scheme="light", **settings):
        self.context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **settings)
        self.page = self.context.new_page()
        self.messages, self.requests = [], []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("requestfailed", self.note_failure)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def note_failure(self, request):
        # A picture for the tab is given up when the next page is opened: that is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.messages.append("failed: " + request.url)

    def open(self, url):
        self.messages.clear()
        self.requests.clear()
        self.page.goto(url, wait_until="load")
        return self.page

    def close(self):
        self.context.close()


@pytest.fixture
def visit(browser):
    """Opens pages at a width and in a colour scheme; closes them at the end."""
    opened = []

    def start(**settings):
        opened.append(Visit(browser, **settings))
        return opened[-1]

    yield start
    for visit in opened:
        visit.close()


def kinds(pages):
    """One page of each kind: of each folder the listing, and one page that is not."""
    chosen = {}
    for page in pages:
        folder, _, name = page.rpartition("/")
        kind = "module" if folder.startswith("modules/") else folder or name
        chosen.setdefault((kind, name == "index.html"), page)
    return sorted(chosen.values())
