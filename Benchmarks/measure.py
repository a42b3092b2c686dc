"""Times whole processes, one after another, and compares them pair by pair."""

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Sample:
    """What one process cost: seconds on the clock, seconds of the processors, the most bytes of memory at once.

    `said` is what it printed; `files` and `size` are what it built, where it built a site.
    """

    wall: float
    cpu: float | None = None
    peak: int | None = None
    said: str = ""
    files: int | None = None
    size: int | None = None


def run(command):
    """Runs a command to its end; stops everything where it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{text[-4000:]}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, text)


def alternate(contestants, rounds, say):
    """Lets each contestant run once a round, the next one first each time: no one always follows the same other.

    Each first runs once without being counted. What was written before is put on disk before the clock starts, so that none pays
    for another.
    """
    samples = {contestant.name: [] for contestant in contestants}
    for number in range(-1, rounds):
        say(f"round {number + 1} of {rounds}")
        turn = max(number, 0) % len(contestants)
        for contestant in contestants[turn:] + contestants[:turn]:
            contestant.prepare()
            os.sync()
            sample = contestant.run()
            if number >= 0:
                samples[contestant.name].append(sample)
    return samples


def walls(samples):
    return [sample.wall for sample in samples]


def ratios(above, below):
    """The quotient of each pair of one round."""
    return [one / other for one, other in zip(walls(above), walls(below), strict=True)]


@dataclass
class Claim:
    """What was to be shown, the values that show it, and the bound that their median is held to, if there is one."""

    text: str
    values: list
    at_most: float | None = None
    at_least: float | None = None

    @property
    def median(self):
        return statistics.median(self.values)

    @property
    def holds(self):
        """None where nothing was promised."""
        if self.at_most is not None:
            return self.median <= self.at_most
        return self.median >= self.at_least if self.at_least is not None else None


@dataclass
class Row:
    """One piece of work, what each contestant needed for it, and what follows."""

    work: str
    samples: dict
    claims: list
