"""A reader with a solver narrows no withheld count below what the site promises."""


import pytest

import attacker
import hiding
from networks import invented, write

SITES = 1_000
CHUNKS = 20


def small(network):
    """The cells that nobody may learn: counts of 1 to 7, and how many of so small a group are in the part."""
    lowest = 1 if network.shows_zero else 0
    for level, code in network.areas():
        for period in network.periods(level):
            counts = network.exact(level, code, period)
            if counts is None:
                continue
            part, whole = counts
            if lowest <= whole <= 7:
                yield (level, code, period, "whole"), whole
            if lowest <= part <= 7 or lowest <= whole <= 7:
                yield (level, code, period, "part"), part


def narrowed(network, published):
    """The protected cells that the published counts give away further than they may, with what was found."""
    reader = attacker.Reader(network, published)
    lowest = 1 if network.shows_zero else 0
    for cell, count in small(network):
        if network.protect == "class":
            ends = [end for end in (lowest, 7) if not reader.allows(cell, end)]
            if ends:
                yield cell, f"{ends} cannot be"
        else:
            found = reader.narrowed(cell, lowest, 7)
            if found is None or found[1] - found[0] < 3:
                yield cell, f"only {found} can be"


def attacked(seeds, make_folder, settings):
    found, protected = [], 0
    for seed in seeds:
        network = invented(seed, **settings)
        folder = make_folder(f"{seed}-{settings['protect']}")
        write(network, folder)
        published = attacker.read(hiding.publish(folder))
        protected += len(list(small(network)))
        found += [(seed, *leak) for leak in narrowed(network, published)]
        assert_told_rightly(network, published)
    return found, protected


def assert_told_rightly(network, published):
    """What is shown is the exact count rounded, and all that is small is withheld: no number was made up."""
    for (level, code, period), told in published.items():
        counts = network.exact(level, code, period)
        for written, count in zip(told, counts or ()):
            if written.startswith("["):
                continue
            assert int(written) == (count + 2) // 5 * 5 and (count == 0 or count > 7), (level, code, period)
    for cell, _ in small(network):
        written = published[cell[:3]][0 if cell[3] == "part" else 1]
        assert written == "[c]", cell


@pytest.mark.parametrize("protect", ["class", "4"])
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_withheld_count_is_narrowed(chunk, protect, make_folder):
    size = SITES // CHUNKS
    seeds = range(chunk * size, (chunk + 1) * size)
    found, protected = attacked(seeds, make_folder, {"protect": protect, "shows_zero": chunk % 4 != 3})
    assert protected > size
    assert not found, found[:5]


def test_the_attacker_finds_what_is_hidden_cell_by_cell():
    """Counts that are each made safe alone are narrowed: the attack can succeed."""
    leaks = [leak for seed in range(60) for leak in narrowed(*hiding.cell_by_cell(invented(seed)))]
    assert len(leaks) > 20


def test_what_is_withheld_besides_is_near_the_least_possible(make_folder):
    """On small tables, beside the least that a solver can find."""
    ours, least = 0, 0
    for seed in range(100):
        network = hiding.small_network(seed)
        folder = make_folder(f"small-{seed}")
        write(network, folder)
        withheld = hiding.count_withheld(attacker.read(hiding.publish(folder)))
        fewest = hiding.least_withheld(network)
        assert withheld <= 1.5 * fewest, (seed, withheld, fewest)
        ours, least = ours + withheld, least + fewest
    print(f"withheld: {ours}, least possible: {least}")
