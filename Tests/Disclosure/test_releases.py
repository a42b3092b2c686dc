"""A reader who kept an earlier release narrows no withheld count with the later one."""

import csv
import dataclasses
import itertools
import random

import pytest

import attacker
import hiding
from means import Scores, told
from networks import QUARTERS, invented, write
from releases import Reader
from test_means import isolated

LENGTHS = ["quarter", "year"]
# How long the periods of practices are before and after, and those of the areas above them.
CHANGES = list(itertools.product(LENGTHS, LENGTHS, LENGTHS, LENGTHS))
CHUNKS = range(len(CHANGES))
SITES_OF_CHUNK = 10


def two_releases(seed, lengths, make_folder, is_noted=True):
    """Nine months, and then the year."""
    before, after, above_before, above_after = lengths
    year = dataclasses.replace(invented(seed), length=after, above=above_after)
    nine_months = dataclasses.replace(
        year, length=before, above=above_before,
        counts={row: counts for row, counts in year.counts.items() if row[1] != QUARTERS[-1]})
    folder = make_folder(f"{seed}-{'-'.join(lengths)}-{is_noted}")
    write(nine_months, folder)
    first = attacker.read(hiding.publish(folder))
    if is_noted:
        hiding.release(folder)
    write(year, folder)
    return year, [(nine_months, first), (year, attacker.read(hiding.publish(folder)))]


def narrowed(year, releases):
    """Counts of 1 to 7 that were withheld, or came between two figures, and cannot be 1 or 7.

    A count that only the later release has may be narrowed by the earlier one alone, which had nothing to say of it.
    """
    reader, first = Reader(year, releases), Reader(year, releases[:1])
    secrets = {}
    for number, (network, published) in enumerate(releases):
        for (level, code, period), written in published.items():
            for name, shown in zip(("part", "whole"), written):
                vector = reader.cells[number, level, code, period, name]
                secrets[number, level, code, period, name] = vector
                earlier = reader.cells.get((0, level, code, period, name))
                if number == 1 and earlier is not None:
                    secrets["since", level, code, period, name] = vector - earlier
    exact = [count for part, whole in year.counts.values() for count in (part, whole - part)]
    for cell, vector in secrets.items():
        if 1 <= vector @ exact <= 7:
            ends = [end for end in (1, 7) if not reader.allows(vector, end)]
            if cell[0] == 1:
                ends = [end for end in ends if first.allows(vector, end)]
            if ends:
                yield cell, f"{ends} cannot be"


@pytest.mark.parametrize("chunk", CHUNKS)
def test_no_count_is_narrowed_by_two_releases(chunk, make_folder):
    found = []
    for seed in range(chunk * 10, chunk * 10 + SITES_OF_CHUNK):
        found += [(seed, *leak) for leak in narrowed(*two_releases(seed, CHANGES[chunk], make_folder))]
    assert not found, found[:5]


def test_releases_that_nobody_noted_are_narrowed(make_folder):
    """The attack can succeed."""
    leaks = [leak for seed in range(40) for lengths in (CHANGES[15], CHANGES[5])
             for leak in narrowed(*two_releases(seed, lengths, make_folder, is_noted=False))]
    assert leaks


def late_rows(seed, make_folder, is_noted=True):
    """A release for which some rows had not come yet, and one that has them all."""
    chance = random.Random(seed)
    length, above = chance.choice(LENGTHS), chance.choice(LENGTHS)
    whole = dataclasses.replace(invented(seed), length=length, above=above)
    late = {row for row in whole.counts if chance.random() < 0.2}
    early = dataclasses.replace(
        whole, counts={row: counts for row, counts in whole.counts.items() if row not in late})
    folder = make_folder(f"late-{seed}-{is_noted}")
    write(early, folder)
    first = attacker.read(hiding.publish(folder))
    hiding.release(folder)
    if not is_noted:
        forget_practices(folder / "content/data/released.csv")
    write(whole, folder)
    return whole, [(early, first), (whole, attacker.read(hiding.publish(folder)))]


def forget_practices(path):
    """Takes away what a release notes of whose rows it counted."""
    with path.open(newline="") as file:
        rows = [row[:-1] for row in csv.reader(file)]
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.mark.parametrize("chunk", range(10))
def test_rows_that_came_since_are_not_the_difference_of_two_releases(chunk, make_folder):
    found = [(seed, *leak) for seed in range(2_000 + chunk * 10, 2_010 + chunk * 10)
             for leak in narrowed(*late_rows(seed, make_folder))]
    assert not found, found[:5]


def test_rows_that_came_since_are_narrowed_where_nobody_noted_whose_were_counted(make_folder):
    """The attack can succeed."""
    assert any(leak for seed in range(2_000, 2_040)
               for leak in narrowed(*late_rows(seed, make_folder, is_noted=False)))


def left_over_between_releases(seed, make_folder, is_noted=True):
    """Groups of few people whose sum follows from the means of nine months and those of the year."""
    scores = Scores(seed)
    folder = make_folder(f"{seed}-{is_noted}")
    scores.write(folder, QUARTERS[:3])
    first = told(hiding.publish(folder))
    if is_noted:
        hiding.release(folder)
    if seed % 2:
        scores.lengths["practice"] = "year" if scores.lengths["practice"] == "quarter" else "quarter"
    scores.write(folder)
    return isolated(scores, (QUARTERS[:3], first), (QUARTERS, told(hiding.publish(folder))))


@pytest.mark.parametrize("chunk", range(5))
def test_no_mean_of_a_few_people_is_left_over_between_releases(chunk, make_folder):
    found = [(seed, group) for seed in range(1_000 + chunk * 20, 1_020 + chunk * 20)
             for group in left_over_between_releases(seed, make_folder)]
    assert not found, found[:5]


def test_means_of_releases_that_nobody_noted_leave_some_over(make_folder):
    """The attack can succeed."""
    assert any(left_over_between_releases(seed, make_folder, is_noted=False) for seed in range(1_000, 1_100))
