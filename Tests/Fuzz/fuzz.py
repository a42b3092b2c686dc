"""Runs libFuzzer over each reader, one after another, and prints what came of it as a table.

usage: fuzz.py RUNS [TARGET…]

An input that ends the program, takes longer than the time limit or more memory than the limit is a finding; it is kept
in .build/fuzz/findings/, with the log of its run beside it. What the fuzzer learned is kept in .build/fuzz/corpus/ for
the next run. At the end each target reads all of that in two processes, which have to say the same.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parents[1] / ".build/fuzz"
PROGRAM = BUILD / "release/fuzz"
LIMITS = ["-max_len=4096", "-timeout=30", "-rss_limit_mb=1024", "-malloc_limit_mb=512"]
COLUMNS = ["target", "runs", "a second", "inputs kept", "edges", "features", "slowest", "peak memory", "findings"]

# Swift's own report of a crash would keep libFuzzer from writing the input down.
ENVIRONMENT = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], env=ENVIRONMENT, capture_output=True, text=True, errors="replace")


def fuzz(target, runs):
    """One row of the table."""
    corpus, findings = BUILD / "corpus" / target, BUILD / "findings" / target
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(findings.iterdir())
    start = time.monotonic()
    done = run(
        f"-runs={runs}", *LIMITS, "-print_final_stats=1", f"-artifact_prefix={findings}/", corpus, HERE / "Corpus" / target,
        f"-dict={HERE / 'Dictionaries' / target}", "-ignore_remaining_args=1", target,
    )
    seconds = time.monotonic() - start
    (findings.parent / f"{target}.log").write_text(done.stderr)

    def found(pattern):
        return (re.findall(pattern, done.stderr) or ["?"])[-1]

    count = found(r"stat::number_of_executed_units: +(\d+)")
    cells = [
        f"`{target}`", f"{int(count):,}" if count.isdigit() else "?",
        f"{int(count) / seconds:,.0f}" if count.isdigit() else "?", found(r" corp: (\d+)/"), found(r" cov: (\d+)"),
        found(r" ft: (\d+)"), found(r"stat::slowest_unit_time_sec: +(\d+)") + " s",
        found(r"stat::peak_rss_mb: +(\d+)") + " MiB",
    ]
    new = set(findings.iterdir()) - before
    if done.returncode == 0 and not new and not is_repeatable(target, corpus):
        new = {"another result in another process"}
    failed = bool(new) or done.returncode != 0
    print("| " + " | ".join(cells + [str(max(len(new), int(failed)))]) + " |", flush=True)
    for finding in new:
        print(f"finding: {finding}", file=sys.stderr)
    return failed


def is_repeatable(target, corpus):
    digests = [run("--digest", corpus, target) for _ in range(2)]
    return digests[0].returncode == 0 and digests[0].stdout == digests[1].stdout


def main():
    runs, *targets = sys.argv[1:]
    targets = targets or run("--list").stdout.split()
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS), flush=True)
    sys.exit(any([fuzz(target, runs) for target in targets]))


main()
