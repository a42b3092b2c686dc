"""Measures that count the same people do not give one another's withheld counts away."""

import pytest

import hiding
from linked import Linked, Reader, read

CHUNKS = 10
SITES_OF_CHUNK = 10


def narrowed(linked, published):
    """Protected counts that cannot be 1 or 7 for all that is published."""
    reader = Reader(linked, published)
    for cell in linked.cells():
        whole = linked.exact((*cell[:4], 0))
        if 1 <= linked.exact(cell) <= 7 or 1 <= whole <= 7:
            assert published[cell] == "[c]", cell
            ends = [end for end in (1, 7) if not reader.allows(cell, end)]
            if ends:
                yield cell, f"{ends} cannot be"


def publish(linked, folder):
    linked.write(folder)
    return read(hiding.publish(folder))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_count_is_narrowed_by_another_measure(chunk, make_folder):
    found, protected = [], 0
    for seed in range(chunk * SITES_OF_CHUNK, (chunk + 1) * SITES_OF_CHUNK):
        linked = Linked(seed)
        found += [(seed, *leak) for leak in narrowed(linked, publish(linked, make_folder(str(seed))))]
    assert not found, found[:5]


def test_measures_that_are_protected_one_by_one_are_narrowed(make_folder):
    """The attack can succeed: each measure is published by a site of its own."""
    found = []
    for seed in range(20):
        linked = Linked(seed)
        published = {}
        for measure in linked.measures:
            alone = Linked(seed)
            alone.measures = [measure]
            published |= publish(alone, make_folder(f"{seed}-{measure}"))
        found += list(narrowed(linked, published))
    assert found
