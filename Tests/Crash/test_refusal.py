"""The system refuses a command one of its calls: the disk is full, or it is broken."""

import dataclasses
import errno
import os
import re
import subprocess

import pytest

import sites
from commands import FULL, by_one_thread, command, disturbable, each, packhorse, rehearse, Run
from states import SCENARIOS, check_beside, check_same, is_exchanged, public, succeed
from test_kill import CASES as KILLED
from test_kill import REFUSALS

ALLOCATING = ["openat", "write", "mkdirat", "linkat", "renameat", "renameat2", "fsync", "fdatasync", "syncfs"]
# What a full disk cannot do (it refuses the call from then on, unless it also serves to read), and what a broken one
# cannot do once.
REFUSED = {"ENOSPC": ALLOCATING, "EIO": [*ALLOCATING, "unlinkat", "fchmod", "ftruncate", "flock"]}
CASES = [case for case in KILLED if case[1] != "no exchange, no links"]


@dataclasses.dataclass(frozen=True)
class Refusal:
    point: object
    error: str

    @property
    def fault(self):
        lasting = "+" if self.error == "ENOSPC" and self.point.call != "openat" else ""
        return f"{self.point.call}:error={self.error}:when={self.point.number}{lasting}"

    @property
    def reason(self):
        return os.strerror(getattr(errno, self.error))

    def __str__(self):
        return f"{self.error} at {self.point}"


def refusals(points):
    """Every refusal; without FULL=1 the two errors take turns where a call can meet both."""
    for number, point in enumerate(points):
        errors = [error for error, calls in REFUSED.items() if point.call in calls]
        if len(errors) > 1 and not FULL:
            errors = [errors[number % 2]]
        yield from (Refusal(point, error) for error in errors)


def check_injected(run, refused):
    assert re.search(f"= -1 {refused.error} .*INJECTED", run.log), "was not refused"


@pytest.mark.parametrize("scenario, refusal", CASES, ids=str)
def test_a_refused_build_says_so_and_harms_nothing(scenario, refusal, stage_of):
    stage = stage_of(scenario)
    inject = REFUSALS[refusal]
    calm = rehearse(stage, "build", inject=inject)

    def check(refused):
        folder, run = by_one_thread(stage, "build", inject=[*inject, refused.fault], paths=calm.paths)
        check_injected(run, refused)
        check_refused(folder, run, refused.reason, stage, is_exchanged(calm.run, stage))
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.new, "after the next build")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each(refusals(disturbable(calm.points, inject)), check)


def test_a_file_that_the_system_cuts_short_is_not_taken_for_whole(stage_of):
    """A limit on the size of files lets a part of a write through, as a disk does that fills up in its midst."""
    stage = stage_of(SCENARIOS[2])

    def check(size):
        folder = stage.folder()
        limited = ["sh", "-c", "trap '' XFSZ; exec prlimit --fsize=$0 \"$@\"", str(size), *command("build")]
        done = subprocess.run(limited, cwd=folder, capture_output=True, text=True)
        run = Run(done.returncode, done.stderr, "")
        check_reason(run, os.strerror(errno.EFBIG))
        check_same(public(folder), stage.old, "after a build that could not write")
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.new, "after the next build")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each([0, 1, 100, 1000, 2500], check)


def check_refused(folder, run, reason, stage, is_exchanged):
    """The output is what the last line says of it."""
    files = public(folder)
    if run.status == 0:
        check_same(files, stage.new, "after a build that ends well")
        return check_beside(folder, stage.beside)
    check_reason(run, reason)
    if "Nothing was written; public/ is as it was." in run.last_line:
        return check_same(files, stage.old, "after a build that says it wrote nothing")
    assert "the next command finishes it" in run.last_line, f"does not say what was done: {run.last_line!r}"
    assert stage.is_whole(files) or not is_exchanged, "a mixture after the refusal"
    succeed(packhorse(folder, "check"))
    assert stage.is_whole(public(folder)), "a mixture after the check"


def check_reason(run, reason):
    """The command ends with 1 and one plain line that says why."""
    assert run.status == 1, f"status {run.status}: {run.error!r}"
    errors = [line for line in run.error.splitlines() if re.fullmatch(r"error: .* \[[a-z-]+\]", line)]
    # The stages are not told the system's words.
    told = (reason, "cannot be read from the disk")
    assert any(words in line for words in told for line in errors), f"does not say why: {run.error!r}"
