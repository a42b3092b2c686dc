"""What `packhorse build` shows on a terminal, and that it shows none of it where nobody watches."""

import os
import pty
import subprocess

import pytest

from conftest import copy_of_the_site, DATE
from program import PACKHORSE


def said(tmp_path, environment):
    """Standard error of a build, as a terminal gets it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PACKHORSE, "build", "--site", copy_of_the_site(tmp_path / "site"), "--output", tmp_path / "public", "--date", DATE],
        stderr=theirs, env=environment)
    os.close(theirs)
    bytes_said = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            # So Linux tells that the other end is closed.
            break
        if not piece:
            break
        bytes_said += piece
    os.close(ours)
    assert process.wait() == 0
    return bytes_said.decode()


@pytest.mark.parametrize("environment", [{"TERM": "xterm"}, {"TERM": "xterm", "NO_COLOR": "1"}, {}])
def test_a_terminal_shows_progress_and_then_a_table(tmp_path, environment):
    text = said(tmp_path, environment)
    assert "\r\x1b[KReading…" in text and "\r\x1b[KWriting…" in text
    rows = [line for line in text.split("\r\n") if line.endswith(" s") or line.endswith(" a second")]
    assert len(rows) > 8
    assert text.split("\r\n")[-2].replace("\r\x1b[K", "").startswith("Built ")


def test_a_terminal_that_knows_no_escapes_gets_none(tmp_path):
    text = said(tmp_path, {"TERM": "dumb"})
    assert "\x1b" not in text and "…" not in text
    assert "Built " in text
