"""What stands where a file should, and files without end: each is refused at its place, in bounded memory."""

import json
import os
import resource
import socket
import subprocess
import threading

import pytest
from conftest import DATE
from program import PACKHORSE
from test_hostile import packhorse
from test_hostile_files import FILES, PAGE, found, site

TABLES = ["content/data/outcomes.csv", "content/data/groups.csv", "private/consent.csv"]
TEXTS = ["content/site.yml", "content/practice/page.md", "content/references.json", "words/en.yml", "templates/partials/own.mustache"]
GIGABYTE = 1 << 30


def bounded(folder, seconds=120):
    """Builds with at most half a gigabyte of memory; gives status and problems."""
    def limit():
        resource.setrlimit(resource.RLIMIT_DATA, (GIGABYTE // 2, GIGABYTE // 2))
    done = subprocess.run(
        [PACKHORSE, "build", "--site", folder, "--output", folder / "public", "--date", DATE, "--format", "json"],
        capture_output=True, timeout=seconds, preexec_fn=limit)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return done.returncode, json.loads(done.stdout)


def put_socket(place):
    with socket.socket(socket.AF_UNIX) as own:
        # The whole path may be longer than a socket's may.
        folder = os.open(place.parent, os.O_RDONLY)
        own.bind(f"/proc/self/fd/{folder}/{place.name}")
        os.close(folder)


@pytest.mark.parametrize("put", [os.mkfifo, put_socket], ids=["pipe", "socket"])
@pytest.mark.parametrize("path", [*FILES, "content/practice/new.md", "content/practice/new.png", "templates/assets/packhorse.css"])
def test_what_is_no_file_is_neither_opened_nor_waited_for(tmp_path, put, path):
    site(tmp_path, FILES)
    place = tmp_path / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    put(place)
    status, problems = packhorse("check", tmp_path, seconds=60)
    assert status == 1
    assert ("not-a-file", path, 1) in found(problems, tmp_path)


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "/proc/self/environ", "new.md"])
def test_a_link_to_what_never_ends_is_not_followed(tmp_path, target):
    site(tmp_path, FILES)
    (tmp_path / "content/practice/new.md").symlink_to(target)
    status, problems = packhorse("check", tmp_path, seconds=60)
    assert (status, found(problems, tmp_path)) == (1, [("symlink-leaves-site", "content/practice/new.md", 1)])


@pytest.mark.parametrize("path", TABLES + TEXTS + ["content/practice/x.svg", "content/practice/x.png", "content/practice/x.jpg"])
def test_a_gigabyte_of_nothing_is_refused_unread(tmp_path, path):
    page = PAGE + "".join(f"![x](x.{kind})\n" for kind in (path.split(".")[-1],) if kind in ("svg", "png", "jpg"))
    site(tmp_path, {**FILES, "content/practice/page.md": page})
    with open(tmp_path / path, "wb") as file:
        file.truncate(GIGABYTE)
    status, problems = bounded(tmp_path)
    assert status == 1
    assert {id for id, found_path, line in found(problems, tmp_path) if found_path == path and line} & {"nul-byte", "file-too-large", "unreadable-file"}


@pytest.mark.parametrize("path", TABLES + ["content/references.json"])
def test_a_file_of_nothing_but_problems_is_given_up(tmp_path, path):
    site(tmp_path, {**FILES, path: FILES[path] + "a\n" * 2_000_000 if path in TABLES else "[" + "1,\n" * 500_000 + "1]"})
    status, problems = bounded(tmp_path)
    assert status == 1
    assert "too-many-problems" in {id for id, found_path, line in found(problems, tmp_path) if found_path == path and line}


@pytest.mark.parametrize("path", TABLES)
def test_a_table_that_grows_while_it_is_read_is_refused(tmp_path, path):
    site(tmp_path, {**FILES, path: FILES[path] + "\n" * 3_000_000})
    ended = threading.Event()

    def grow():
        with open(tmp_path / path, "ab") as file:
            while not ended.is_set():
                file.write(b"\n")
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        status, problems = bounded(tmp_path)
    finally:
        ended.set()
        writer.join()
    assert status == 1
    assert ("unreadable-file", path, 1) in found(problems, tmp_path)
