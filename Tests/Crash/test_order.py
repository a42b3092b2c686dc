"""What has to be on disk before what: a power cut keeps only what was put there.

A kill leaves everything that was written; a power cut does not. Nothing here can cut the power, but the order of the
calls shows what one would leave.
"""

import re

import pytest

from commands import rehearse
from states import SCENARIOS
from test_kill import CASES, REFUSALS

PLACE = r"<([^>]*)>"
NAME = r'"([^"]*)"'
# What is cleared away beside the output is nobody's site.
ASIDE = re.compile("packhorse-(staging|replaced)")


class Disk:
    """Files and folders of which the disk may not hold the present state, as a log of calls goes on."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.unsure = set()

    def follow(self, line):
        call, _, rest = line.partition("(")
        if " = -1 " in line:
            return
        places = [path.removeprefix(self.folder).lstrip("/") for path in re.findall(PLACE, rest)]
        names = re.findall(NAME, rest)
        if call in ("fsync", "fdatasync"):
            self.unsure.discard(places[0])
        elif call == "syncfs":
            self.unsure.clear()
        elif call in ("openat", "write", "mkdirat"):
            self.unsure.add(places[0])
        elif call == "linkat":
            self.unsure.add(places[1])
        elif call in ("renameat", "renameat2"):
            self.check(places, names, line)
            self.unsure.add(places[-1])
        elif call == "unlinkat" and not ASIDE.search(places[0] + names[0]):
            self.unsure.add(places[0])
            self.unsure.discard(f"{places[0]}/{names[0]}")

    def check(self, places, names, line):
        """A note is replaced, or a site takes the place of another: all that came before it has to be certain."""
        is_note = places[-1] == ".packhorse"
        is_takeover = "public" in names
        if is_note or is_takeover:
            # What a rename changes itself need not have been there before.
            rest = self.unsure - set(places)
            assert not rest, f"not on disk before {line}: {sorted(rest)}"


def check_order(calm):
    disk = Disk(calm.folder)
    for point in calm.points:
        disk.follow(point.line)
    assert not disk.unsure, f"not on disk at the end: {sorted(disk.unsure)}"


@pytest.mark.parametrize("scenario, refusal", CASES, ids=str)
def test_a_build_is_on_disk_before_its_notes_say_so(scenario, refusal, stage_of):
    check_order(rehearse(stage_of(scenario), "build", inject=REFUSALS[refusal]))


@pytest.mark.parametrize("scenario", [SCENARIOS[0], SCENARIOS[1]], ids=str)
def test_a_withdrawal_is_on_disk_when_it_is_told(scenario, stage_of):
    check_order(rehearse(stage_of(scenario), "withdraw", "garden"))
