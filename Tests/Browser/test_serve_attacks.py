"""`packhorse serve` asked by somebody who wants more of it than the site, and shown file names that attack it."""

import itertools
import socket

import pytest

from conftest import copy_of_the_site
from hostile_attacks import RUN
from playwright.sync_api import expect

from preview import PATIENCE, Preview, answer, wait_for

ELSEWHERE = ["Origin: https://hostile.invalid", "Referer: https://hostile.invalid/", "Sec-Fetch-Site: cross-site"]
UPGRADES = [
    ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="],
    ["Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"],
    ["Accept: text/event-stream"], ["Connection: keep-alive", "Keep-Alive: timeout=9999"], ["Expect: 100-continue"],
    ["X-Forwarded-Host: hostile.invalid", "Forwarded: host=hostile.invalid"], ["X-HTTP-Method-Override: DELETE"], ["X-Original-URL: /private/consent.csv"],
]
# Ways to write a character of a path, of which a careless server undoes some.
DOTS = ["..", "%2e%2e", ".%2e", "%2E.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "%u002e%u002e", "\\..", "..;", "...", ". ."]
SLASHES = ["/", "%2f", "%5c", "\\", "//", "/./", "%252f", "%c0%af"]
SECRET = "q17q a name that nobody may read"


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = copy_of_the_site(tmp_path_factory.mktemp("served") / "site")
    for name in ("private/names.md", ".packhorse/withdrawn", ".packhorse/notes.bin", ".git/config"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(SECRET)
    preview = Preview(folder)
    yield preview
    assert preview.stop() == 0


def test_nothing_private_is_served_however_its_path_is_written(preview):
    places = ["private/names.md", "private/consent.csv", ".packhorse/withdrawn", ".packhorse/notes.bin", ".git/config", "PRIVATE/names.md"]
    ways = ["/" + place for place in places] + [f"//{place}" for place in places] + [f"/%2e/{place}" for place in places]
    ways += ["/" + "".join(f"%{byte:02x}" for byte in place.encode()) for place in places]
    ways += [f"/practice{slash}{dots}{slash}{place}" for dots, slash, place in itertools.product(DOTS, SLASHES, places[:3])]
    ways += [f"{way}{end}" for way in ways[:6] for end in ("/", "?", "%00.html", ".html", "/index.html", "%20", ".")]
    for way in ways:
        status, _, body = preview.get(way)
        assert status in (400, 404), way
        assert SECRET.encode() not in body and b"checked_by" not in body, way


@pytest.mark.parametrize("target", ["/", "/_packhorse/state?path=/", "/_packhorse/build?after=x", "/_packhorse/preview.js", "/data/outcomes.csv"])
def test_a_page_from_elsewhere_can_read_nothing(preview, target):
    for method in ("GET", "HEAD"):
        status, fields, _ = preview.get(target, method=method, fields=ELSEWHERE)
        names = {name.lower() for name in fields}
        assert status == 200
        assert not any(name.startswith("access-control-") for name in names)
        assert fields["Cross-Origin-Resource-Policy"] == "same-origin" and fields["X-Content-Type-Options"] == "nosniff"
        assert "set-cookie" not in names
    assert preview.get(target, method="OPTIONS", fields=ELSEWHERE + ["Access-Control-Request-Method: GET"])[0] == 405
    assert preview.get(target, host=f"rebound.hostile.invalid:{preview.port}", fields=ELSEWHERE)[0] == 403


@pytest.mark.parametrize("fields", UPGRADES, ids=lambda fields: fields[0])
@pytest.mark.parametrize("target", ["/", "/_packhorse/build?after=x"])
def test_a_connection_never_becomes_another(preview, fields, target):
    status, told, body = preview.get(target, fields=fields)
    # The end was read: whatever was asked for, the server has closed the connection.
    assert status in (200, 400, 417)
    assert "Upgrade" not in told and told["Content-Length"] == str(len(body))
    assert SECRET.encode() not in body


def test_of_many_requests_at_once_the_first_alone_is_answered(preview):
    host = f"Host: localhost:{preview.port}\r\n\r\n"
    requests = f"GET /assets/packhorse.css HTTP/1.1\r\n{host}" + f"GET /glossary.html HTTP/1.1\r\n{host}" * 100
    received = b""
    with preview.connect() as connection:
        connection.sendall(requests.encode())
        try:
            while piece := connection.recv(1 << 16):
                received += piece
        except ConnectionResetError:
            # A close over unread requests is a reset.
            pass
    assert received.startswith(b"HTTP/1.1 200 ") and b"Content-Type: text/css" in received
    assert received.count(b"HTTP/1.1") == 1


def test_a_client_that_stops_talking_still_gets_its_answer(preview):
    before = preview.descriptors()
    for request, status in (("GET / HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", 200), ("GET / HTTP/1.1\r\nHo", None), ("", None)):
        with preview.connect() as connection:
            connection.sendall(request.format(preview.port).encode())
            connection.shutdown(socket.SHUT_WR)
            if status:
                assert answer(connection)[0] == status
            else:
                assert connection.recv(1 << 16)[9:12] in (b"", b"400", b"408")
    wait_for(lambda: preview.descriptors() <= before, "the connections' ends")


def test_hundreds_of_clients_that_wait_for_a_build_keep_nobody_out(preview):
    before = preview.descriptors()
    number = preview.get("/_packhorse/build?after=x")[2].decode()
    waiting = []
    for _ in range(300):
        waiting.append(preview.connect())
        waiting[-1].sendall(f"GET /_packhorse/build?after={number} HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode())
    assert preview.get("/")[0] == 200
    assert preview.descriptors() <= before + 70
    for connection in waiting:
        connection.close()
    wait_for(lambda: preview.descriptors() <= before, "the connections' ends")


NAMES = [f"<img src=x onerror={RUN.replace('/', '')}>.md", "\"><script>alert(1)<.md", "<iframe srcdoc=x>.md", "&lt;img src=x onerror=alert(1)&gt;.md"]
TEXT = "\n".join(f"[x](<nowhere-{attack}.md>)\n" for attack in (
    "&lt;img src=x onerror=alert(1)&gt;", "</pre><svg onload=alert(1)>", "\"onclick=alert(1) x=\"", "{{title}}", "   |   <b onclick=alert(1)>"))


@pytest.mark.parametrize("when", ["at the start", "later"])
def test_errors_that_quote_an_attack_are_text(visit, tmp_path, when):
    folder = copy_of_the_site(tmp_path / "site")
    preview = Preview(folder) if when == "later" else None
    look = visit(width=320) if preview else None
    page = look.open(preview.url + "practice/index.html") if preview else None
    for name in NAMES:
        (folder / "content/practice" / name).write_text("---\ntitle: x\n---\n")
    (folder / "content/practice/notes.md").write_text(f"---\ntitle: x\n\"<img src=x onerror=alert(1)>\": y\n---\n{TEXT}")
    preview = preview or Preview(folder)
    try:
        look = look or visit(width=320)
        page = page or look.open(preview.url + "practice/index.html")
        dialogs = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        shown = page.locator(".problems .text")
        expect(shown).to_contain_text("onerror", timeout=PATIENCE * 1000)
        for name in NAMES[:3]:
            expect(shown).to_contain_text(name)
        elements = shown.evaluate("text => [...text.querySelectorAll('*')].map(e => e.localName + [...e.attributes].map(a => ' ' + a.name).join(''))")
        assert set(elements) <= {"p class", "pre tabindex"}
        assert page.evaluate("window.ranHostile") is None
        assert dialogs == [] and [url for url in look.requests if not url.startswith(preview.url)] == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    finally:
        preview.stop()
