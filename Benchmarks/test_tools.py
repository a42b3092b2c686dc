"""Tests of what measures. They hold no time against anything: `python3 -m unittest discover -s Benchmarks -p 'test_*.py'`."""

import hashlib
import re
import sys
import tempfile
import unittest
from pathlib import Path

from bench import chosen_rows, compiled_floor
from contestants import EditedModule, Floor, sizes
from corpus import write_corpus
from measure import Claim, Sample, alternate, ratios, run
from national import FORMS, write_nation
from report import number
from tables import write_tables

COUNT = 60


class InFolder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def site(self, form):
        write_corpus(COUNT, form, self.folder / form)
        return self.folder / form / "content/modules"

    def modules(self, form):
        return {path.stem: path.read_text() for path in self.site(form).rglob("*[0-9].md")}


class Corpus(InFolder):
    def test_givesBothGeneratorsTheSameModules(self):
        packhorse, hugo = self.modules("packhorse"), self.modules("hugo")
        self.assertEqual(len(packhorse), COUNT)
        without_order = [
            {name: re.sub(r"^(order|weight): .*\n", "", text, flags=re.MULTILINE) for name, text in modules.items()}
            for modules in (packhorse, hugo)
        ]
        self.assertEqual(*without_order)

    def test_givesTheSameBytesEverywhere(self):
        text = "".join(text for _, text in sorted(self.modules("packhorse").items()))
        self.assertEqual(hashlib.sha256(text.encode()).hexdigest()[:16], "fe2e9cae28604dad")

    def test_givesEveryModuleEachKindOfBlock(self):
        for name, text in self.modules("packhorse").items():
            body = text.split("---\n", 2)[2]
            self.assertTrue(400 <= len(body.split()) <= 900, name)
            for line in (r"## \w", r"- \w", r"1\. \w", r"> \w", r"\| --- \|"):
                self.assertRegex(body, f"(?m)^{line}", name)
            roles = re.search(r"^roles: \[(.*)\]$", text, re.MULTILINE).group(1).split(", ")
            self.assertIn(len(set(roles)), (2, 3, 4), name)

    def test_linksModulesThatAreThere(self):
        site = self.site("hugo")
        links = 0
        for path in site.rglob("*[0-9].md"):
            for target in re.findall(r"\]\(([^)]+)\)", path.read_text()):
                links += 1
                self.assertTrue((path.parent / target).resolve().is_file(), target)
        self.assertGreater(links, 3 * COUNT)

    def test_refusesAFolderThatHoldsSomething(self):
        (self.folder / "mine.txt").write_text("mine")
        with self.assertRaises(SystemExit):
            write_corpus(COUNT, "hugo", self.folder)


class Tables(InFolder):
    def table(self, form, rows=COUNT):
        path = write_tables(form, rows, self.folder / form)
        return [line.split(",") for line in path.read_text().splitlines()]

    def test_givesTheSameBytesEverywhere(self):
        text = "\n".join(",".join(row) for form in ("referrals", "shuffled", "appointments") for row in self.table(form))
        self.assertEqual(hashlib.sha256(text.encode()).hexdigest()[:16], "826df9913ae1735c")

    def test_givesEveryRowTheCellsOfItsHeader(self):
        for form in ("referrals", "appointments"):
            rows = self.table(form)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual(len(rows), COUNT + 1)

    def test_givesEachIdOnce(self):
        ordered, shuffled = ([row[0] for row in self.table(form)[1:]] for form in ("referrals", "shuffled"))
        self.assertEqual(ordered, sorted(shuffled))
        self.assertNotEqual(ordered, shuffled)


class Nation(InFolder):
    def data(self, form, practices=7):
        write_nation(practices, form, self.folder / form)
        return {path.name: path.read_text() for path in (self.folder / form).rglob("*.csv")}

    def test_givesEveryContestantTheSameData(self):
        written = [self.data(form) for form in FORMS]
        self.assertEqual(set(written[0]), {"practices.csv", "outcomes.csv", "groups.csv"})
        for other in written[1:]:
            self.assertEqual(other, written[0])

    def test_givesTheSameBytesEverywhere(self):
        text = "".join(text for _, text in sorted(self.data("packhorse").items()))
        self.assertEqual(hashlib.sha256(text.encode()).hexdigest()[:16], "86a6ceb83bf734ed")

    def test_givesEachPracticeItsRows(self):
        rows = {name: text.count("\n") - 1 for name, text in self.data("packhorse").items()}
        self.assertEqual(rows, {"practices.csv": 7, "outcomes.csv": 7 * 48, "groups.csv": 7 * 30})

    def test_givesEveryRowTheCellsOfItsHeader(self):
        for name, text in self.data("packhorse").items():
            self.assertEqual(len({line.count(",") for line in text.splitlines()}), 1, name)


