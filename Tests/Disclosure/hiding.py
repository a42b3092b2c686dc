"""Ways to hide counts: the program's own, cell by cell, and the least that a solver finds."""

import random
import subprocess

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

import attacker
from networks import Network
from program import PACKHORSE



def publish(folder):
    """Builds a site; gives the file of its published counts."""
    packhorse("build", "--site", folder, "--output", folder / "public", "--date", "2026-01-31")
    return folder / "public/data/outcomes.csv"


def release(folder):
    """Notes what a site publishes."""
    packhorse("release", "--site", folder, "--date", "2026-01-31")


def packhorse(*arguments):
    run = subprocess.run([PACKHORSE, *arguments], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def cell_by_cell(network):
    """A network with its counts as the rule for one count tells them, whatever they add up to."""
    def told(count):
        return "0" if count == 0 else "[c]" if count < 8 else str((count + 2) // 5 * 5)

    published = {}
    for level, code in network.areas():
        for period in network.periods(level):
            counts = network.exact(level, code, period)
            if counts:
                part, whole = map(told, counts)
                published[level, code, period] = ("[c]" if whole == "[c]" else part, whole)
    return network, published


def small_network(seed):
    """One or two networks of a few practices in one quarter, with small parts of large wholes."""
    chance = random.Random(seed)
    board = chance.choice([None, "B0"])
    practices = {f"P{network}{number}00": (f"N{network}", board)
                 for network in range(chance.randint(1, 2)) for number in range(chance.randint(1, 3))}
    counts = {}
    for code in practices:
        part = chance.choice([chance.randint(1, 7), chance.randint(8, 60)])
        counts[code, "2025-Q1"] = (part, part + chance.randint(0, 60))
    return Network(practices, counts)


def count_withheld(published):
    return sum(written == "[c]" for told in published.values() for written in told)


def least_withheld(network):
    """The fewest `[c]` with which every count of 1 to 7 could be 1 and could be 7.

    One choice of cells to withhold besides, and for each protected cell and end one set of counts that agrees with it.
    """
    _, published = cell_by_cell(network)
    reader = attacker.Reader(network, published)
    cells = list(reader.columns)
    size = len(cells)
    small = [c for c in cells if published[c[:3]][0 if c[3] == "part" else 1] == "[c]"]
    if not small:
        return 0
    goals = [(reader.columns[cell], end) for cell in small for end in (1, 7)]
    total = size * (1 + len(goals))  # the choice first, then the counts of each goal
    lower, upper = numpy.zeros(total), numpy.full(total, float(attacker.ANY))
    upper[:size] = [0.0 if cells[i] in small else 1.0 for i in range(size)]
    rows, low, high = [], [], []
    for number, (column, end) in enumerate(goals):
        start = size * (1 + number)
        lower[start + column] = upper[start + column] = end
        for row, least, most in zip(reader.matrix, reader.sums_of_rows.lb, reader.sums_of_rows.ub):
            rows.append(numpy.concatenate([numpy.zeros(start), row, numpy.zeros(total - start - size)]))
            low.append(least)
            high.append(most)
        for index in range(size):
            if cells[index] in small:
                continue
            # Within what is told, or anywhere where the cell is withheld besides.
            for bound, slack, ends in ((reader.lower, 1.0, (0, numpy.inf)), (reader.upper, -1.0, (-numpy.inf, 0))):
                row = numpy.zeros(total)
                row[start + index], row[index] = 1.0, slack * attacker.ANY
                rows.append(row)
                low.append(bound[index] if slack > 0 else ends[0])
                high.append(ends[1] if slack > 0 else bound[index])
    aim = numpy.concatenate([numpy.ones(size), numpy.zeros(total - size)])
    found = milp(aim, constraints=LinearConstraint(numpy.array(rows), low, high), bounds=Bounds(lower, upper),
                 integrality=numpy.ones(total))
    assert found.success
    return len(small) + round(found.fun)
