"""The pieces of work that are timed. Each function does one and yields what came of it."""

import os
import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from contestants import Again, Check, DataCheck, DuckDB, EditedModule, Floor, Hugo, Packhorse, Script, Version
from measure import Claim, Row, alternate, ratios, run
from serving import can_serve, hugo_server, packhorse_server
from slow_disk import can_be_made, slow_disk
from tables import TABLES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


@dataclass
class Bench:
    """The programs, a folder in memory and one on disk, and how much is to be done."""

    packhorse: Path
    hugo: Path
    python: Path
    floor: Path
    tmpfs: Path
    disk: Path
    modules: int
    many: int
    records: int
    appointments: int
    practices: int
    rounds: int

    def say(self, text):
        print(text, file=sys.stderr, flush=True)

    def alternate(self, contestants, rounds=None):
        return alternate(contestants, rounds or self.rounds, self.say)

    def site(self, form, place, count=None):
        """A site of `count` modules, written the first time that it is asked for; Packhorse must find no fault in it."""
        count = count or self.modules
        folder = place / f"{form}-{count}"
        if not folder.exists():
            self.say(f"writing {count:,} modules for {form}")
            run([sys.executable, HERE / "corpus.py", count, form, folder])
            if form == "packhorse":
                run([self.packhorse, "coverage", "--strict", "--site", folder])
        return folder

    def data(self, form, count):
        """A site with one large data file, in memory."""
        folder = self.tmpfs / f"data-{form}"
        if not folder.exists():
            self.say(f"writing {count:,} rows of {form}")
            run([sys.executable, HERE / "tables.py", form, count, folder])
        return folder

    def nation(self, form, count):
        """A site of `count` practices, in memory; Packhorse must find no fault in its own."""
        folder = self.tmpfs / f"nation-{form}-{count}"
        if not folder.exists():
            self.say(f"writing {count:,} practices for {form}")
            run([sys.executable, HERE / "national.py", count, form, folder])
        return folder

    def nation_build(self, form, count):
        return Packhorse(
            self.packhorse, self.nation(form, count), self.tmpfs / f"nation-output-{form}-{count}",
            f"Packhorse, {count:,} practices")

    def build(self, place):
        return Packhorse(self.packhorse, self.site("packhorse", place), place / "packhorse-output")

    def hugo_build(self, place):
        return Hugo(self.hugo, self.site("hugo", place), place / "hugo-output")

    def floors(self, model):
        return [
            Floor(self.floor, model, model.with_name("floor-output"), os.cpu_count() or 1, synchronises)
            for synchronises in (False, True)
        ]


def tmpfs(bench):
    """All modules from nothing, in memory: what the programs themselves cost."""
    packhorse, hugo = bench.build(bench.tmpfs), bench.hugo_build(bench.tmpfs)
    untuned = Hugo(hugo.program, hugo.site, hugo.output, "hugo.yaml", "Hugo, its own settings")
    floor, _ = bench.floors(packhorse.output)
    samples = bench.alternate([packhorse, hugo, untuned, floor])
    own = samples[packhorse.name]
    yield Row(f"{bench.modules:,} modules, tmpfs", samples, [
        Claim("Hugo ÷ Packhorse", ratios(samples[hugo.name], own), at_least=8),
        Claim("Hugo, its own settings ÷ Packhorse", ratios(samples[untuned.name], own), at_least=8),
        Claim("Packhorse ÷ writing alone", ratios(own, samples[floor.name])),
    ])


def disk(bench):
    """All modules from nothing, on disk, beside the bare writing of the same files."""
    packhorse, hugo = bench.build(bench.disk), bench.hugo_build(bench.disk)
    bare, synchronised = bench.floors(packhorse.output)
    samples = bench.alternate([packhorse, hugo, bare, synchronised])
    own = samples[packhorse.name]
    yield Row(f"{bench.modules:,} modules, disk", samples, [
        Claim("Packhorse ÷ writing alone", ratios(own, samples[bare.name]), at_most=1.5),
        Claim("Packhorse ÷ writing alone, then syncfs", ratios(own, samples[synchronised.name]), at_most=1.5),
        Claim("Hugo ÷ Packhorse", ratios(samples[hugo.name], own)),
    ])


