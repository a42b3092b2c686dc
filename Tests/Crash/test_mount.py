"""The output is a mount point: nothing can be renamed or linked into it, and every file has to be copied.

A mount takes rights that not everybody has. Refusing what a mount point refuses, call by call, takes none.
"""

import pytest

import sites
from commands import FULL, all_by_one_thread, each, kills, packhorse, rehearse, traced
from states import SCENARIOS, check_beside, check_same, public, succeed
from test_kill import with_next

NO_EXCHANGE = ["renameat2:error=EBUSY", "linkat:error=EXDEV"]


def no_moves(first, count):
    """Refuses to move so many files; each refusal is followed by the rename of a copy, which is let through."""
    return [f"renameat:error=EXDEV:when={first}..{first + 2 * count - 1}+2"] if count else []


def mounted(stage):
    """The faults that make a build of the stage meet a mount point."""
    free = rehearse(stage, "build", inject=NO_EXCHANGE)
    moves = [point for point in free.points if point.call == "renameat" and "staging>" in point.line]
    assert moves
    return [*NO_EXCHANGE, *no_moves(moves[0].number, len(moves))]


def remounted(folder):
    """The same for a command that finds a journal: it begins with the moves that are left."""
    staging = folder / ".public.packhorse-staging"
    is_begun = (folder / ".packhorse/journal").exists()
    left = [path for path in staging.rglob("*") if path.is_file()] if is_begun else []
    return [*NO_EXCHANGE, *no_moves(1, len(left))]


@pytest.mark.parametrize("scenario", [SCENARIOS[2], SCENARIOS[4]], ids=str)
def test_a_killed_build_into_a_mount_point_is_finished(scenario, stage_of):
    stage = stage_of(scenario)
    inject = mounted(stage)
    calm = rehearse(stage, "build", inject=inject)
    check_same(public(calm.folder), stage.new, "undisturbed")
    check_beside(calm.folder, stage.beside)
    assert sum("packhorse-new" in point.line and "/public" in point.line for point in calm.points) > 10

    def check(kill):
        arguments = ["withdraw", "garden"] if kill.then == "withdraw" else [kill.then]

        def kill_and_go_on(folder):
            killed = traced(folder, "build", inject=[*inject, kill.point.killing], paths=calm.paths)
            nonlocal again
            again = remounted(folder)
            return killed, traced(folder, *arguments, inject=again, paths=calm.paths)

        again = NO_EXCHANGE
        folder, (killed, finished) = all_by_one_thread(stage, kill_and_go_on)
        assert "killed by SIGKILL" in killed.log, "was not killed"
        succeed(finished)
        assert again == NO_EXCHANGE or "EXDEV" in finished.log, "the next command met no mount point"
        whole = {
            "build": [stage.new],
            "check": [stage.old, stage.new],
            "withdraw": [stage.old_withdrawn, stage.new_withdrawn],
        }
        assert public(folder) in whole[kill.then], f"a mixture after {kill.then}"
        succeed(packhorse(folder, "build"))
        check_same(public(folder), stage.rebuilt_withdrawn if kill.then == "withdraw" else stage.new, "in the end")
        check_beside(folder, stage.beside)
        sites.remove(folder)

    points = kills(calm.points, inject)
    each(with_next(points if FULL else points[::2]), check)
