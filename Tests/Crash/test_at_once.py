"""Commands that run at the same time, and readers who look on."""

import contextlib
import os
import signal
import subprocess
import threading

import pytest

import sites
from commands import command, packhorse, stopped, tracer
from states import Scenario, check_beside, check_same, public, snapshot, succeed

BUSY = Scenario("every page changes", sites.BASE, sites.EVERY_PAGE)


def check_refused(run, last_line):
    assert run.status == 1
    errors = [line for line in run.error.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and errors[0].endswith("[site-busy]"), run.error
    assert last_line in run.last_line


# Before anything is made, when the new site lies beside the old one, and when the two have changed places.
@pytest.mark.parametrize("at", ["flock", "syncfs", "renameat2"])
def test_a_second_command_is_turned_away(at, stage_of):
    stage = stage_of(BUSY)
    folder = stage.folder()
    with stopped(folder, "build", at=at) as first:
        before = snapshot(folder)
        check_refused(packhorse(folder, "build"), "Nothing was written; public/ is as it was.")
        check_refused(packhorse(folder, "withdraw", "garden"), "Nothing was withdrawn.")
        assert stage.is_whole(public(folder))
        check_same(snapshot(folder), before, "after the refusals")
        os.kill(first.process, signal.SIGCONT)
        assert first.wait() == 0, first.stderr.read()
    check_same(public(folder), stage.new, "after the first build")
    check_beside(folder, stage.beside)


@pytest.mark.parametrize("at", ["flock", "syncfs", "renameat2"])
def test_the_lock_goes_with_a_killed_process(at, stage_of):
    stage = stage_of(BUSY)
    folder = stage.folder()
    with stopped(folder, "build", at=at) as first:
        os.kill(first.process, signal.SIGKILL)
        first.wait()
        succeed(packhorse(folder, "build"))
    check_same(public(folder), stage.new, "after the next build")
    check_beside(folder, stage.beside)


def test_a_build_waits_for_no_withdrawal(stage_of):
    stage = stage_of(BUSY)
    folder = stage.folder()
    with stopped(folder, "withdraw", "garden", at="syncfs") as first:
        check_refused(packhorse(folder, "build"), "Nothing was written; public/ is as it was.")
        os.kill(first.process, signal.SIGCONT)
        assert first.wait() == 0, first.stderr.read()
    check_same(public(folder), stage.old_withdrawn, "after the withdrawal")


def test_readers_see_one_whole_site_while_another_takes_its_place(make_folder):
    """Builds take turns between two sites, slowly, while readers read all of public/ again and again."""
    folder = make_folder()
    turns = [sites.BASE, sites.EVERY_PAGE]
    whole = []
    for before, after in [({}, turns[0]), (turns[0], turns[1]), (turns[1], turns[0])]:
        sites.write(folder, after, old=before)
        succeed(packhorse(folder, "build"))
        whole.append(read_through(os.open(folder / "public", os.O_RDONLY)))
    assert whole[0] == whole[2] != whole[1]
    ended = threading.Event()
    seen, faults = [], []
    readers = [threading.Thread(target=read_on, args=(folder, whole, ended, seen, faults)) for _ in range(2)]
    for reader in readers:
        reader.start()
    slow = [f"{call}:delay_enter=1000" for call in ("linkat", "unlinkat", "renameat", "renameat2", "mkdirat")]
    for turn in range(6):
        sites.write(folder, turns[(turn + 1) % 2], old=turns[turn % 2])
        call = tracer("/dev/null", inject=slow) + command("build")
        subprocess.run(call, cwd=folder, check=True, capture_output=True)
    ended.set()
    for reader in readers:
        reader.join()
    assert not faults, faults[:5]
    assert set(seen) >= {0, 1}, "the readers have not seen both sites"


def read_on(folder, whole, ended, seen, faults):
    while not ended.is_set():
        descriptor = os.open(folder / "public", os.O_RDONLY)
        held = os.fstat(descriptor).st_ino
        files = read_through(descriptor, close=False)
        # A folder that has lost its name meanwhile is being removed: what is left in it is of one site.
        is_current = os.stat(folder / "public").st_ino == held
        os.close(descriptor)
        matches = [turn for turn in (0, 1) if files == whole[turn]]
        if not matches and not is_current:
            matches = [turn for turn in (0, 1) if files.items() <= whole[turn].items()]
        seen.extend(matches)
        if not matches:
            faults.append(f"{len(files)} files that are not of one site")


def read_through(descriptor, close=True):
    """Every file below an open folder that is there when it is its turn."""
    found = {}
    for path, _, files, place in os.fwalk(".", dir_fd=descriptor):
        for name in files:
            with contextlib.suppress(FileNotFoundError):
                with open(os.open(name, os.O_RDONLY, dir_fd=place), "rb") as file:
                    found[os.path.join(path, name)] = file.read()
    if close:
        os.close(descriptor)
    return found
