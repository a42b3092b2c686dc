"""A withdrawn story stays away, whatever is killed or refused before, during or after the withdrawal."""

import pytest

import sites
from commands import by_one_thread, disturbable, each, packhorse, rehearse
from states import Scenario, check_beside, check_same, public, succeed, tells_of_story
from test_kill import REFUSALS
from test_refusal import check_injected, check_reason, refusals

BUILT = Scenario("built", sites.BASE, sites.BASE)


def check_gone(folder, expected_files, when):
    check_same(public(folder), expected_files, when)
    assert not tells_of_story(public(folder)), f"{when} the story is in {tells_of_story(public(folder))}"


@pytest.mark.parametrize("then", ["withdraw", "build"])
def test_a_killed_withdrawal_is_never_half(then, stage_of):
    """The next withdrawal ends it; the next build leaves the story out as soon as anything of it was taken away."""
    stage = stage_of(BUILT)
    calm = rehearse(stage, "withdraw", "garden")
    check_gone(calm.folder, stage.old_withdrawn, "undisturbed")
    told = {}

    def check(point):
        folder, run = by_one_thread(stage, "withdraw", "garden", inject=[point.killing], paths=calm.paths)
        assert "killed by SIGKILL" in run.log, "was not killed"
        is_begun = public(folder) != stage.old
        if then == "withdraw":
            succeed(packhorse(folder, "withdraw", "garden"))
            check_gone(folder, stage.old_withdrawn, "after the next withdrawal")
        succeed(packhorse(folder, "build"))
        told[point] = bool(tells_of_story(public(folder)))
        assert not (told[point] and (is_begun or then == "withdraw")), "the story is back"
        check_same(public(folder), stage.new if told[point] else stage.rebuilt_withdrawn, "after the build")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    points = disturbable(calm.points)
    each(points, check)
    # From one moment on the story is withdrawn for good.
    assert [told[point] for point in points] == sorted((told[point] for point in points), reverse=True)
    assert told[points[0]] == (then == "build") and not told[points[-1]]


def test_a_refused_withdrawal_says_what_it_did(stage_of):
    stage = stage_of(BUILT)
    calm = rehearse(stage, "withdraw", "garden")

    def check(refused):
        folder, run = by_one_thread(stage, "withdraw", "garden", inject=[refused.fault], paths=calm.paths)
        check_injected(run, refused)
        if run.status == 0:
            check_gone(folder, stage.old_withdrawn, "after a withdrawal that ends well")
        else:
            check_reason(run, refused.reason)
            if run.last_line == "Nothing was withdrawn.":
                check_same(public(folder), stage.old, "after a withdrawal that says it did nothing")
            else:
                assert "is not finished" in run.last_line, f"does not say what was done: {run.last_line!r}"
        succeed(packhorse(folder, "withdraw", "garden"))
        check_gone(folder, stage.old_withdrawn, "after the next withdrawal")
        succeed(packhorse(folder, "build"))
        check_gone(folder, stage.rebuilt_withdrawn, "after the next build")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each(refusals(disturbable(calm.points)), check)


@pytest.mark.parametrize("refusal", ["as it likes", "no exchange"])
def test_a_build_killed_after_a_withdrawal_does_not_bring_the_story_back(refusal, stage_of):
    scenario = Scenario("withdrawn", sites.BASE, sites.EVERY_PAGE, withdrawn=True)
    stage = stage_of(scenario)
    inject = REFUSALS[refusal]
    calm = rehearse(stage, "build", inject=inject)

    def check(point):
        folder, run = by_one_thread(stage, "build", inject=[*inject, point.killing], paths=calm.paths)
        assert "killed by SIGKILL" in run.log, "was not killed"
        assert not tells_of_story(public(folder)), "the story is back after the kill"
        succeed(packhorse(folder, "check"))
        assert not tells_of_story(public(folder)), "the story is back after the check"
        succeed(packhorse(folder, "build"))
        check_gone(folder, stage.new, "after the next build")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    each(disturbable(calm.points), check)


@pytest.mark.parametrize("refusal", ["as it likes", "no exchange"])
def test_the_consent_register_has_the_last_word(refusal, stage_of):
    """A build that would have shown a story for the first time is killed; then its teller withdraws."""
    without = sites.changed({"content/stories/garden.md": None, "content/index.md": "---\ntitle: Welcome\n---\n"})
    scenario = Scenario("a new story", without, sites.BASE)
    stage = stage_of(scenario)
    final = stage_of(Scenario("withdrawn since", without, sites.WITHDRAWN_IN_REGISTER))
    inject = REFUSALS[refusal]
    calm = rehearse(stage, "build", inject=inject)
    assert tells_of_story(public(calm.folder)), "the story is never shown"

    def check(point):
        folder, run = by_one_thread(stage, "build", inject=[*inject, point.killing], paths=calm.paths)
        assert "killed by SIGKILL" in run.log, "was not killed"
        sites.write(folder, sites.WITHDRAWN_IN_REGISTER, old=sites.BASE)
        succeed(packhorse(folder, "build"))
        check_gone(folder, final.new, "after the next build")
        check_beside(folder, final.beside)
        sites.remove(folder)

    each(disturbable(calm.points), check)
