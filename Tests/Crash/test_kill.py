"""A build is killed before each of its system calls that changes a file."""

import dataclasses
import itertools

import pytest

import sites
from commands import FULL, by_one_thread, disturbable, each, packhorse, rehearse, traced
from states import FEW_OF_MANY, SCENARIOS, check_beside, check_same, is_exchanged, public, succeed, tells_of_story

# How the new site takes the place of the old one is forced from outside, by what the file system refuses.
REFUSALS = {
    "as it likes": (),
    "no exchange": ("renameat2:error=EINVAL",),
    "no exchange, no links": ("renameat2:error=EINVAL", "linkat:error=EPERM"),
}
CASES = [
    (scenario, refusal) for scenario in SCENARIOS for refusal in REFUSALS
    if scenario.before is not None or refusal == "as it likes"
]
CASES.append((FEW_OF_MANY, "as it likes"))
NEXT = ["build", "check", "withdraw"]


@dataclasses.dataclass(frozen=True)
class Kill:
    point: object
    then: str

    def __str__(self):
        return f"killed at {self.point}, then {self.then}"


def kills(points):
    """Every kill with every next command; without FULL=1 the next commands take turns."""
    if FULL:
        return [Kill(point, then) for point in points for then in NEXT]
    return [Kill(point, then) for point, then in zip(points, itertools.cycle(NEXT))]


@pytest.mark.parametrize("scenario, refusal", CASES, ids=str)
def test_a_killed_build_leaves_one_whole_site(scenario, refusal, stage_of):
    stage = stage_of(scenario)
    inject = REFUSALS[refusal]
    calm = rehearse(stage, "build", inject=inject)
    check_same(public(calm.folder), stage.new, "undisturbed")
    check_beside(calm.folder, stage.beside)
    assert is_exchanged(calm.run, stage) == (not inject and scenario != FEW_OF_MANY)

    def check(kill):
        folder, run = by_one_thread(stage, "build", inject=[*inject, kill.point.killing], paths=calm.paths)
        assert "killed by SIGKILL" in run.log, "was not killed"
        if is_exchanged(calm.run, stage):
            assert stage.is_whole(public(folder)), "a mixture after the kill"
        follow(folder, kill.then, stage)
        sites.remove(folder)

    each(kills(disturbable(calm.points, inject)), check)


def test_a_killed_build_of_many_threads_leaves_one_whole_site(stage_of):
    """Each thread has a count of its own, so which files are made when it is killed differs from run to run."""
    stage = stage_of(SCENARIOS[2])
    calm = rehearse(stage, "build")

    def check(kill):
        folder = stage.folder()
        run = traced(folder, "build", inject=[kill.point.killing], paths=calm.paths, jobs=4)
        assert stage.is_whole(public(folder)), "a mixture after the kill"
        assert run.status != 0 or public(folder) == stage.new
        follow(folder, kill.then, stage)
        sites.remove(folder)

    each([kill for kill in kills(disturbable(calm.points)) if kill.point.is_aside], check)


def follow(folder, then, stage):
    """The next command leaves a whole site, and the next build the new one with nothing of ours beside it."""
    final = stage.new
    if then == "check":
        succeed(packhorse(folder, "check"))
        assert stage.is_whole(public(folder)), "a mixture after the check"
    elif then == "withdraw":
        succeed(packhorse(folder, "withdraw", "garden"))
        files = public(folder)
        assert files in (stage.old_withdrawn, stage.new_withdrawn), "a mixture after the withdrawal"
        assert not tells_of_story(files), f"after the withdrawal the story is in {tells_of_story(files)}"
        final = stage.rebuilt_withdrawn
    succeed(packhorse(folder, "build"))
    check_same(public(folder), final, "after the next build")
    check_beside(folder, stage.beside)
