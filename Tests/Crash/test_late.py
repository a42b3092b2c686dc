"""Somebody puts a file into the output between the last look at it and the moment in which it is exchanged."""

import os
import signal

import sites
from commands import disturbable, each, packhorse, rehearse, stopped
from states import Scenario, check_beside, check_same, public, succeed

LATE = Scenario("every page changes", sites.BASE, sites.EVERY_PAGE)


def test_a_file_that_comes_late_stays_whatever_is_killed(stage_of):
    """It comes while the disk is waited for: the foreign files are linked over by then."""
    stage = stage_of(LATE)
    calm = rehearse(stage, "build")
    waiting = [point.call for point in calm.points].index("syncfs")
    kills = [None, *disturbable(calm.points[waiting + 1:])]

    def check(kill):
        folder = stage.folder()
        with stopped(folder, "build", at="syncfs", inject=[kill.killing] if kill else [], paths=calm.paths) as building:
            (folder / "public/late").mkdir()
            (folder / "public/late/note.txt").write_text("late")
            os.kill(building.process, signal.SIGCONT)
            building.wait()
        succeed(packhorse(folder, "build"))
        files = public(folder)
        assert files.pop(b"late/note.txt", (None, None))[1] == b"late", "the late file is lost"
        files.pop(b"late")
        check_same(files, stage.new, "but for the late file")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each(kills, check)


def test_a_foreign_file_that_is_replaced_late_is_the_new_one(stage_of):
    folder = stage_of(LATE).folder()
    with stopped(folder, "build", at="syncfs") as building:
        (folder / "draft").write_text("example.net")
        (folder / "draft").rename(folder / "public/CNAME")
        os.kill(building.process, signal.SIGCONT)
        assert building.wait() == 0
    assert (folder / "public/CNAME").read_text() == "example.net"
