#!/usr/bin/env python3
"""The pages of an invented nation as somebody would make them who knows Python: polars, Jinja2 and two processes.

usage: build.py FOLDER OUTPUT
"""

import math
import multiprocessing
import pathlib
import re
import shutil
import sys

import markdown
import polars
import yaml
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

PROCESSES = 2
TITLE = "Invented training for a nation"
MEASURES = {
    "contacted": "Contacted within 14 days", "agreed": "Agreed a plan", "started": "Took up an activity", "better": "Felt better",
    "reviewed": "Met again after half a year", "fewer": "Came to the practice less",
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
Z = 1.959964


def main():
    folder, output = map(pathlib.Path, sys.argv[1:])
    site = Site(folder, output)
    shutil.copytree(folder / "static", output)
    site.write_shared()
    codes = list(site.practices)
    parts = [codes[start::PROCESSES] for start in range(PROCESSES)]
    # Each process has what was read: nothing is sent to it but its number.
    processes = [multiprocessing.get_context("fork").Process(target=site.write_practices, args=(part,)) for part in parts]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    sys.exit(any(process.exitcode for process in processes))


class Site:
    def __init__(self, folder, output):
        self.output, data = output, folder / "assets/data"
        self.practices = {row["practice_code"]: row for row in rows(data / "practices.csv")}
        self.outcomes, self.groups = {}, {}
        for row in rows(data / "outcomes.csv"):
            self.outcomes.setdefault((row["practice_code"], row["measure"]), []).append(row)
        for row in rows(data / "groups.csv"):
            self.groups.setdefault(row["area_code"], []).append(row)
        self.modules = sorted((read_module(folder / "content", path) for path in (folder / "content/modules").rglob("*[0-9].md")),
                              key=lambda module: module["weight"])
        self.sections = {path.parent.name: title(path) for path in sorted((folder / "content/modules").glob("*/_index.md"))}
        self.roles = {}
        for module in self.modules:
            for role in module["roles"]:
                self.roles.setdefault(role, []).append(module)
        self.templates = Environment(
            loader=FileSystemLoader(pathlib.Path(__file__).with_name("templates")), autoescape=True)
        self.templates.globals.update(site=TITLE, roles=sorted(self.roles.items()), sections=self.sections, measures=MEASURES, formats=FORMATS)

    def write(self, path, template, **values):
        file = self.output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        root = "../" * path.count("/")
        file.write_text(self.templates.get_template(template).render(root=root, **values))

    def write_shared(self):
        self.write("index.html", "list.html", title=TITLE, entries=[
            (f"practices/{code.lower()}/home.html", practice["practice_name"]) for code, practice in self.practices.items()])
        for module in self.modules:
            self.write(module["path"], "module.html", module=module, title=module["title"])
        for role, modules in self.roles.items():
            self.write(f"roles/{role}.html", "list.html", title=role, entries=[(own["path"], own["title"]) for own in modules])
        for section, title in self.sections.items():
            self.write(f"modules/{section}/index.html", "list.html", title=title, entries=[
                (own["path"], own["title"]) for own in self.modules if own["path"].startswith(f"modules/{section}/")])
        areas = {}
        for practice in self.practices.values():
            for level in ("pcn", "icb"):
                areas.setdefault((practice[f"{level}_code"], practice[f"{level}_name"]), []).append(practice)
        for (code, name), practices in areas.items():
            latest = [(practice, [Point(self.outcomes[practice["practice_code"], id][-1]) for id in MEASURES])
                      for practice in practices]
            self.write(f"areas/{code.lower()}.html", "area.html", title=name, latest=latest)

    def write_practices(self, codes):
        for code in codes:
            practice = self.practices[code]
            folder = f"practices/{code.lower()}"
            series = {id: [Point(row) for row in self.outcomes[code, id]] for id in MEASURES}
            shared = {"title": practice["practice_name"], "practice": practice, "folder": folder}
            self.write(f"{folder}/home.html", "home.html", latest=series["contacted"][-1], **shared)
            self.write(f"{folder}/outcomes.html", "outcomes.html", series=series, **shared)
            self.write(f"{folder}/groups.html", "groups.html", days=by_day(self.groups[code]), **shared)
            self.write(f"{folder}/referral.html", "referral.html", **shared)


class Point:
    """A row with its share and its 95% interval (Wilson)."""

    def __init__(self, row):
        part, whole = row["numerator"], row["denominator"]
        share, divisor = part / whole, 1 + Z * Z / whole
        middle = (share + Z * Z / (2 * whole)) / divisor
        half = Z * math.sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole)) / divisor
        self.period, self.part, self.whole = row["period"], part, whole
        self.values = share, middle - half, middle + half
        self.share, self.low, self.high = (f"{100 * value:.0f}" for value in self.values)


class Format:
    """A chart's size, and where in it things lie."""

    def __init__(self, name, width, height, right):
        self.name, self.width, self.height = name, width, height
        self.left, self.right, self.bottom, self.tall = 54, right, height - 47, height - 58
        self.grid = [(self.y(share), f"{100 * share:.0f}") for share in (0.25, 0.5, 0.75, 1)]

    def y(self, share):
        return f"{self.bottom - self.tall * share:.1f}"

    def places(self, points):
        step = (self.right - self.left) / len(points)
        return [(f"{self.left + step * (index + 0.5):.1f}", *map(self.y, point.values), point.period)
                for index, point in enumerate(points)]


FORMATS = [Format("wide", 640, 320, 626), Format("narrow", 300, 270, 264)]


def rows(path):
    return polars.read_csv(path).iter_rows(named=True)


def by_day(groups):
    ordered = sorted(groups, key=lambda group: group["time"])
    return [(day, [group for group in ordered if group["day"] == day]) for day in DAYS]


def title(path):
    return yaml.safe_load(path.read_text().split("---\n", 2)[1])["title"]


def read_module(content, path):
    _, matter, body = path.read_text().split("---\n", 2)
    module = yaml.safe_load(matter)
    module["path"] = str(path.relative_to(content).with_suffix(".html"))
    module["html"] = Markup(re.sub(r'(href="[^":]+)\.md"', r'\1.html"', markdown.markdown(body, extensions=["tables", "toc"])))
    return module


if __name__ == "__main__":
    main()
