"""A practice that goes from one network to another gives no withheld count away."""

import dataclasses
import random
import subprocess

import pytest

import attacker
import hiding
from networks import QUARTERS, invented, write
from program import PACKHORSE
from test_audit import audited
from test_releases import narrowed

CHUNKS = 10
SITES_OF_CHUNK = 15


def moved(seed):
    """A network of which one practice moves, at times to another board; None where there is nowhere to go."""
    chance = random.Random(seed)
    network = invented(seed)
    practice = chance.choice(list(network.practices))
    others = sorted({areas for areas in network.practices.values() if areas != network.practices[practice]}, key=str)
    if not others:
        return None
    return dataclasses.replace(network, above=chance.choice(["quarter", "year"]),
                               moves={practice: (chance.choice(QUARTERS[1:]), chance.choice(others))})


def networks(chunk):
    found = []
    seed = 20_000 + 1_000 * chunk
    while len(found) < SITES_OF_CHUNK:
        network = moved(seed)
        found += [(seed, network)] if network else []
        seed += 1
    return found


def published(network, folder):
    write(network, folder)
    return attacker.read(hiding.publish(folder))


def first_quarters(network, count):
    """What there was of a network after some quarters, when nobody had moved yet."""
    return dataclasses.replace(
        network, moves={}, counts={row: counts for row, counts in network.counts.items() if row[1] in QUARTERS[:count]})


def quarters_before(network):
    (since, _), = network.moves.values()
    return QUARTERS.index(since)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_count_is_narrowed_where_a_practice_moved(chunk, make_folder):
    found = []
    for seed, network in networks(chunk):
        folder = make_folder(f"moved-{seed}")
        told = published(network, folder)
        found += [(seed, *leak) for leak in narrowed(network, [(network, told)])]
        for (level, code, period), (part, whole) in told.items():
            for shown, exact in zip((part, whole), network.exact(level, code, period) or ()):
                assert not shown.isdigit() or abs(int(shown) - exact) <= 2, (seed, level, code, period)
        assert audited(folder / "public") == [], seed
    assert not found, found[:5]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_count_is_narrowed_where_a_practice_moved_since_the_last_release(chunk, make_folder):
    found = []
    for seed, network in networks(chunk):
        folder = make_folder(f"since-{seed}")
        before = first_quarters(network, quarters_before(network))
        first = published(before, folder)
        hiding.release(folder)
        found += [(seed, *leak) for leak in
                  narrowed(network, [(before, first), (network, published(network, folder))])]
    assert not found, found[:5]


def test_a_released_network_keeps_the_practices_it_was_released_with(make_folder):
    """A code cannot be overwritten in what is published; where nothing was published of the network, it tells nothing."""
    refused = 0
    for seed, network in networks(0):
        folder = make_folder(f"kept-{seed}")
        (practice, (_, areas)), = network.moves.items()
        first = published(network, folder)
        hiding.release(folder)
        overwritten = dataclasses.replace(network, moves={}, practices={**network.practices, practice: areas})
        write(overwritten, folder)
        run = subprocess.run([PACKHORSE, "check", "--site", folder, "--date", "2026-01-31"], capture_output=True, text=True)
        if run.returncode:
            assert "released-with-others" in run.stderr, seed
            refused += 1
        else:
            second = attacker.read(hiding.publish(folder))
            assert not list(narrowed(network, [(network, first), (overwritten, second)])), seed
    assert refused > SITES_OF_CHUNK / 2


def test_figures_of_a_move_without_a_day_are_narrowed(make_folder):
    """The attack can succeed: where a network's earlier figures are counted anew without the practice, it is the difference."""
    found = []
    for seed, network in [entry for chunk in range(4) for entry in networks(chunk)]:
        folder = make_folder(f"unsaid-{seed}")
        before = first_quarters(network, len(QUARTERS))
        (practice, (_, areas)), = network.moves.items()
        after = dataclasses.replace(network, moves={}, practices={**network.practices, practice: areas})
        first = published(before, folder)
        (folder / "public").rename(folder / "before")
        leaks = list(narrowed(network, [(before, first), (after, published(after, folder))]))
        # One that was with no network before came to one, and how many it counts the files do not say.
        if leaks and network.practices[practice][0]:
            problems = audited(folder / "public", "--previous", folder / "before")
            assert any(problem["id"] == "released-with-others" for problem in problems), seed
        found += leaks
    assert found