def slow(bench):
    """The same on a disk whose writing is waited for."""
    if not can_be_made():
        bench.say("a slow disk can be made by root alone, where the kernel limits block devices: that row is left out")
        return
    with slow_disk(bench.tmpfs, size=200_000 * bench.modules + 500_000_000, rate=40_000_000) as place:
        packhorse = bench.build(place)
        _, synchronised = bench.floors(packhorse.output)
        samples = bench.alternate([packhorse, synchronised])
    yield Row(f"{bench.modules:,} modules, a disk of 40 MB a second", samples, [
        Claim("Packhorse ÷ writing alone, then syncfs",
              ratios(samples[packhorse.name], samples[synchronised.name]), at_most=1.5),
    ])


def scale(bench):
    """Memory and time of a site, and of one many times as large, in memory."""
    small, large = (
        Packhorse(bench.packhorse, bench.site("packhorse", bench.tmpfs, count), bench.tmpfs / f"output-{count}",
                  f"Packhorse, {count:,} modules")
        for count in (bench.modules, bench.many))
    samples = bench.alternate([small, large], max(2, bench.rounds // 3))
    growth = [
        ratio * bench.modules / bench.many for ratio in ratios(samples[large.name], samples[small.name])]
    yield Row("growth, tmpfs", samples, [
        *(memory_claim(build, samples[build.name]) for build in (small, large)),
        Claim("Seconds a module, large site ÷ small site", growth, at_most=1.2),
    ])


def memory_claim(build, samples):
    markdown = sum(path.stat().st_size for path in build.site.rglob("*.md"))
    peaks = [sample.peak / (60e6 + 2 * markdown) for sample in samples]
    return Claim(f"{build.name}: peak memory ÷ (60 MB + twice the Markdown)", peaks, at_most=1)


def edit(bench):
    """A second build after one module has changed, beside a build from nothing."""
    for place, name in ((bench.tmpfs, "tmpfs"), (bench.disk, "disk")):
        build = bench.build(place)
        again = Again(build, EditedModule(build.site))
        samples = bench.alternate([build, again])
        again.module.restore()
        yield Row(f"one edit among {bench.modules:,} modules, {name}", samples, [
            Claim("Second build ÷ build from nothing", ratios(samples[again.name], samples[build.name]), at_most=1 / 20),
        ])


def serve(bench):
    """From saving a module to the moment its new text is served."""
    if not can_serve(bench.packhorse):
        bench.say("packhorse has no `serve` yet: that row is left out")
        return
    site, hugo_site = bench.site("packhorse", bench.tmpfs), bench.site("hugo", bench.tmpfs)
    with ExitStack() as stack:
        packhorse, fast, full = (
            stack.enter_context(server) for server in (
                packhorse_server(bench.packhorse, EditedModule(site)),
                hugo_server(bench.hugo, EditedModule(hugo_site), "Hugo"),
                hugo_server(bench.hugo, EditedModule(copied(hugo_site)), "Hugo, every page", "--disableFastRender")))
        samples = bench.alternate([packhorse, fast, full])
    own = samples[packhorse.name]
    yield Row(f"save to served among {bench.modules:,} modules, tmpfs", samples, [
        Claim("Packhorse ÷ Hugo", ratios(own, samples[fast.name]), at_most=1 / 100),
        Claim("Packhorse ÷ Hugo, every page", ratios(own, samples[full.name]), at_most=1 / 100),
    ])


def copied(site):
    """Another copy of a site: two servers that watch one would both hear of each edit."""
    return Path(shutil.copytree(site, site.with_name(f"{site.name}-copy")))


def start(bench):
    """The site that comes with Packhorse, beside the bare start of Hugo."""
    site = bench.tmpfs / "bundled"
    for part in ("content", "private"):
        shutil.copytree(ROOT / part, site / part)
    build, version = Packhorse(bench.packhorse, site, bench.tmpfs / "bundled-output"), Version(bench.hugo)
    samples = bench.alternate([build, version], 2 * bench.rounds)
    yield Row("the bundled site, tmpfs", samples, [
        Claim("Packhorse ÷ hugo version", ratios(samples[build.name], samples[version.name]), at_most=3),
    ])


def words(bench):
    """A check of 1,000 modules, with every word held to the rules of style, beside a build."""
    site = bench.site("packhorse", bench.tmpfs, min(bench.modules, 1_000))
    build, check = Packhorse(bench.packhorse, site, bench.tmpfs / "words-output"), Check(bench.packhorse, site)
    samples = bench.alternate([build, check])
    yield Row("1,000 modules built and checked, tmpfs", samples, [
        Claim("Check ÷ build", ratios(samples[check.name], samples[build.name]), at_most=2),
    ])


def referrals(bench):
    """Records of referrals read, checked and added up, beside DuckDB; also with ids in no order, which takes memory."""
    own = DataCheck(bench.packhorse, bench.data("referrals", bench.records))
    shuffled = DataCheck(bench.packhorse, bench.data("shuffled", bench.records), "Packhorse, ids in no order")
    peer = DuckDB(bench.python, "referrals", own.site / TABLES["referrals"])
    samples = bench.alternate([own, shuffled, peer])
    yield Row(f"{bench.records:,} records of referrals, tmpfs", samples, [
        *beside_duckdb(samples, own, peer), *(small_memory(each, samples) for each in (own, shuffled))])


def appointments(bench):
    """A national file, of which one category counts, beside DuckDB."""
    own = DataCheck(bench.packhorse, bench.data("appointments", bench.appointments))
    peer = DuckDB(bench.python, "appointments", own.site / TABLES["appointments"])
    samples = bench.alternate([own, peer])
    yield Row(f"{bench.appointments:,} rows of appointments, tmpfs", samples, [
        *beside_duckdb(samples, own, peer), small_memory(own, samples)])


def beside_duckdb(samples, own, peer):
    own, peer = samples[own.name], samples[peer.name]
    alone = [sample.wall / float(other.said) for sample, other in zip(own, peer, strict=True)]
    return [
        Claim("Packhorse ÷ DuckDB", ratios(own, peer), at_most=1),
        Claim("Packhorse ÷ DuckDB's query alone, without the start of Python", alone),
    ]


def small_memory(check, samples):
    return Claim(f"{check.name}: peak memory ÷ 100 MB", [sample.peak / 100e6 for sample in samples[check.name]], at_most=1)


def national(bench):
    """A nation of practices with four pages each, in memory, beside Hugo and a script; and a tenth of it."""
    own, small = (bench.nation_build("packhorse", count) for count in (bench.practices, bench.practices // 10))
    hugo = Hugo(bench.hugo, bench.nation("hugo", bench.practices), bench.tmpfs / "nation-hugo-output", "hugo.yaml")
    script = Script(bench.python, bench.nation("python", bench.practices), bench.tmpfs / "nation-script-output")
    floor, _ = bench.floors(own.output)
    samples = bench.alternate([own, small, hugo, script, floor], max(2, bench.rounds // 3))
    for made in (own, small, hugo, script, floor):
        shutil.rmtree(made.output)
    builds = samples[own.name]
    growth = [ratio / 10 for ratio in ratios(builds, samples[small.name])]
    yield Row(f"{bench.practices:,} practices with four pages, tmpfs", samples, [
        Claim("Python ÷ Packhorse", ratios(samples[script.name], builds), at_least=4),
        Claim("Hugo ÷ Packhorse", ratios(samples[hugo.name], builds), at_least=12),
        Claim("Packhorse ÷ writing alone", ratios(builds, samples[floor.name])),
        Claim("Packhorse: peak memory ÷ 250 MB", [sample.peak / 250e6 for sample in builds], at_most=1),
        Claim("Seconds a practice, all of them ÷ a tenth", growth, at_most=1.2),
    ])


def nation(bench):
    """A twentieth of that nation with every page, chart, search and data pack that Packhorse makes; held to nothing."""
    whole = bench.nation_build("whole", max(20, bench.practices // 20))
    samples = bench.alternate([whole], max(2, bench.rounds // 3))
    shutil.rmtree(whole.output)
    yield Row("practices with everything, tmpfs", samples, [])


ROWS = {
    row.__name__: row
    for row in (tmpfs, disk, slow, scale, edit, serve, start, words, referrals, appointments, national, nation)
}
