"""Runs packhorse under strace, which can kill it at a system call or refuse one."""

import collections
import concurrent.futures
import contextlib
import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import time

from program import PACKHORSE

DATE = "2026-11-23"
PROCESSORS = sorted(os.sched_getaffinity(0))
# FULL=1 tries every call with every error and every next command; else these take turns, and calls that only fill or
# empty a folder beside the output are thinned.
FULL = os.environ.get("FULL") == "1"

# Every call that changes a file, a name or what is on disk; a question mark passes over what a machine does not have.
CHANGING = """openat ?open ?creat write pwrite64 writev pwritev ftruncate ?truncate fallocate copy_file_range
    ?rename renameat renameat2 ?link linkat ?symlink symlinkat ?unlink unlinkat ?rmdir ?mkdir mkdirat ?mknod mknodat
    ?chmod fchmod fchmodat ?chown fchown fchownat utimensat fsetxattr setxattr
    fsync fdatasync syncfs sync flock""".split()

# Every call that reads a file, a name or a folder.
READING = "openat ?open read pread64 newfstatat ?stat ?lstat statx getdents64 readlinkat faccessat faccessat2".split()


@dataclasses.dataclass(frozen=True)
class Run:
    status: int
    error: str
    log: str

    @property
    def last_line(self):
        return self.error.rstrip("\n").rpartition("\n")[2]


@dataclasses.dataclass(frozen=True)
class Point:
    """The nth time that a thread makes a system call, and the line that strace wrote of it."""

    call: str
    number: int
    line: str

    def __str__(self):
        return f"{self.call} {self.number}: {self.line}"

    @property
    def killing(self):
        """The fault that kills the command just before the call is made."""
        return f"{self.call}:signal=SIGKILL:when={self.number}"

    @property
    def changes_something(self):
        """False for a call that fails, takes a lock or waits for the disk: a kill before the next one leaves the same."""
        return " = -1 " not in self.line and self.call not in ("fsync", "fdatasync", "syncfs", "flock")

    @property
    def is_aside(self):
        """True where it only fills or empties the folder in which a site is put together."""
        calls = ("openat", "write", "linkat", "mkdirat", "fsync", "unlinkat")
        return self.call in calls and re.search("packhorse-(staging|replaced)", self.line) is not None


def command(*arguments, jobs=1):
    """The command line; on one processor, where this thread stays, unless it has several jobs."""
    dated = ["--jobs", str(jobs), "--date", DATE] if arguments[0] in ("build", "check") else []
    spread = ["taskset", "-c", ",".join(map(str, PROCESSORS))] if jobs > 1 else []
    return [*spread, PACKHORSE, *arguments, *dated]


def packhorse(folder, *arguments):
    done = subprocess.run(command(*arguments), cwd=folder, capture_output=True, text=True)
    return Run(done.returncode, done.stderr, "")


def tracer(log, calls=CHANGING, inject=(), paths=()):
    """strace and its options; with `paths` it sees, and counts, only calls on these."""
    watched = [part for path in paths for part in ("-P", path)]
    faults = [part for fault in inject for part in ("-e", "inject=" + fault)]
    seen = {*calls, *(fault.partition(":")[0] for fault in inject)}
    return ["strace", "-f", "-y", "-o", log, *watched, "-e", "trace=" + ",".join(sorted(seen)), *faults]


def traced(folder, *arguments, calls=CHANGING, inject=(), paths=(), jobs=1):
    """Runs a command and notes its system calls; `inject` are faults as strace takes them, `paths` lie in the folder."""
    log = folder.with_suffix(".strace")
    call = tracer(log, calls, inject, within(folder, paths))
    done = subprocess.run(call + command(*arguments, jobs=jobs), cwd=folder, capture_output=True, text=True)
    assert log.exists(), f"strace ended with {done.returncode}: {done.stderr!r}"
    return Run(done.returncode, done.stderr, log.read_text(errors="replace"))


@contextlib.contextmanager
def stopped(folder, *arguments, at, number=1, inject=(), paths=()):
    """A command that stands still once it has made a call of a kind for the nth time."""
    log = folder.with_suffix(".strace")
    call = tracer(log, inject=[f"{at}:signal=SIGSTOP:when={number}", *inject], paths=within(folder, paths))
    running = subprocess.Popen(call + command(*arguments), cwd=folder, stderr=subprocess.PIPE, text=True)
    while running.poll() is None and "stopped by SIGSTOP" not in (log.read_text() if log.exists() else ""):
        time.sleep(0.01)
    assert running.poll() is None, running.stderr.read()
    running.process = int(log.read_text().split()[0])
    try:
        yield running
    finally:
        if running.poll() is None:
            os.kill(running.process, signal.SIGKILL)
        running.wait()


