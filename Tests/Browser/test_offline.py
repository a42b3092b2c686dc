"""Reading without a connection: what a browser keeps of a site on a server, and what it throws away."""

import functools
import http.server
import json
import shutil
import socket
import subprocess
import threading
import zipfile

import pytest
from playwright.sync_api import expect

from conftest import copy_of_the_site, DATE, QuietHandler
from program import PACKHORSE

MODULE = "modules/interpersonal-skills/finding-root-causes.html"
STORY = "stories/a-sitter-on-thursdays.html"


class Server:
    """A folder on one port, that can go away and come back."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.asked = []
        self.start()

    def start(self):
        asked = self.asked

        class Handler(QuietHandler):
            protocol_version = "HTTP/1.0"

            def do_GET(self):
                asked.append(self.path)
                super().do_GET()

        handler = functools.partial(Handler, directory=self.folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def served(site, tmp_path):
    folder = tmp_path / "served"
    shutil.copytree(site, folder)
    server = Server(folder)
    yield server
    server.stop()


def visited(visit, server):
    """A page of a browser that has kept the whole site."""
    look = visit()
    page = look.open(server.address)
    expect(page.locator("#_offline")).to_contain_text("is now kept", timeout=20_000)
    return look, page


def change(server, path, before, after):
    file = server.folder / path
    file.write_text(file.read_text().replace(before, after))
    edit_list(server, lambda site: None)


def edit_list(server, edit):
    file = server.folder / "offline.json"
    site = json.loads(file.read_text())
    site["version"] += "x"
    edit(site)
    file.write_text(json.dumps(site))


def test_the_whole_site_is_there_after_the_first_visit(visit, served, pages):
    look, page = visited(visit, served)
    served.stop()
    for name in [*pages, "", "assets/icon.svg", "feed.xml"]:
        if name != "404.html":
            assert page.goto(served.address + name).ok, name
    page.goto(served.address + MODULE)
    expect(page.locator("#_offline")).to_contain_text("There is no connection. This is the copy of 23 November 2026")
    page.goto(served.address + "search.html#q=loneliness")
    expect(page.get_by_role("status").filter(has_text="results for")).to_be_visible()
    served.start()


def test_a_reader_with_a_connection_reads_what_the_server_has(visit, served):
    _, page = visited(visit, served)
    change(served, MODULE, "Finding root causes", "Finding other causes")
    page.goto(served.address + MODULE)
    assert page.locator("h1").inner_text() == "Finding other causes"
    page.goto(served.address + "glossary.html")
    served.stop()
    page.goto(served.address + MODULE)
    assert page.locator("h1").inner_text() == "Finding other causes"
    served.start()


def test_a_reader_is_told_that_the_site_has_changed(visit, served):
    _, page = visited(visit, served)
    change(served, MODULE, "Finding root causes", "Finding other causes")
    page.goto(served.address + "glossary.html")
    expect(page.locator("#_offline")).to_contain_text("has changed since it was last kept")


def test_what_the_list_no_longer_names_is_thrown_away(visit, served):
    _, page = visited(visit, served)
    edit_list(served, lambda site: site["files"].remove(STORY))
    (served.folder / STORY).unlink()
    page.goto(served.address + "glossary.html")
    expect(page.locator("#_offline")).to_be_attached()
    page.wait_for_timeout(1500)
    served.stop()
    with pytest.raises(Exception, match="ERR_"):
        page.goto(served.address + STORY)
    # The browser's own page of errors comes after the error.
    page.wait_for_url("chrome-error://chromewebdata/")
    assert page.goto(served.address + MODULE).ok
    served.start()


def test_nothing_is_kept_of_a_site_that_is_gone(visit, served):
    _, page = visited(visit, served)
    (served.folder / "offline.json").unlink()
    page.goto(served.address + "glossary.html")
    page.wait_for_timeout(1500)
    assert page.evaluate("caches.keys()") == []


def test_nobody_but_the_sites_server_is_asked(visit, served):
    look, _ = visited(visit, served)
    assert [url for url in look.requests if not url.startswith(served.address)] == []
    assert "/offline.json" in served.asked and f"/{MODULE}" in served.asked


def test_from_a_folder_nothing_is_kept(visit, site):
    look = visit()
    page = look.open((site / "index.html").as_uri())
    page.wait_for_timeout(500)
    assert page.locator("#_offline").inner_text() == ""
    assert look.messages == []


def build(folder, output, *arguments):
    subprocess.run([PACKHORSE, "build", "--site", folder, "--output", output, "--date", DATE, *arguments], check=True)


@pytest.mark.parametrize("setting", ["offline: false", "audience: practice"])
def test_a_site_can_be_one_that_nobody_keeps(tmp_path, setting):
    folder = copy_of_the_site(tmp_path / "site")
    settings = folder / "content/site.yml"
    settings.write_text(settings.read_text().replace("audience: public", setting))
    build(folder, tmp_path / "public")
    assert not list((tmp_path / "public").glob("offline.*"))
    assert "<script" not in (tmp_path / "public/glossary.html").read_text()


def export(folder, file):
    return subprocess.run([PACKHORSE, "export", "zip", "--site", folder, "--to", file, "--date", DATE],
                          capture_output=True, text=True)


def test_a_zip_file_holds_the_whole_site_and_is_the_same_each_time(visit, tmp_path, pages):
    folder = copy_of_the_site(tmp_path / "site")
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    for file in (first, second, second):
        run = export(folder, file)
        assert run.returncode == 0 and "Wrote" in run.stderr, run.stderr
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        archive.extractall(tmp_path / "copy")
    assert {name.split("/")[0] for name in names} == {"demo01"}
    assert {f"demo01/site/{page}" for page in pages} <= set(names)
    assert not [name for name in names if "offline" in name or "private" in name]
    assert subprocess.run(["unzip", "-tq", first]).returncode == 0
    look = visit()
    page = look.open((tmp_path / "copy/demo01/start.html").as_uri())
    page.get_by_role("link", name="Open the site").click()
    assert page.locator("h1").inner_text() == "Social prescribing in our practice"
    assert look.messages == []


def test_a_zip_file_takes_nothing_elses_place(tmp_path):
    folder = copy_of_the_site(tmp_path / "site")
    mine = tmp_path / "mine.zip"
    mine.write_text("not an archive")
    for file, id in [(mine, "bad-archive"), (folder / "content/x.zip", "bad-archive"), (tmp_path / "x.txt", "bad-archive")]:
        run = export(folder, file)
        assert run.returncode == 1 and f"[{id}]" in run.stderr, run.stderr
    assert mine.read_text() == "not an archive"
    assert not (folder / "content/x.zip").exists()


def test_a_site_with_exact_counts_is_not_put_into_a_zip_file(tmp_path):
    folder = copy_of_the_site(tmp_path / "site")
    settings = folder / "content/site.yml"
    text = settings.read_text().replace("audience: public", "audience: practice")
    settings.write_text(text.replace("disclosure: nhs-digital", "disclosure: none"))
    # Exact counts are for one practice's own eyes.
    for name in ("data/practices.csv", "summaries/networks-this-year.md", "summaries/board-this-year.md"):
        (folder / "content" / name).unlink()
    outcomes = folder / "content/data/outcomes.csv"
    head, *rows = outcomes.read_text().splitlines(keepends=True)
    outcomes.write_text(head + "".join(row for row in rows if row.startswith("DEMO01,")))
    run = export(folder, tmp_path / "x.zip")
    assert run.returncode == 1 and "[exact-figures]" in run.stderr
    assert not (tmp_path / "x.zip").exists()
