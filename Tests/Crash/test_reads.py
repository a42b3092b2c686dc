"""A broken disk refuses to be read: that is said, and never taken for a file that is not there."""

import sites
from commands import FULL, READING, by_one_thread, each, packhorse, rehearse
from states import SCENARIOS, check_beside, check_same, is_exchanged, public, succeed, tells_of_story
from test_kill import REFUSALS
from test_refusal import Refusal, check_injected, check_reason, check_refused

CHANGED = next(scenario for scenario in SCENARIOS if scenario.name == "folders for files")
BUILT = next(scenario for scenario in SCENARIOS if scenario.name == "one page changes")


def refused_reads(points):
    return [Refusal(point, "EIO") for point in (points if FULL else points[::3])]


def test_a_build_that_cannot_read_says_so_and_harms_nothing(stage_of):
    stage = stage_of(CHANGED)
    inject = REFUSALS["no exchange"]
    calm = rehearse(stage, "build", inject=inject, calls=READING)

    def check(refused):
        folder, run = by_one_thread(stage, "build", inject=[*inject, refused.fault], calls=READING, paths=calm.paths)
        check_injected(run, refused)
        check_refused(folder, run, refused.reason, stage, is_exchanged(calm.run, stage))
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.new, "after the next build")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each(refused_reads(calm.points), check)


def test_a_withdrawal_that_cannot_read_says_so(stage_of):
    stage = stage_of(BUILT)
    calm = rehearse(stage, "withdraw", "garden", calls=READING)

    def check(refused):
        folder, run = by_one_thread(stage, "withdraw", "garden", inject=[refused.fault], calls=READING, paths=calm.paths)
        check_injected(run, refused)
        if run.status == 0:
            assert not tells_of_story(public(folder)), "not everything was withdrawn"
        else:
            check_reason(run, refused.reason)
        succeed(packhorse(folder, "withdraw", "garden"))
        assert not tells_of_story(public(folder)), "the next withdrawal does not end it"
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.rebuilt_withdrawn, "after the next build")
        sites.remove(folder)

    each(refused_reads(calm.points), check)