def within(folder, paths):
    return [os.path.normpath(folder / path) for path in paths]


@dataclasses.dataclass(frozen=True)
class Rehearsal:
    """A command that nothing disturbed, and where it can be disturbed."""

    folder: pathlib.Path
    run: Run
    # What a trace has to watch, so that nothing but files of the site counts.
    paths: list
    points: list


def rehearse(stage, *arguments, inject=(), calls=CHANGING):
    """Runs a command undisturbed and finds its calls on files of the site, which is where it can be disturbed."""
    folder = stage.folder()
    run = traced(folder, *arguments, inject=inject, calls=calls)
    assert run.status == 0, run.error
    lines = [line for line in run.log.splitlines() if f"<{folder}" in line and is_wanted(line, calls)]
    pattern = re.compile(f"<{re.escape(str(folder))}/?([^>]*)>")
    paths = sorted({path.removesuffix(" (deleted)") or "." for line in lines for path in pattern.findall(line)})
    folder, run = by_one_thread(stage, *arguments, inject=inject, calls=calls, paths=paths)
    assert run.status == 0, run.error
    return Rehearsal(folder, run, paths, points(run.log, calls))


def by_one_thread(stage, *arguments, **tracing):
    """A new folder of a stage, and a command run there by one thread."""
    def run_in(folder):
        return [traced(folder, *arguments, **tracing)]

    folder, [run] = all_by_one_thread(stage, run_in)
    return folder, run


def all_by_one_thread(stage, runs_in):
    """A new folder of a stage, and the commands that `runs_in` runs there, each by one thread.

    strace counts the calls of each thread by itself. On one processor packhorse has one thread that works, nearly always;
    when it has not, the point that was meant is not met, and all is done once more on another folder.
    """
    for _ in range(10):
        folder = stage.folder()
        runs = runs_in(folder)
        if all(len(set(re.findall(r"^(\d+) +\w+\(", run.log, re.MULTILINE))) <= 1 for run in runs):
            return folder, runs
    raise AssertionError("more than one thread is at work each time")


def points(log, calls):
    """The calls in a log, numbered as strace counts them."""
    seen, found = collections.Counter(), []
    for line in log.splitlines():
        if match := re.match(r"\d+ +(\w+)\(", line):
            seen[match[1]] += 1
            if is_wanted(line, calls):
                found.append(Point(match[1], seen[match[1]], line.partition(" ")[2].strip()))
    return found


def is_wanted(line, calls):
    """True for a call of the kinds; opening a file changes something only where it may make the file."""
    call = re.match(r"\d+ +(\w+)\(", line)
    if not call or call[1] not in calls:
        return False
    return call[1] not in ("open", "openat") or (calls is CHANGING) == ("O_CREAT" in line)


def disturbable(points, inject=()):
    """The points at which a fault can be added: strace knows one for each call. Those beside the output are thinned."""
    taken = {fault.partition(":")[0] for fault in inject}
    free = [point for point in points if point.call not in taken]
    aside = [point for point in free if point.is_aside]
    left_out = set() if FULL else set(aside) - set(aside[::4])
    return [point for point in free if point not in left_out]


def kills(points, inject=()):
    """The points before which a kill leaves each state that there can be."""
    return [point for point in disturbable(points, inject) if point.changes_something]


def stay_on(processor):
    """Keeps this thread, and packhorse started from it, on one processor: there it has one thread that works."""
    os.sched_setaffinity(0, {processor})


def each(items, check):
    """Checks every item, a worker on each processor; tells of all that failed."""
    free = iter(PROCESSORS)
    with concurrent.futures.ThreadPoolExecutor(len(PROCESSORS), initializer=lambda: stay_on(next(free))) as pool:
        failures = [fault for fault in pool.map(lambda item: fault_of(check, item), items) if fault]
    assert not failures, f"{len(failures)} failures:\n" + "\n".join(failures[:12])


def fault_of(check, item):
    try:
        return check(item)
    except AssertionError as fault:
        return f"- {item}\n    {str(fault).partition(chr(10))[0]}"
