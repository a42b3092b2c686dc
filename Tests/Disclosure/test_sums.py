"""With `disclosure: sum-of-cells` nothing that is published tells a cell from any other of its class."""

import csv
import dataclasses
import random

import numpy
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

import attacker
import hiding
from networks import invented, write

SITES = 60
CHUNKS = 4


def another(count, chance):
    """A count of the same class: none, 1 to 7, or within 2 of a multiple of 5."""
    if count < 8:
        return chance.randint(1, 7) if count else 0
    nearest = (count + 2) // 5 * 5
    return chance.randint(max(8, nearest - 2), nearest + 2)


def alike(counts, chance):
    """A row of the same classes; of a group of 1 to 7 only that it is one is told."""
    part, whole = counts
    if whole < 8:
        whole = another(whole, chance)
        return chance.randint(0, whole), whole
    while True:
        other, rest = another(part, chance), another(whole - part, chance)
        if other + rest >= 8:
            return other, other + rest


def published(network, folder):
    """Every file of the built site, but those that are digests of the source's own names."""
    write(network, folder)
    hiding.publish(folder)
    return {path.relative_to(folder / "public"): path.read_bytes()
            for path in sorted((folder / "public").rglob("*")) if path.is_file()}


def two_sites(seed, make_folder, **settings):
    """What is published of a network, and of one with other counts of the same classes."""
    chance = random.Random(seed)
    network = invented(seed, above=chance.choice(["quarter", "year"]), **settings)
    counts = {row: alike(counts, chance) for row, counts in network.counts.items()}
    twin = dataclasses.replace(network, counts=counts)
    return [published(each, make_folder(f"{seed}-{name}-{settings['disclosure']}"))
            for name, each in (("one", network), ("other", twin))]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_other_counts_of_the_same_classes_publish_the_same_bytes(chunk, make_folder):
    for seed in range(chunk, SITES, CHUNKS):
        one, other = two_sites(seed, make_folder, disclosure="sum-of-cells")
        assert one == other, (seed, [name for name in one if one[name] != other.get(name)])


def test_sums_of_exact_counts_tell_them_apart(make_folder):
    """The attack can succeed: rounding each sum by itself shows that counts within their classes changed."""
    sites = [two_sites(seed, make_folder, disclosure="nhs-digital") for seed in range(8)]
    assert sum(one != other for one, other in sites) > 4


def rows_of(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def possible(row, column):
    """Between which numbers the file says that a count lies."""
    for note in row["note"].split("; "):
        words = note.split()
        if words[:2] == [column, "from"]:
            return int(words[2]), int(words[4])
    return attacker.possible(row[column])


@pytest.mark.parametrize("chunk", range(2))
def test_a_solver_narrows_no_cell(chunk, make_folder):
    """A reader with a solver, who takes each count to lie where the file says, narrows no part of 1 to 7."""
    checked = 0
    for seed in range(100 + chunk, 120, 2):
        network = invented(seed, disclosure="sum-of-cells")
        folder = make_folder(str(seed))
        write(network, folder)
        places = {row: 2 * index for index, row in enumerate(network.counts)}
        sums, low, high = [], [], []
        for row in rows_of(hiding.publish(folder)):
            members = network.members(row["area_type"], row["area_code"])
            within = [place for (code, quarter), place in places.items()
                      if code in members and quarter.startswith(row["period"])]
            exact = network.exact(row["area_type"], row["area_code"], row["period"])
            for column, steps, count in (("numerator", [0], exact[0] if exact else 0),
                                         ("denominator", [0, 1], exact[1] if exact else 0)):
                vector = numpy.zeros(2 * len(places))
                vector[[place + step for place in within for step in steps]] = 1
                ends = possible(row, column)
                assert ends[0] <= count <= ends[1], (seed, row, count)
                sums.append(vector)
                low.append(ends[0])
                high.append(ends[1])
        for (code, quarter), (part, whole) in network.counts.items():
            if not 1 <= part <= 7 or whole < 8:
                continue
            vector = numpy.zeros(2 * len(places))
            vector[places[code, quarter]] = 1
            for end in (1, 7):
                limits = LinearConstraint(numpy.array([*sums, vector]), [*low, end], [*high, end])
                assert milp(numpy.zeros(len(vector)), constraints=limits, bounds=Bounds(0, attacker.ANY),
                            integrality=numpy.ones(len(vector))).success, (seed, code, quarter, end)
            checked += 1
    assert checked > 5
