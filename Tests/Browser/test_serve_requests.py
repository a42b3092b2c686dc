"""What `packhorse serve` answers to requests, of browsers and of everybody else."""

import re
import shutil
import signal
import socket
import subprocess
import urllib.request

import pytest

from conftest import copy_of_the_site

from preview import PATIENCE, Preview, answer, wait_for

PAGE = "content/practice/index.md"
LEAFLET = bytes(range(256)) * 40_000


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """One server for all tests that leave it as it is; its site links to a large file."""
    folder = copy_of_the_site(tmp_path_factory.mktemp("served") / "site")
    (folder / "content/practice/leaflet.pdf").write_bytes(LEAFLET)
    with open(folder / PAGE, "a") as file:
        file.write("\nRead [the leaflet](leaflet.pdf).\n")
    preview = Preview(folder)
    yield preview
    assert preview.stop() == 0


def tree(folder):
    return {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*")}


def as_built(page):
    """A served page without what makes it follow the site."""
    page = re.sub(r'<script src="/_packhorse/preview\.js" data-state="[0-9a-f]+-[0-9a-f]+" defer></script>\n', "", page, count=1)
    return page.replace("; connect-src 'self'\">", "\">", 1)


def test_every_file_is_served_as_it_is_built_and_nothing_is_written(preview, tmp_path):
    before = tree(preview.folder)
    # What is served here is not kept by the browser.
    same = copy_of_the_site(tmp_path / "site")
    shutil.copytree(preview.folder / "content", same / "content", dirs_exist_ok=True)
    settings = same / "content/site.yml"
    settings.write_text(settings.read_text() + "offline: false\n")
    command = [*preview.process.args[:1], "build", "--site", same, "--output", tmp_path / "public", "--date"]
    subprocess.run([*command, preview.process.args[7]], check=True, capture_output=True)
    files = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert len(files) > 40
    for path in files:
        name = str(path.relative_to(tmp_path / "public"))
        status, _, body = preview.get("/" + urllib.request.quote(name))
        assert status == 200, name
        built = path.read_bytes()
        if name.endswith(".html"):
            assert body.decode() != built.decode(), name
            assert as_built(body.decode()) == built.decode(), name
            assert b"connect-src" not in built and b"_packhorse" not in built
        else:
            assert body == built, name
    assert tree(preview.folder) == before, "serving writes nothing at all"
    assert not (preview.folder / "public").exists()


@pytest.mark.parametrize("name,kind", [
    ("/", "text/html; charset=utf-8"), ("/assets/packhorse.css", "text/css; charset=utf-8"),
    ("/assets/icon.svg", "image/svg+xml"), ("/feed.xml", "application/xml; charset=utf-8"),
    ("/data/outcomes.csv", "text/csv; charset=utf-8"), ("/practice/leaflet.pdf", "application/pdf"),
    ("/nowhere.html", "text/html; charset=utf-8"), ("/_packhorse/preview.js", "text/javascript; charset=utf-8"),
])
def test_every_answer_names_its_kind_and_is_kept_by_nobody(preview, name, kind):
    status, fields, body = preview.get(name)
    assert fields["Content-Type"] == kind
    assert fields["X-Content-Type-Options"] == "nosniff"
    assert fields["Cache-Control"] == "no-store"
    assert fields["Cross-Origin-Resource-Policy"] == "same-origin"
    assert fields["Content-Length"] == str(len(body))
    assert "Access-Control-Allow-Origin" not in fields
    asked = preview.get(name, method="HEAD")
    assert asked == (status, fields, b"")


def test_an_address_that_nothing_has_shows_the_sites_own_page(preview):
    for name in ("/nowhere", "/practice/nowhere.html", "/content/site.yml", "/private/consent.csv",
                 "/content/data/groups.csv", "/.packhorse/withdrawn", "/templates/assets/packhorse.css", "//"):
        status, fields, body = preview.get(name)
        assert status == 404, name
        assert b"This page is not here" in body


def test_a_folder_without_its_slash_leads_to_it(preview):
    status, fields, _ = preview.get("/practice")
    assert (status, fields["Location"]) == (302, "/practice/")
    assert preview.get("/practice/")[0] == 200


def test_a_part_of_a_file_can_be_asked_for(preview):
    size = len(LEAFLET)
    status, fields, body = preview.get("/practice/leaflet.pdf")
    assert (status, fields["Accept-Ranges"], body) == (200, "bytes", LEAFLET)
    status, fields, body = preview.get("/practice/leaflet.pdf", fields=["Range: bytes=1000-300000"])
    assert (status, fields["Content-Range"]) == (206, f"bytes 1000-300000/{size}")
    assert body == LEAFLET[1000:300001]
    assert preview.get("/practice/leaflet.pdf", fields=["Range: bytes=-5"])[2] == LEAFLET[-5:]
    assert preview.get("/practice/leaflet.pdf", fields=[f"Range: bytes={size}-"])[0] == 416
    assert preview.get("/practice/leaflet.pdf", fields=["Range: bytes=0-1", "If-Range: x"])[2] == LEAFLET


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:{port}", "localhost", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}",
    "127.0.0.2:{port}", "0.0.0.0:{port}", "",
])
def test_other_host_names_are_refused(preview, host):
    status, _, body = preview.get("/", host=host.format(port=preview.port) or " ")
    assert status == 403
    assert body == b"403 Forbidden\n"


