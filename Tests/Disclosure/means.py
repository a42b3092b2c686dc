"""Invented networks whose mean changes are published, and what told means say of a few people."""

import csv
import dataclasses
import random

from networks import QUARTERS, Network, write

FEWEST = 10
PRIME = 2_147_483_629

MEASURE = """\
satisfaction:
  title: Life satisfaction
  type: mean-change
  denominator: people referred
  lowest: 0
  highest: 10
  direction: higher
  why: Invented.
  source: Invented.
  caveats: [Invented.]
  licence: Invented.
  author: A tester
  publish-by: {{practice: {practice}, pcn: {pcn}, icb: {icb}}}
"""

SOURCES = """\
referrals:
  files: [private/referrals.csv]
  shape: records
  measures: [satisfaction]
"""


class Scores:
    """A network's practices with the scores before and after of their people by quarter."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.practices, self.changes = {}, {}
        for network in range(self.chance.randint(1, 2)):
            for practice in range(self.chance.randint(1, 3)):
                pcn = None if self.chance.random() < 0.1 else f"N{network}"
                self.practices[f"P{network}{practice}00"] = (pcn, "B0")
        for code in self.practices:
            most = self.chance.choice([5, 9, 14, 25])
            for quarter in QUARTERS:
                if self.chance.random() < 0.9:
                    self.changes[code, quarter] = [self.pair() for _ in range(self.chance.randint(0, most))]
        lengths = ["quarter", "year"]
        self.lengths = {level: self.chance.choice(lengths) for level in ("practice", "pcn", "icb")}
        self.is_records = self.chance.random() < 0.5

    def pair(self):
        return self.chance.randint(0, 6), self.chance.randint(2, 10)

    def people(self, place):
        return len(self.changes[place])

    def members(self, level, code):
        return Network(self.practices, {}).members(level, code)

    def places(self, level, code, period):
        """The rows of practices that a published mean is the mean of, if it is made of all of them."""
        members = self.members(level, code)
        return [place for place in self.changes
                if place[0] in members and place[1].startswith(period) and self.changes[place]]

    def write(self, folder, quarters=tuple(QUARTERS)):
        write(Network(self.practices, {}), folder)
        data = folder / "content/data"
        (data / "measures.yml").write_text(MEASURE.format(**self.lengths))
        if self.is_records:
            self.write_records(folder, quarters)
            return
        rows = ["practice_code,period,measure,n,mean,sd"]
        for (code, quarter), pairs in self.changes.items():
            if quarter in quarters and pairs:
                changes = [after - before for before, after in pairs]
                mean = sum(changes) / len(changes)
                squares = sum((change - mean) ** 2 for change in changes)
                deviation = (squares / max(1, len(changes) - 1)) ** 0.5
                rows.append(f"{code},{quarter},satisfaction,{len(changes)},{mean:.6f},{deviation:.6f}")
        (data / "outcomes.csv").write_text("\n".join(rows) + "\n")

    def write_records(self, folder, quarters):
        data = folder / "content/data"
        text = (data / "measures.yml").read_text()
        (data / "measures.yml").write_text(text + "  columns: {before: before, after: after}\n")
        (data / "sources.yml").write_text(SOURCES)
        (data / "outcomes.csv").unlink()
        rows = ["practice,referral_date,before,after"]
        for (code, quarter), pairs in self.changes.items():
            if quarter in quarters:
                month = 3 * int(quarter[-1]) - 1
                rows += [f"{code},2025-{month:02}-15,{before},{after}" for before, after in pairs]
        (folder / "private").mkdir(exist_ok=True)
        (folder / "private/referrals.csv").write_text("\n".join(rows) + "\n")


@dataclasses.dataclass(frozen=True)
class Mean:
    people: int
    value: float
    # It is said to leave out people of practices whose own mean is not told.
    is_of_practices: bool


def told(path):
    """Every mean change by level, code and period."""
    with open(path, newline="") as file:
        return {(row["area_type"], row["area_code"], row["period"]):
                Mean(int(row["n"]), float(row["value"]), "only people of practices" in row["note"])
                for row in csv.DictReader(file)
                if row["statistic"] == "mean-change" and not row["value"].startswith("[") and row["value"]}


def is_true(scores, means, place, mean):
    """Whether a mean is what it is said to be: of everybody, or of the told means of practices."""
    if mean.is_of_practices:
        parts = [means[part] for part in means if part[0] == "practice" and part[1] in scores.members(*place[:2])
                 and part[2].startswith(place[2])]
        sums = sum(part.people * part.value for part in parts)
        return mean.people == sum(part.people for part in parts) and abs(mean.value - sums / mean.people) <= 0.0501
    changes = [after - before for row in scores.places(*place) for before, after in scores.changes[row]]
    return abs(len(changes) - mean.people) <= 2 and abs(sum(changes) / len(changes) - mean.value) <= 0.0501


class Isolation:
    """Which groups of people have a sum of scores that told sums add up to, with any weights."""

    def __init__(self, places, sums):
        self.places = list(places)
        self.free = null_space([[1 if place in told else 0 for place in self.places] for told in sums],
                               len(self.places))

    def tells(self, group):
        """A group's sum follows from the others where it is orthogonal to all that they leave open."""
        indices = [self.places.index(place) for place in group]
        return all(sum(vector[index] for index in indices) % PRIME == 0 for vector in self.free)

    def groups(self, people, fewest=FEWEST):
        """Every group of places with fewer people than that whose sum is told."""
        small = [place for place in self.places if people(place) < fewest]

        def grow(start, chosen, count):
            if chosen and self.tells(chosen):
                yield list(chosen)
            for index in range(start, len(small)):
                if count + people(small[index]) < fewest:
                    yield from grow(index + 1, chosen + [small[index]], count + people(small[index]))

        return list(grow(0, [], 0))


def null_space(rows, width):
    """A basis of the vectors that are orthogonal to all rows, modulo a prime."""
    pivots, reduced = [], []
    for row in rows:
        row = list(row)
        for pivot, other in zip(pivots, reduced):
            if row[pivot]:
                row = [(a - row[pivot] * b) % PRIME for a, b in zip(row, other)]
        pivot = next((index for index, number in enumerate(row) if number), None)
        if pivot is None:
            continue
        inverse = pow(row[pivot], PRIME - 2, PRIME)
        row = [number * inverse % PRIME for number in row]
        reduced = [[(a - other[pivot] * b) % PRIME for a, b in zip(other, row)] for other in reduced]
        pivots.append(pivot)
        reduced.append(row)
    basis = []
    for free in set(range(width)) - set(pivots):
        vector = [0] * width
        vector[free] = 1
        for pivot, row in zip(pivots, reduced):
            vector[pivot] = -row[free] % PRIME
        basis.append(vector)
    return basis
