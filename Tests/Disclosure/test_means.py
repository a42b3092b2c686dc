"""Told means, taken from one another, never leave the scores of fewer than 10 people."""

import dataclasses

import pytest

import hiding
from means import Isolation, Scores, is_true, told
from networks import QUARTERS

SITES = 200
CHUNKS = 10


def isolated(scores, *releases):
    """Groups of few people whose sum follows from the means of one or more releases, each of some quarters."""
    sums = []
    for quarters, means in releases:
        # A mean of practices that are told adds nothing to theirs.
        sums += [[row for row in scores.places(*place) if row[1] in quarters]
                 for place, mean in means.items() if not mean.is_of_practices]
    places = [place for place in scores.changes if scores.changes[place]]
    return Isolation(places, sums).groups(scores.people)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_mean_of_a_few_people_is_left_over(chunk, make_folder):
    size = SITES // CHUNKS
    found, untrue, count = [], [], 0
    for seed in range(chunk * size, (chunk + 1) * size):
        scores = Scores(seed)
        folder = make_folder(str(seed))
        scores.write(folder)
        means = told(hiding.publish(folder))
        count += len(means)
        untrue += [(seed, place) for place, mean in means.items() if not is_true(scores, means, place, mean)]
        found += [(seed, group) for group in isolated(scores, (QUARTERS, means))]
    assert count > size
    assert not untrue, untrue[:5]
    assert not found, found[:5]


def test_a_mean_of_all_people_gives_a_practice_away(make_folder):
    """The attack can succeed: a board's mean, had it everybody in it, would tell that of its smallest practice."""
    scores = Scores(130)
    folder = make_folder("everybody")
    scores.write(folder)
    means = told(hiding.publish(folder))
    board = next(place for place, mean in means.items() if mean.is_of_practices and place[0] == "icb")
    everybody = {**means, board: dataclasses.replace(means[board], is_of_practices=False)}
    assert isolated(scores, (QUARTERS, everybody))
