"""What a reader of published files can find out, with a solver. Nothing here is shared with the program that hides."""

import csv

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

ANY = 10_000  # more people than any invented network has
SMALLEST_ROUNDED = 8


def read(path):
    """The published counts: (level, code, period) to (part, whole), as written."""
    with open(path, newline="") as file:
        return {(row["area_type"], row["area_code"], row["period"]): (row["numerator"], row["denominator"])
                for row in csv.DictReader(file)}


def possible(written):
    """The lowest and highest count that a published one may stand for."""
    if written == "[c]":
        return 0, ANY
    count = 0 if written == "[x]" else int(written)
    return (0, 0) if count == 0 else (max(SMALLEST_ROUNDED, count - 2), count + 2)


class Reader:
    """Knows who belongs to which area, and reads what is published of them."""

    def __init__(self, network, published):
        self.columns, self.lower, self.upper = {}, [], []
        for place, (part, whole) in published.items():
            for name, written in (("part", part), ("whole", whole)):
                self.columns[place + (name,)] = len(self.lower)
                low, high = possible(written)
                self.lower.append(low)
                self.upper.append(high)
        rows = [{self.columns[place + ("whole",)]: 1, self.columns[place + ("part",)]: -1} for place in published]
        parts_of_wholes = len(rows)
        for level, code in network.areas():
            for below in children(network, level, code):
                rows += self.sums(network, (level, code), below)
        self.matrix = numpy.zeros((len(rows), len(self.lower)))
        for index, row in enumerate(rows):
            for column, sign in row.items():
                self.matrix[index, column] = sign
        ends = numpy.full(len(rows), 0.0)
        ends[:parts_of_wholes] = numpy.inf
        self.sums_of_rows = LinearConstraint(self.matrix, numpy.zeros(len(rows)), ends)

    def sums(self, network, area, children):
        """An area is the sum of what is below it: over each quarter, or over the year where some tell only that."""
        levels = {area[0], *(child[0] for child in children)}
        spans = [["2025"] + [f"2025-Q{q}" for q in range(1, 5)]]
        if all(network.periods(level) != ["2025"] for level in levels):
            spans = [[f"2025-Q{q}"] for q in range(1, 5)]
        for span in spans:
            for name in ("part", "whole"):
                row = {}
                for places, sign in (([area], 1), (children, -1)):
                    for level, code in places:
                        for period in span:
                            column = self.columns.get((level, code, period, name))
                            if column is not None:
                                row[column] = sign
                if row:
                    yield row

    def allows(self, cell, count):
        """True where a cell could have a count, for all that is published."""
        return self.solve(cell, count, count, 0) is not None

    def narrowed(self, cell, low, high):
        """The lowest and highest count from `low` to `high` that a cell could have."""
        found = [self.solve(cell, low, high, sign) for sign in (1, -1)]
        return None if None in found else tuple(found)

    def solve(self, cell, low, high, sign):
        column = self.columns[cell]
        lower, upper = numpy.array(self.lower, float), numpy.array(self.upper, float)
        lower[column], upper[column] = max(lower[column], low), min(upper[column], high)
        if lower[column] > upper[column]:
            return None
        aim = numpy.zeros(len(lower))
        aim[column] = sign
        found = milp(aim, constraints=self.sums_of_rows, bounds=Bounds(lower, upper), integrality=numpy.ones(len(lower)))
        return round(found.x[column]) if found.success else None


def children(network, level, code):
    """The areas right below one; a practice without a network stands right below its board."""
    if level == "pcn":
        yield [("practice", practice) for practice in network.members(level, code)]
    if level == "icb":
        members = network.members(level, code)
        networks = dict.fromkeys(network.practices[practice][0] for practice in members)
        yield ([("pcn", pcn) for pcn in networks if pcn]
               + [("practice", practice) for practice in members if not network.practices[practice][0]])
