"""Witnesses that the program found, checked by adding up, and held against the best that a solver finds.

`swift test` writes them down; nothing of the program's own code is used here.
"""

import json
import pathlib

import numpy
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

FILE = pathlib.Path(__file__).resolve().parents[2] / ".build" / "witnesses.json"
MANY = 10**9


@pytest.fixture(scope="module")
def tables():
    assert FILE.exists(), "run `swift test` first: it writes the witnesses down"
    return json.loads(FILE.read_text())


def possible(told):
    """The counts that a reader holds possible behind what is told."""
    if told == "[c]":
        return 0, MANY
    if told in ("[x]", "0"):
        return 0, 0
    return max(8, int(told) - 2), max(8, int(told) + 2)


def sums(table, witness):
    """Every cell's count, were a witness the truth."""
    atoms = list(table["atoms"])
    for atom, count in witness.items():
        atoms[int(atom)] = count
    assert min(atoms, default=0) >= 0
    for one, other in table["ties"]:
        assert sum(atoms[atom] for atom in one) == sum(atoms[atom] for atom in other)
    return [sum(atoms[atom] for atom in cell["atoms"]) for cell in table["cells"]]


def agrees(table, witness):
    """A witness agrees with everything that is told."""
    return all(
        low <= count <= high
        for count, (low, high) in zip(sums(table, witness), (possible(cell["told"]) for cell in table["cells"]))
    )


def test_the_truth_agrees_with_what_is_told(tables):
    assert len(tables) > 100
    assert all(agrees(table, {}) for table in tables)


def test_every_small_count_is_withheld_and_has_two_witnesses(tables):
    checked = 0
    for table in tables:
        proofs = {proof["cell"]: proof for proof in table["proofs"]}
        for index, count in enumerate(sums(table, {})):
            if not table["lowest"] <= count <= 7:
                continue
            cell = table["cells"][index]
            if cell["told"] == "[x]":
                continue
            assert cell["told"] == "[c]" and index in proofs
            proof = proofs[index]
            assert agrees(table, proof["fewest"]) and agrees(table, proof["most"])
            fewest, most = sums(table, proof["fewest"])[index], sums(table, proof["most"])[index]
            if table["protection"] == "class":
                assert fewest <= table["lowest"] and most >= 7
            else:
                assert min(most, 7) - max(fewest, table["lowest"]) >= 3
            checked += 1
    assert checked > 500


def test_a_false_witness_is_seen(tables):
    """The check can fail: 20 people more in a count that is told agree with nothing."""
    tried = 0
    for table in tables:
        told = next((cell for cell in table["cells"] if cell["told"] not in ("[c]", "[x]") and cell["atoms"]), None)
        if told is not None:
            atom = told["atoms"][0]
            # What is tied to it would have to grow as well, and is not.
            free = {**table, "ties": []}
            assert not agrees(free, {atom: table["atoms"][atom] + 20})
            tried += 1
    assert tried > 100


def test_a_solver_finds_no_less_and_no_more_than_witnesses_allow(tables):
    """The range of counts that a solver finds for a cell holds both of its witnesses."""
    for table in tables[::12]:
        size = len(table["atoms"])
        matrix = numpy.zeros((len(table["cells"]) + len(table["ties"]), size))
        for row, cell in enumerate(table["cells"]):
            matrix[row, cell["atoms"]] = 1
        for row, (one, other) in enumerate(table["ties"], len(table["cells"])):
            matrix[row, one] = 1
            matrix[row, other] -= 1
        ranges = [possible(cell["told"]) for cell in table["cells"]] + [(0, 0)] * len(table["ties"])
        limits = LinearConstraint(matrix, [low for low, _ in ranges], [high for _, high in ranges])
        for proof in table["proofs"][:6]:
            found = []
            for sign in (1, -1):
                solved = milp(
                    sign * matrix[proof["cell"]], constraints=limits, integrality=numpy.ones(size),
                    bounds=Bounds(0, 10_000),
                )
                assert solved.success
                found.append(sign * solved.fun)
            ends = sums(table, proof["fewest"])[proof["cell"]], sums(table, proof["most"])[proof["cell"]]
            assert found[0] - 1e-6 <= min(ends) and max(ends) <= found[1] + 1e-6
