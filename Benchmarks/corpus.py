#!/usr/bin/env python3
"""Writes an invented site of N training modules, the same for Packhorse and for Hugo.

usage: corpus.py MODULES packhorse|hugo FOLDER [--seed SEED]

A module's text depends on the seed, its number and MODULES alone, so that both forms hold the same titles, summaries and bodies.
"""

import argparse
import pathlib
import shutil

import vocabulary as v
from prose import body, front_matter, module, plural, role_id

TITLE = "Invented training for timing"
DESCRIPTION = "Modules put together by chance, to measure how long a site takes to build."
URL = "https://packhorse.example/timing/"
NOTICE = "Every word of this site is invented. Nothing in it is advice."
HUGO = pathlib.Path(__file__).parent / "hugo"


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
    index_name, order_key = ("index.md", "order") if form == "packhorse" else ("_index.md", "weight")
    write_sections(folder, modules, index_name, order_key)
    for index, own in enumerate(modules):
        text = front_matter(own, index, seed, order_key) + body(own, index, count, seed)
        (folder / f"content/modules/{own.section}/{own.slug}.md").write_text(text)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def write_sections(folder, modules, index_name, order_key):
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
    for role, (title, summary, members) in pathways(modules).items():
        minutes = sum(own.minutes for own in members)
        steps = "".join(f"  - {own.section}/{own.slug}\n" for own in members)
        write(folder / f"content/pathways/{role}.yml",
              f"title: {title}\nsummary: {summary}\nrole: {role}\nminutes: {minutes}\nmodules:\n{steps}")


def write_hugo(folder, modules):
    shutil.copytree(HUGO, folder, dirs_exist_ok=True)
    text = (f"title: {TITLE}\nbaseURL: {URL}\nparams:\n  description: {DESCRIPTION}\n  notice: {NOTICE}\n"
            "  practice: Practice of nowhere\n")
    with open(folder / "hugo.yaml", "a") as settings:
        settings.write(text)
    write(folder / "content/modules/_index.md", "---\ntitle: All modules\nsummary: Every module, section by section.\n---\n")
    write(folder / "content/roles/_index.md", "---\ntitle: Paths\nsummary: Modules in order, one path for each role.\n---\n")
    for role, (title, summary, _) in pathways(modules).items():
        write(folder / f"content/roles/{role}/_index.md", f"---\ntitle: {title}\nsummary: {summary}\n---\n")


def pathways(modules):
    """For each role: its path's title and summary, and its modules in order. No role may be without one: a path is never empty."""
    paths = {role_id(role): (f"{role} path", f"What {plural(role)} read, in order.", []) for role in v.ROLES}
    for own in modules:
        for role in own.roles:
            paths[role][2].append(own)
    return {role: path for role, path in paths.items() if path[2]}


if __name__ == "__main__":
    main()