def test_the_names_of_this_machine_are_answered(preview):
    for host in ("localhost", "LOCALHOST", "127.0.0.1", "[::1]"):
        assert preview.get("/", host=f"{host}:{preview.port}")[0] == 200
    if socket.has_ipv6:
        with socket.create_connection(("::1", preview.port), timeout=PATIENCE) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\nHost: [::1]:{preview.port}\r\n\r\n".encode())
            assert answer(connection)[0] == 200


def test_no_other_address_of_this_machine_is_listened_on(preview):
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", preview.port), timeout=PATIENCE)


@pytest.mark.parametrize("target,status", [
    ("/../private/consent.csv", 400), ("/%2e%2e/private/consent.csv", 400), ("/..%2fprivate/consent.csv", 400),
    ("/%2e%2e%2fprivate%2fconsent.csv", 400), ("/..%5cprivate%5cconsent.csv", 400), ("/..\\private\\consent.csv", 400),
    ("/%252e%252e/private/consent.csv", 404), ("/%c0%ae%c0%ae/private/consent.csv", 400),
    ("/practice/../../private/consent.csv", 400), ("/practice/..;/x", 404), ("/./index.html", 400),
    ("//etc/passwd", 404), ("/index.html%00.png", 400), ("/%00", 400), ("/a%0d%0aSet-Cookie:x=y", 400),
    ("/practice%0d%0aX:y", 400), ("/%", 400), ("/%zz", 400), ("file:///etc/passwd", 400), ("*", 400),
    ("http://127.0.0.1/", 400), ("/" + "a" * 8000, 404), ("/" + "a/" * 2000, 404), ("/" + "a" * 9000, 414),
    ("/_packhorse/", 404), ("/_packhorse/state", 400), ("/_packhorse/state?path=/../x", 400),
])
def test_no_way_leads_out_of_the_site(preview, target, status):
    found, fields, body = preview.get(target)
    assert found == status
    assert "Set-Cookie" not in fields
    assert b"root:" not in body and b"consent" not in body.lower()


