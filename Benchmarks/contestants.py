"""Those who are timed. Each removes what it made before, off the clock, and then runs as one process."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from measure import Sample, run

SUMS = Path(__file__).with_name("duckdb_sums.py")
LIKE_PACKHORSE = "like-packhorse.yaml,hugo.yaml"


@dataclass
class Packhorse:
    """A build from nothing: no output, and no notes of builds before."""

    program: Path
    site: Path
    output: Path
    name: str = "Packhorse"

    def prepare(self):
        remove(self.output)
        remove(self.site / ".packhorse")

    def run(self):
        return built([self.program, "build", "--site", self.site, "--output", self.output], self.output)


@dataclass
class Hugo:
    """`settings` are files of the site folder; of two that disagree the first one counts."""

    program: Path
    site: Path
    output: Path
    settings: str = LIKE_PACKHORSE
    name: str = "Hugo"

    def prepare(self):
        remove(self.output)
        remove(self.site / ".cache")

    def run(self):
        command = [self.program, "--quiet", "--source", self.site, "--config", self.settings]
        return built([*command, "--destination", self.output, "--cacheDir", self.site / ".cache"], self.output)


@dataclass
class Script:
    """A script in Python that its site brings, on two processes."""

    python: Path
    site: Path
    output: Path
    name: str = "Python"

    def prepare(self):
        remove(self.output)

    def run(self):
        return built([self.python, self.site / "build.py", self.site, self.output], self.output)


@dataclass
class Floor:
    """Files as many and as large as those of `model`, written and nothing else; the time is the program's own."""

    program: Path
    model: Path
    output: Path
    threads: int
    synchronises: bool = False
    name: str = field(init=False)

    def __post_init__(self):
        self.name = "Writing alone, then syncfs" if self.synchronises else "Writing alone"
        self.list = self.output.with_suffix(".list")

    def prepare(self):
        remove(self.output)
        if not self.list.exists():
            self.list.write_text(sizes(self.model))

    def run(self):
        command = [self.program, self.list, self.output, self.threads, *(["sync"] if self.synchronises else [])]
        whole = run(command)
        return Sample(float(whole.said), whole.cpu)


class EditedModule:
    """A module of an invented site whose text can be changed again and again."""

    def __init__(self, site):
        self.site = site
        self.path = sorted((site / "content/modules").rglob("*[0-9].md"))[0]
        self.page = self.path.relative_to(site / "content").with_suffix(".html")
        self.text = self.path.read_text()
        self.changes = 0

    def restore(self):
        self.path.write_text(self.text)

    def change(self):
        """Saves the module with one more sentence; returns what its page must show from now on."""
        self.changes += 1
        sentence = f"This is edit number {self.changes} of this run."
        self.path.write_text(f"{self.text}\n{sentence}\n")
        return sentence


@dataclass
class Again:
    """A build into the output of the build before, after one module has changed."""

    build: Packhorse
    module: EditedModule
    name: str = "Packhorse, after one edit"

    def prepare(self):
        self.sentence = self.module.change()

    def run(self):
        sample = self.build.run()
        if self.sentence not in (self.build.output / self.module.page).read_text():
            raise SystemExit(f"the page of {self.module.path} does not show its new text")
        return sample


@dataclass
class Version:
    """`hugo version`: about the least that starting that program costs."""

    program: Path
    name: str = "hugo version"

    def prepare(self):
        pass

    def run(self):
        return run([self.program, "version"])


@dataclass
class Check:
    """What Packhorse finds in a site and in its words, from nothing; invented words break rules of style."""

    program: Path
    site: Path
    name: str = "packhorse check"

    def prepare(self):
        remove(self.site / ".packhorse")

    def run(self):
        return run([self.program, "check", "--site", self.site])


@dataclass
class DataCheck:
    """What Packhorse understands of a site's data: every row read, checked and added up, and what would be withheld."""

    program: Path
    site: Path
    name: str = "Packhorse"

    def prepare(self):
        pass

    def run(self):
        return run([self.program, "data", "check", "--strict", "--site", self.site])


@dataclass
class DuckDB:
    """The same rows added up by DuckDB from its package for Python; it says how long the query alone took."""

    python: Path
    work: str
    table: Path
    name: str = "DuckDB"

    def prepare(self):
        pass

    def run(self):
        return run([self.python, SUMS, self.work, self.table])


def built(command, output):
    """Runs a build and counts, off the clock, what it made."""
    sample = run(command)
    made = [path.stat().st_size for path in files(output)]
    sample.files, sample.size = len(made), sum(made)
    return sample


def sizes(folder):
    """`size path` of each file, in the order of their paths."""
    return "".join(f"{path.stat().st_size} {path.relative_to(folder)}\n" for path in sorted(files(folder)))


def files(folder):
    return (path for path in folder.rglob("*") if path.is_file())


def remove(folder):
    if folder.exists():
        shutil.rmtree(folder)
