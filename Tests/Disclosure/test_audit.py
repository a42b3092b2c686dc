"""The audit of a built site finds every planted leak, tells no count, and lets safe sites be."""

import dataclasses
import json
import re
import subprocess

import pytest

import hiding
import leaks
from networks import invented, write
from program import PACKHORSE
from releases import Reader
from test_releases import CHANGES, two_releases

SITES_OF_KIND = 20
CLEAN = 100
CHUNKS = 10


def audited(folder, *options):
    """What the audit says of a built site: its problems."""
    run = subprocess.run([PACKHORSE, "audit", folder, "--format", "json", *options], capture_output=True, text=True)
    problems = json.loads(run.stdout or "[]")
    assert (run.returncode == 1) == any(problem["severity"] == "error" for problem in problems), run.stderr
    return problems


def built(seed, make_folder, name, length=None, **settings):
    network = invented(seed, **settings)
    network = dataclasses.replace(network, length=length or network.length)
    folder = make_folder(name)
    write(network, folder)
    hiding.publish(folder)
    return network, folder / "public"


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_safe_site_raises_no_alarm(chunk, make_folder):
    for seed in range(chunk, CLEAN, CHUNKS):
        protect = "4" if seed % 5 == 4 else "class"
        _, site = built(3_000 + seed, make_folder, f"clean-{seed}", shows_zero=seed % 4 != 2, protect=protect,
                        disclosure="sum-of-cells" if seed % 4 == 1 and seed % 3 == 0 else "nhs-digital")
        assert audited(site, "--protect", protect) == [], seed


@pytest.mark.parametrize("kind", leaks.KINDS, ids=lambda kind: kind.__name__)
def test_every_planted_leak_is_found(kind, make_folder):
    found = 0
    for seed in range(4_000, 4_400):
        network, site = built(seed, make_folder, f"{kind.__name__}-{seed}", length="quarter")
        planted = leaks.Planted(network, site, site.parent / "planted")
        if not kind(planted):
            continue
        problems = audited(planted.folder)
        assert problems, seed
        assert_tells_nothing(problems)
        found += 1
        if found == SITES_OF_KIND:
            return
    pytest.fail(f"only {found} sites have room for it")


def assert_tells_nothing(problems):
    """Beside the rule itself, and names of periods and areas, a message holds no number."""
    for problem in problems:
        said = [problem["summary"], problem.get("explanation", ""), problem.get("suggestion", "")]
        said += [note["text"] for note in problem.get("notes", [])]
        for text in said:
            rest = re.sub(r"\d{4}(-Q\d|-\d\d|/\d\d)?|[PNB]\d+|lower_95|upper_95|_998|1 to 7|nearest 5", "", text)
            assert not re.search(r"\d", rest.replace("lower", "").replace("upper", "")), text


def few_since(year, releases):
    """Whether 1 to 7 people came between two releases, and somebody who has both can tell that it was fewer than 7."""
    reader = Reader(year, releases)
    exact = [count for part, whole in year.counts.values() for count in (part, whole - part)]
    for (number, *place), vector in reader.cells.items():
        earlier = reader.cells.get((0, *place))
        if number == 1 and earlier is not None:
            grown = vector - earlier
            if 1 <= grown @ exact <= 7 and reader.most(grown) < 7:
                return True
    return False


def test_few_people_between_two_releases_are_found(make_folder):
    found = 0
    for seed in range(5_000, 5_400):
        year, releases = two_releases(seed, CHANGES[-1], lambda name: make_folder(name), is_noted=False)
        if not few_since(year, releases):
            continue
        folder = make_folder(f"pair-{seed}")
        before, after = folder / "before", folder / "after"
        for network, place in zip((releases[0][0], year), (before, after)):
            write(network, place)
            hiding.publish(place)
        problems = audited(after / "public", "--strict", "--previous", before / "public")
        assert any(problem["id"] == "people-since-release" for problem in problems), seed
        assert_tells_nothing(problems)
        found += 1
        if found == SITES_OF_KIND:
            return
    pytest.fail(f"only {found} pairs of releases give anything away")


@pytest.mark.parametrize("chunk", range(5))
def test_releases_that_were_noted_raise_no_alarm(chunk, make_folder):
    for seed in range(6_000 + chunk * 4, 6_004 + chunk * 4):
        folder = make_folder(f"noted-{seed}")
        lengths = CHANGES[seed % len(CHANGES)]
        year, releases = two_releases(seed, lengths, lambda name: folder, is_noted=False)
        before = folder / "before"
        write(releases[0][0], folder)
        hiding.publish(folder)
        (folder / "public").rename(before)
        hiding.release(folder)
        write(year, folder)
        hiding.publish(folder)
        problems = audited(folder / "public", "--previous", before)
        assert not any(problem["severity"] == "error" for problem in problems), (seed, lengths, problems[:2])
