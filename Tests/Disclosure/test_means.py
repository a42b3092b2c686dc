"""Told means, taken from one another, never leave the scores of fewer than 10 people."""

import pytest

import hiding
from means import Isolation, Scores, is_of_all, told
from networks import QUARTERS

SITES = 200
CHUNKS = 10


def isolated(scores, *releases):
    """Groups of few people whose sum follows from the means of one or more releases, each of some quarters."""
    sums = []
    for quarters, means in releases:
        # A mean of the practices that are told adds nothing to theirs; it has fewer people, or another value.
        sums += [[row for row in scores.places(*place) if row[1] in quarters]
                 for place, figure in means.items() if place[0] == "practice" or is_of_all(scores, place, figure)]
    places = [place for place in scores.changes if scores.changes[place]]
    return Isolation(places, sums).groups(scores.people)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_mean_of_a_few_people_is_left_over(chunk, make_folder):
    size = SITES // CHUNKS
    found, count = [], 0
    for seed in range(chunk * size, (chunk + 1) * size):
        scores = Scores(seed)
        folder = make_folder(str(seed))
        scores.write(folder)
        means = told(hiding.publish(folder))
        count += len(means)
        found += [(seed, group) for group in isolated(scores, (QUARTERS, means))]
    assert count > size
    assert not found, found[:5]