class WriteFloor(InFolder):
    def test_writesFilesOfTheModelsSizes(self):
        model = self.folder / "model"
        for path, size in {"a.html": 5, "empty": 0, "one/two/b.html": 70_000, "one/c.html": 1, "two/d e.html": 3}.items():
            (model / path).parent.mkdir(parents=True, exist_ok=True)
            (model / path).write_bytes(b"-" * size)
        for synchronises in (False, True):
            floor = Floor(compiled_floor(), model, self.folder / "floor", 3, synchronises)
            floor.prepare()
            self.assertGreater(floor.run().wall, 0)
            self.assertEqual(sizes(floor.output), sizes(model))

    def test_writesNothingFromAListThatItCannotRead(self):
        (self.folder / "list").write_text("5 a.html\nb.html\n")
        with self.assertRaisesRegex(SystemExit, "line 2"):
            run([compiled_floor(), self.folder / "list", self.folder / "floor", 1])
        self.assertFalse((self.folder / "floor").exists())


class Measuring(InFolder):
    def test_stopsWhereACommandFails(self):
        with self.assertRaisesRegex(SystemExit, "ended with 3(?s:.*)so it is"):
            run([sys.executable, "-c", "print('so it is'); raise SystemExit(3)"])

    def test_seesTheMemoryOfACommand(self):
        little, much = (run([sys.executable, "-c", f"len(bytearray({size}))"]).peak for size in (1, 200_000_000))
        self.assertGreater(much - little, 150_000_000)

    def test_letsAnotherBeFirstInEachRound(self):
        turns = []
        contestants = [Contestant(name, turns) for name in "abc"]
        samples = alternate(contestants, 3, lambda _: None)
        self.assertEqual("".join(turns), "AaBbCc" + "AaBbCc" + "BbCcAa" + "CcAaBb")
        self.assertEqual({name: len(own) for name, own in samples.items()}, {"a": 3, "b": 3, "c": 3})

    def test_comparesPairByPair(self):
        self.assertEqual(ratios([Sample(6), Sample(8)], [Sample(2), Sample(4)]), [3, 2])

    def test_holdsTheMedianToItsBound(self):
        values = [1, 9, 2]
        self.assertEqual(
            [Claim("", values, at_most=2).holds, Claim("", values, at_most=1.9).holds, Claim("", values, at_least=2).holds,
             Claim("", values, at_least=2.1).holds, Claim("", values).holds],
            [True, False, True, False, None])

    def test_changesAModuleAndPutsItBack(self):
        module = EditedModule(self.site("packhorse").parents[1])
        before = module.path.read_text()
        sentences = [module.change(), module.change()]
        self.assertEqual(module.path.read_text(), f"{before}\n{sentences[1]}\n")
        self.assertNotEqual(*sentences)
        module.restore()
        self.assertEqual(module.path.read_text(), before)
        self.assertEqual(module.page.suffix, ".html")

    def test_writesNumbersToThreeFigures(self):
        written = [number(value) for value in (12345.6, 123.4, 12.34, 1.234, 0.1234, 0.01234, 45)]
        self.assertEqual(written, ["12,346", "123", "12.3", "1.23", "0.123", "0.0123", "45"])

    def test_takesRowsByName(self):
        self.assertEqual(chosen_rows("disk, start"), ["disk", "start"])
        self.assertGreater(len(chosen_rows("")), 4)
        with self.assertRaisesRegex(Exception, "no row 'dsik'"):
            chosen_rows("dsik")


class Contestant:
    """Writes down when it was prepared (its capital letter) and run."""

    def __init__(self, name, turns):
        self.name, self.turns = name, turns

    def prepare(self):
        self.turns.append(self.name.upper())

    def run(self):
        self.turns.append(self.name)
        return Sample(1)


if __name__ == "__main__":
    unittest.main()
