"""The results as Markdown, with what has to be known of the machine and nothing else about it."""

import datetime
import os
import platform
import re
import statistics
import subprocess


def heading(bench, is_quick):
    """When and on what the figures were taken."""
    lines = [
        f"- {datetime.date.today()}, {processor()}, {os.cpu_count()} cores, {memory():.0f} GB of memory",
        f"- {platform.system()} {platform.release().partition('-')[0]}; tmpfs, and {file_system(bench.disk)} on disk",
        f"- Hugo {hugo_version(bench.hugo)}; DuckDB {duckdb_version(bench.python)}; {output_of('swift', '--version').splitlines()[0]}",
        f"- {bench.modules:,} and {bench.many:,} modules, medians of {bench.rounds} rounds; every contestant once a round",
    ]
    if is_quick:
        lines.append("- a quick run: it shows that the measuring works, not how fast anything is")
    return "\n".join(lines) + "\n"


def costs(rows):
    """What each contestant needed: the table of seconds and bytes."""
    lines = [
        "| work | program | runs | seconds | least to most | processor seconds | peak MB | files | MB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        for name, samples in row.samples.items():
            wall = [sample.wall for sample in samples]
            lines.append("| " + " | ".join([
                row.work, name, str(len(samples)), number(statistics.median(wall)), span(wall),
                median_of(samples, "cpu"), median_of(samples, "peak", 1e6), median_of(samples, "files"),
                median_of(samples, "size", 1e6)]) + " |")
    return "\n".join(lines) + "\n"


def claims(rows, is_quick):
    """What follows from them, pair by pair, beside what was to be reached; a quick run is held to nothing."""
    lines = ["| work | quotient | median | least to most | target | |", "| --- | --- | ---: | ---: | --- | --- |"]
    for row in rows:
        for claim in row.claims:
            target, verdict = ("", "") if is_quick else (bound(claim), {True: "met", False: "missed", None: ""}[claim.holds])
            lines.append(
                f"| {row.work} | {claim.text} | {number(claim.median)} | {span(claim.values)} | {target} | {verdict} |")
    return "\n".join(lines) + "\n"


def bound(claim):
    if claim.at_most is not None:
        return f"at most {number(claim.at_most)}"
    return f"at least {number(claim.at_least)}" if claim.at_least is not None else ""


def median_of(samples, field, unit=1):
    values = [getattr(sample, field) for sample in samples]
    return "" if None in values else number(statistics.median(values) / unit)


def span(values):
    return f"{number(min(values))} to {number(max(values))}"


def number(value):
    """Three significant figures or a whole number, without an exponent."""
    if value == int(value):
        return f"{value:,.0f}"
    digits = next((digits for digits, least in enumerate((100, 10, 1, 0.1)) if abs(value) >= least), 4)
    return f"{value:,.{digits}f}"


def processor():
    with open("/proc/cpuinfo") as file:
        names = [line.partition(":")[2].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def file_system(folder):
    return output_of("df", "--output=fstype", folder).split()[-1]


def hugo_version(program):
    return re.search(r"v(\d+(\.\d+)+)", output_of(program, "version")).group(1)


def duckdb_version(python):
    return output_of(python, "-c", "import duckdb; print(duckdb.__version__)").strip()


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
