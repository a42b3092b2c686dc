#!/usr/bin/env python3
"""Writes an invented site of N training modules, the same for Packhorse and for Hugo.

usage: corpus.py MODULES packhorse|hugo FOLDER [--seed SEED]

A module's text depends on the seed, its number and MODULES alone, so that both forms hold the same titles, summaries and bodies.
"""

import argparse
import pathlib
import shutil
from dataclasses import dataclass

import vocabulary as v
from prose import body, front_matter, module, plural, role_id

TITLE = "Invented training for timing"
DESCRIPTION = "Modules put together by chance, to measure how long a site takes to build."
URL = "https://packhorse.example/"
NOTICE = "Every word of this site is invented. Nothing in it is advice."
ROOT = pathlib.Path(__file__).resolve().parents[1]
HUGO = ROOT / "Benchmarks/hugo"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", type=int)
    parser.add_argument("form", choices=["packhorse", "hugo"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", default="packhorse")
    arguments = parser.parse_args()
    write_corpus(arguments.modules, arguments.form, arguments.folder, arguments.seed)


def write_corpus(count, form, folder, seed="packhorse"):
    """Writes the site into a new or empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    modules = [module(index, count, seed) for index in range(count)]
    (write_packhorse if form == "packhorse" else write_hugo)(folder, modules)
    write_sections(folder, *(("index.md", "order") if form == "packhorse" else ("_index.md", "weight")))
    for index, own in enumerate(modules):
        order = f"order: {own.order}" if form == "packhorse" else f"weight: {index + 1}"
        text = front_matter(own, index, seed, order) + body(own, index, count, seed)
        (folder / f"content/modules/{own.section}/{own.slug}.md").write_text(text)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def write_sections(folder, index_name, order_key):
    write(folder / "content" / index_name, f"---\ntitle: {TITLE}\nsummary: {DESCRIPTION}\n---\n\n{NOTICE}\n")
    for order, (section, title) in enumerate(v.SECTIONS.items(), 1):
        text = f"---\ntitle: {title}\nsummary: {title}, in many short modules.\n{order_key}: {order}\n---\n\n{NOTICE}\n"
        write(folder / "content/modules" / section / index_name, text)


def write_packhorse(folder, modules):
    roles = "".join(f"  {role_id(role)}: {{title: {role}, plural: {plural(role)}}}\n" for role in v.ROLES)
    write(folder / "content/site.yml", f"""format: 1
title: {TITLE}
description: {DESCRIPTION}
url: {URL}
language: en-GB
practices: TIMING01
search: false
offline: false
sample: true
licence: {NOTICE}
roles:
{roles}words:
  link-worker: {{singular: link worker, plural: link workers, article: a}}
""")
    write(folder / "content/practice.yml", """name: Practice of nowhere
code: TIMING01
address: [Nowhere Lane]
link-worker:
  name: Nobody
  days: [Monday]
  how-to-refer: [Nobody is here to refer to.]
""")
    for path in pathways(modules):
        name = role_id(path.role)
        minutes = sum(own.minutes for own in path.modules)
        steps = "".join(f"  - {own.section}/{own.slug}\n" for own in path.modules)
        write(folder / f"content/pathways/{name}.yml",
              f"title: {path.title}\nsummary: {path.summary}\nrole: {name}\nminutes: {minutes}\nmodules:\n{steps}")


def write_hugo(folder, modules):
    shutil.copytree(HUGO, folder, dirs_exist_ok=True)
    text = (f"title: {TITLE}\nbaseURL: {URL}\nparams:\n  description: {DESCRIPTION}\n  notice: {NOTICE}\n"
            "  practice: Practice of nowhere\n")
    with open(folder / "hugo.yaml", "a") as settings:
        settings.write(text)
    write(folder / "content/modules/_index.md", "---\ntitle: All modules\nsummary: Every module, section by section.\n---\n")
    write(folder / "content/roles/_index.md", "---\ntitle: Paths\nsummary: Modules in order, one path for each role.\n---\n")
    for path in pathways(modules):
        text = f"---\ntitle: {path.title}\nsummary: {path.summary}\nrole: {path.role}\nplural: {plural(path.role)}\n---\n"
        write(folder / f"content/roles/{role_id(path.role)}/_index.md", text)
    shutil.copytree(ROOT / "templates/assets", folder / "static/assets")


@dataclass
class Pathway:
    """The modules of one role, in order."""

    role: str
    modules: list

    @property
    def title(self):
        return f"{self.role} path"

    @property
    def summary(self):
        return f"What {plural(self.role)} read, in order."


def pathways(modules):
    """A pathway for each role that has modules: none is ever empty."""
    paths = {role_id(role): Pathway(role, []) for role in v.ROLES}
    for own in modules:
        for role in own.roles:
            paths[role].modules.append(own)
    return [path for path in paths.values() if path.modules]


if __name__ == "__main__":
    main()
