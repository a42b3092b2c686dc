"""Somebody puts a file into the output between the last look at it and the moment in which it is exchanged."""

import os
import signal

import sites
from commands import disturbable, each, packhorse, rehearse, stopped
from states import Scenario, check_beside, public

LATE = Scenario("every page changes", sites.BASE, sites.EVERY_PAGE)


def test_a_file_that_comes_late_stays_whatever_is_killed(stage_of):
    stage = stage_of(LATE)
    calm = rehearse(stage, "build")
    calls = [point.call for point in calm.points]
    exchange = calls.index("renameat2")
    last = max(index for index in range(exchange) if calls[index] == "linkat")
    kills = [None] + [point for point in disturbable(calm.points[last + 1:]) if point.call != "linkat"]

    def check(kill):
        folder = stage.folder()
        inject = [kill.killing] if kill else []
        where = {"at": "linkat", "number": calm.points[last].number, "inject": inject, "paths": calm.paths}
        with stopped(folder, "build", **where) as building:
            (folder / "public/late").mkdir()
            (folder / "public/late/note.txt").write_text("late")
            os.kill(building.process, signal.SIGCONT)
            building.wait()
        assert packhorse(folder, "build").status == 0
        files = public(folder)
        assert files.pop(b"late/note.txt", (None, None))[1] == b"late", "the late file is lost"
        files.pop(b"late")
        assert files == stage.new
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each(kills, check)
