"""The note of pages that spares the next build time: it is never half, and never knows better than the sources."""

import time

import pytest

import sites
from commands import by_one_thread, disturbable, each, packhorse, rehearse
from states import SCENARIOS, check_beside, check_same, public, succeed, tells_of_story
from test_refusal import REFUSED, Refusal, check_injected

CHANGED = SCENARIOS[1]


class Settled:
    """A stage whose folders are old enough to be remembered: a file that was touched just now is not."""

    def __init__(self, stage, count):
        self.folders = [stage.folder() for _ in range(count)]
        time.sleep(2.1)

    def folder(self):
        return self.folders.pop()


@pytest.fixture(scope="module")
def settled(stage_of):
    return Settled(stage_of(CHANGED), 40)


@pytest.fixture(scope="module")
def calm(settled):
    calm = rehearse(settled, "build")
    assert (calm.folder / ".packhorse/pages").exists(), "no page was remembered"
    return calm


def on_note(points):
    return [point for point in points if "/.packhorse>" in point.line and "pages" in point.line or ".pages." in point.line]


def test_a_build_that_is_killed_while_it_remembers_is_built(stage_of, settled, calm):
    stage = stage_of(CHANGED)

    def check(point):
        folder, run = by_one_thread(settled, "build", inject=[point.killing], paths=calm.paths)
        assert "killed by SIGKILL" in run.log, "was not killed"
        check_same(public(folder), stage.new, "after the kill")
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.new, "after the next build")
        check_beside(folder, stage.beside)

    points = on_note(calm.points)
    assert len(points) >= 3
    each(points, check)


def test_a_build_that_cannot_remember_is_built_all_the_same(stage_of, settled, calm):
    stage = stage_of(CHANGED)

    def check(refused):
        folder, run = by_one_thread(settled, "build", inject=[refused.fault], paths=calm.paths)
        succeed(run)
        check_injected(run, refused)
        check_same(public(folder), stage.new, "after the build")
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.new, "after the next build")
        check_beside(folder, stage.beside)

    points = on_note(disturbable(calm.points))
    each([Refusal(point, error) for error in REFUSED for point in points if point.call in REFUSED[error]], check)


def test_a_withdrawn_story_is_not_made_from_memory(stage_of, settled):
    stage = stage_of(CHANGED)
    folder = settled.folder()
    succeed(packhorse(folder, "build"))
    assert (folder / ".packhorse/pages").exists() and tells_of_story(public(folder))
    succeed(packhorse(folder, "withdraw", "garden"))
    succeed(packhorse(folder, "build"))
    check_same(public(folder), stage.rebuilt_withdrawn, "after the withdrawal")
    folder = settled.folder()
    succeed(packhorse(folder, "build"))
    sites.write(folder, sites.changed(sites.REGISTERED, base=sites.ONE_PAGE), old=sites.ONE_PAGE)
    succeed(packhorse(folder, "build"))
    assert not tells_of_story(public(folder))
