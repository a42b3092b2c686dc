"""What a reader can find out from several releases of one network, with a solver."""

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

import attacker


class Reader:
    """Knows whose rows each figure counted; looks for people in them that agree with every release."""

    def __init__(self, network, releases):
        """Each release is the network as it was and what was published of it."""
        self.rows = {row: index for index, row in enumerate(network.counts)}
        self.sums, self.lower, self.upper, self.cells = [], [], [], {}
        for number, (then, published) in enumerate(releases):
            for (level, code, period), told in published.items():
                for name, written in zip(("part", "whole"), told):
                    sums = self.vector(then, level, code, period, name)
                    self.cells[number, level, code, period, name] = sums
                    low, high = attacker.possible(written)
                    self.sums.append(sums)
                    self.lower.append(low)
                    self.upper.append(high)

    def vector(self, network, level, code, period, name):
        """A count as a sum over those in the part and those who are not, for each row of data."""
        vector = numpy.zeros(2 * len(self.rows))
        for practice, quarter in network.counts:
            if quarter.startswith(period) and practice in network.members(level, code, quarter):
                index = 2 * self.rows[practice, quarter]
                vector[index:index + (2 if name == "whole" else 1)] = 1
        return vector

    def allows(self, vector, count):
        """True where a sum could be a count, for all that was ever published."""
        size = len(vector)
        sums = LinearConstraint(numpy.array([*self.sums, vector]), [*self.lower, count], [*self.upper, count])
        found = milp(numpy.zeros(size), constraints=sums, bounds=Bounds(0, attacker.ANY),
                     integrality=numpy.ones(size))
        return found.success

    def most(self, vector):
        """The greatest number that a sum could be."""
        sums = LinearConstraint(numpy.array(self.sums), self.lower, self.upper)
        found = milp(-vector, constraints=sums, bounds=Bounds(0, attacker.ANY), integrality=numpy.ones(len(vector)))
        return round(vector @ found.x)
