"""Measures that count the same people in a network, and a reader who knows that they do."""

import csv
import random

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

import attacker
from networks import MEASURES, QUARTERS, invented, write

# Of everybody who was referred: how many took up an activity, did not, were asked, and finished among those who took one up.
# Each measure counts its part and its whole among these.
TITLES = {"attended": ("referred", "took up"), "stayed-away": ("referred", "did not"),
          "finished": ("took up", "finished"), "asked": ("referred", "asked")}


class Linked:
    """A network whose people are counted by several measures, of which only some are published."""

    def __init__(self, seed, **settings):
        chance = random.Random(-seed)
        self.network = invented(seed, **settings)
        self.measures = sorted(chance.sample(sorted(TITLES), chance.randint(2, 4)))
        self.lengths = {measure: (self.network.length if chance.random() < 0.7 else "year", self.network.above)
                        for measure in self.measures}
        self.rows = {}
        for row, (part, whole) in self.network.counts.items():
            self.rows[row] = {"referred": whole, "took up": part, "did not": whole - part,
                              "finished": chance.randint(0, part), "asked": chance.randint(0, whole)}

    def write(self, folder):
        write(self.network, folder)
        measures, rows = "", ["practice_code,period,measure,numerator,denominator"]
        for measure in self.measures:
            length, above = self.lengths[measure]
            measures += MEASURES.format(length=length, above=above).replace("attended:", measure + ":")
            whole, part = TITLES[measure]
            rows += [f"{code},{quarter},{measure},{counts[part]},{counts[whole]}"
                     for (code, quarter), counts in self.rows.items()]
        (folder / "content/data/measures.yml").write_text(measures)
        (folder / "content/data/outcomes.csv").write_text("\n".join(rows) + "\n")

    def periods(self, measure, level):
        length = self.lengths[measure][0 if level == "practice" else 1]
        return ["2025"] if length == "year" else QUARTERS

    def cells(self):
        """Every count that is published."""
        for measure in self.measures:
            for level, code in self.network.areas():
                for period in self.periods(measure, level):
                    if any(quarter.startswith(period) for practice, quarter in self.rows
                           if practice in self.network.members(level, code)):
                        yield from ((measure, level, code, period, place) for place in (0, 1))

    def exact(self, cell):
        measure, level, code, period, place = cell
        members = self.network.members(level, code)
        return sum(counts[TITLES[measure][place]] for (practice, quarter), counts in self.rows.items()
                   if practice in members and quarter.startswith(period))


def read(path):
    """The published counts of every measure, as written."""
    found = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            for place, column in enumerate(("denominator", "numerator")):
                found[row["measure"], row["area_type"], row["area_code"], row["period"], place] = row[column]
    return found


class Reader:
    """Looks for people of each row of data, by how far they came, that agree with everything published."""

    # Of each row: finished, took up and did not finish, did not take up, and of all of them those who were asked.
    KINDS = {"referred": [1, 1, 1, 0], "took up": [1, 1, 0, 0], "did not": [0, 0, 1, 0], "finished": [1, 0, 0, 0],
             "asked": [0, 0, 0, 1]}

    def __init__(self, linked, published):
        self.linked = linked
        self.places = {row: index for index, row in enumerate(linked.rows)}
        sums, lower, upper = [], [], []
        for row, index in self.places.items():
            # Nobody is asked who was not referred.
            vector = numpy.zeros(4 * len(self.places))
            vector[4 * index:4 * index + 4] = [1, 1, 1, -1]
            sums, lower, upper = sums + [vector], lower + [0], upper + [numpy.inf]
        for cell, written in published.items():
            low, high = attacker.possible(written)
            sums, lower, upper = sums + [self.vector(cell)], lower + [low], upper + [high]
        self.sums, self.lower, self.upper = sums, lower, upper

    def vector(self, cell):
        measure, level, code, period, place = cell
        vector = numpy.zeros(4 * len(self.places))
        members = self.linked.network.members(level, code)
        for (practice, quarter), index in self.places.items():
            if practice in members and quarter.startswith(period):
                vector[4 * index:4 * index + 4] = self.KINDS[TITLES[measure][place]]
        return vector

    def allows(self, cell, count):
        """True where a count could be this, for all that is published of every measure."""
        vector = self.vector(cell)
        sums = LinearConstraint(numpy.array([*self.sums, vector]), [*self.lower, count], [*self.upper, count])
        return milp(numpy.zeros(len(vector)), constraints=sums, bounds=Bounds(0, attacker.ANY),
                    integrality=numpy.ones(len(vector))).success