@pytest.mark.parametrize("request_bytes,status", [
    (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello", 405),
    (b"PUT /index.html HTTP/1.1\r\nHost: {host}\r\n\r\n", 405), (b"OPTIONS / HTTP/1.1\r\nHost: {host}\r\n\r\n", 405),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello", 400),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\n\r\n", 400), (b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {host}\r\nX: a\n\r\n\r\n", 400), (b"GET /\x00 HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
    (b"GET / HTTP/3.0\r\nHost: {host}\r\n\r\n", 505), (b"\r\n\r\n", 400),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    (b"GET / HTTP/1.0\r\nHost: {host}\r\n\r\n", 200), (b"GET / HTTP/1.1\r\nHost: {host}\r\n\r\nand more", 200),
])
def test_only_plain_requests_are_answered(preview, request_bytes, status):
    found, fields, _ = preview.send(request_bytes.replace(b"{host}", f"127.0.0.1:{preview.port}".encode()))
    assert found == status
    assert fields.get("Allow") == ("GET, HEAD" if status == 405 else None)


@pytest.mark.parametrize("start,status", [
    (b"GET /", 414), (b"", 414), (b"GET / HTTP/1.1\r\nX: ", 431),
    (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 6000, 431),
])
def test_requests_without_end_are_refused(preview, start, status):
    before = preview.descriptors()
    with preview.connect() as connection:
        connection.sendall(start)
        try:
            for _ in range(4000):
                connection.sendall(b"a" * 4096)
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.recv(16).startswith(f"HTTP/1.1 {status}".encode())
    wait_for(lambda: preview.descriptors() <= before, "the connection's end")


def test_a_slow_client_is_given_up_and_holds_nobody_up(preview):
    with preview.connect() as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        assert preview.get("/")[0] == 200
        # It goes on for as long as it likes, a header field at a time.
        slow.settimeout(0.5)
        received = b""
        for _ in range(PATIENCE * 2):
            try:
                slow.sendall(b"X: y\r\n")
                received = slow.recv(1 << 12)
                break
            except TimeoutError:
                assert preview.get("/")[0] == 200
        assert received.startswith(b"HTTP/1.1 408 ")


def test_clients_that_take_no_answer_hold_nobody_up(preview):
    before = preview.descriptors()
    stalled = [preview.connect() for _ in range(20)]
    for connection in stalled:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(f"GET /practice/leaflet.pdf HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode())
    for _ in range(20):
        assert preview.get("/practice/leaflet.pdf")[2] == LEAFLET
    for connection in stalled:
        connection.close()
    wait_for(lambda: preview.descriptors() <= before, "the connections' ends")


def test_connections_that_nobody_uses_keep_nobody_out(preview):
    before = preview.descriptors()
    idle = []
    for _ in range(500):
        idle.append(preview.connect())
    assert preview.get("/")[0] == 200
    assert preview.descriptors() <= before + 70
    for connection in idle:
        connection.close()
    wait_for(lambda: preview.descriptors() <= before, "the connections' ends")
    assert preview.get("/")[0] == 200


def test_clients_that_leave_early_leave_nothing_behind(preview):
    before = preview.descriptors()
    host = f"Host: localhost:{preview.port}\r\n\r\n"
    for target in ("/practice/leaflet.pdf", "/", "/_packhorse/build?after=1", "/_packhorse/build?after=1"):
        for _ in range(100):
            with preview.connect() as connection:
                connection.sendall(f"GET {target} HTTP/1.1\r\n{host}".encode())
                # A close over unread bytes is a reset.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    wait_for(lambda: preview.descriptors() <= before, "the connections' ends")
    assert preview.get("/")[0] == 200


def test_a_file_that_becomes_a_way_out_of_the_site_is_not_served(tmp_path):
    folder = copy_of_the_site(tmp_path / "site")
    (tmp_path / "secret.pdf").write_text("secret")
    leaflet = folder / "content/practice/leaflet.pdf"
    leaflet.write_text("leaflet")
    with open(folder / PAGE, "a") as file:
        file.write("\nRead [the leaflet](leaflet.pdf).\n")
    preview = Preview(folder)
    try:
        assert preview.get("/practice/leaflet.pdf")[2] == b"leaflet"
        for target in (tmp_path / "secret.pdf", "../../private/consent.csv"):
            leaflet.unlink()
            leaflet.symlink_to(target)
            status, _, body = preview.get("/practice/leaflet.pdf")
            assert status == 404
            assert b"secret" not in body
        preview.wait_until_said(r"\[symlink-(leaves-site|to-private)\]")
        assert preview.get("/practice/leaflet.pdf")[0] == 404
    finally:
        preview.stop()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_port_is_free_as_soon_as_the_server_is_stopped(tmp_path, how):
    folder = copy_of_the_site(tmp_path / "site")
    port = 0
    for _ in range(3):
        preview = Preview(folder, port=port)
        port = preview.port
        # Connections that the server ends leave the port in TIME_WAIT; others are still open.
        open_ones = [preview.connect() for _ in range(5)]
        assert preview.get("/")[0] == 200
        assert preview.stop(how) == 0
        for connection in open_ones:
            connection.close()


