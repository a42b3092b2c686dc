#!/usr/bin/env python3
"""Writes an invented nation of N practices: the same data for Packhorse, for Hugo and for a script in Python.

usage: national.py PRACTICES packhorse|whole|hugo|python FOLDER [--seed SEED]

`packhorse` makes four pages for each practice, as the others do; `whole` is the same with everything that Packhorse makes
of such a site. 6,500 practices lie in 1,250 networks and 42 boards. A practice's rows depend on the seed and its number alone.
"""

import argparse
import pathlib
import shutil

import vocabulary as v
from corpus import NOTICE, ROOT, URL, write, write_sections
from prose import Dice, body, front_matter, module, plural, role_id

TITLE = "Invented training for a nation"
DESCRIPTION = "Practices, figures and groups put together by chance, to measure how long their pages take to build."
PRACTICES, NETWORKS, BOARDS = 6_500, 1_250, 42
MODULES, GROUPS = 20, 30
ROLES = v.ROLES[:7]
QUARTERS = [f"{year}-Q{quarter}" for year in (2024, 2025) for quarter in (1, 2, 3, 4)]
MEASURES = {
    "contacted": ("Contacted within 14 days", 0.78), "agreed": ("Agreed a plan", 0.70), "started": ("Took up an activity", 0.55),
    "better": ("Felt better", 0.62), "reviewed": ("Met again after half a year", 0.48), "fewer": ("Came to the practice less", 0.41),
}
ACTIVITIES = [
    "Walking group", "Community garden", "Debt advice", "Choir", "Repair shed", "Telephone friends", "Art and craft", "Lunch club",
    "Running for beginners", "Housing advice", "Circle of carers", "Dancing", "Computers", "Coffee for the bereaved", "Language café",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
FIRST, SECOND = ["Ash", "Birch", "Brook", "Elm", "Fern", "Hazel", "Lime", "Mill", "Oak", "Rose"], ["bank", "field", "gate", "side", "well"]
PEERS = ROOT / "Benchmarks/national"
FORMS = ("packhorse", "whole", "hugo", "python")
PARTS_LEFT_OUT = ["data", "digest", "group-pages", "link-worker"]

PRACTICE_COLUMNS = "practice_code,practice_name,pcn_code,pcn_name,icb_code,icb_name"
OUTCOME_COLUMNS = "practice_code,period,measure,numerator,denominator"
GROUP_COLUMNS = (
    "id,name,activity,description,day,time,recurrence,place,postcode,cost,transport,step_free,first_visit,buddy,safety,contact,url,"
    "assured_date,status,sessions,funding_end,source,area_code")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("practices", type=int)
    parser.add_argument("form", choices=FORMS)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", default="packhorse")
    arguments = parser.parse_args()
    write_nation(arguments.practices, arguments.form, arguments.folder, arguments.seed)


def write_nation(count, form, folder, seed="packhorse"):
    """Writes the site into a new folder."""
    is_own = form in ("packhorse", "whole")
    modules = [role_chosen(module(index, MODULES, seed), index, seed) for index in range(MODULES)]
    write_data(count, folder / ("content/data" if is_own else "assets/data"), seed)
    write_sections(folder, *(("index.md", "order") if is_own else ("_index.md", "weight")))
    for index, own in enumerate(modules):
        order = f"order: {own.order}" if is_own else f"weight: {index + 1}"
        write(folder / f"content/modules/{own.section}/{own.slug}.md",
              front_matter(own, index, seed, order) + body(own, index, MODULES, seed))
    if is_own:
        write_packhorse(folder, modules, PARTS_LEFT_OUT if form == "packhorse" else [])
    else:
        shutil.copytree(PEERS / form, folder, dirs_exist_ok=True)
        shutil.copytree(ROOT / "templates/assets", folder / "static/assets")


def role_chosen(own, index, seed):
    """The same module for one to three of the few roles of this site."""
    dice = Dice(seed, "roles", index)
    own.roles = [role_id(role) for role in dice.several(ROLES, dice.number(1, 3))]
    return own


def write_packhorse(folder, modules, left_out):
    roles = "".join(f"  {role_id(role)}: {{title: {role}, plural: {plural(role)}}}\n" for role in ROLES)
    less = f"leave-out: [{', '.join(left_out)}]\nsearch: false\ndisclosure: sum-of-cells\n" if left_out else f"url: {URL}\n"
    write(folder / "content/site.yml", f"""format: 1
title: {TITLE}
description: {DESCRIPTION}
practices: all
id: nation
sample: true
review: {{group-days: 3650}}
licence: {NOTICE}
{less}roles:
{roles}words:
  link-worker: {{singular: link worker, plural: link workers, article: a}}
""")
    write(folder / "content/practice.yml", "link-worker:\n  name: Nobody\n  days: [Monday]\n  how-to-refer: [Nobody is here.]\n")
    write(folder / "content/practice/index.md",
          "---\ntitle: Referral form\nsummary: One sheet to refer with.\nauthor: Nobody, these words are invented\n"
          "clinical-review: none yet\nreviewed: 2026-01-05\nreview-due: 2036-01-05\n---\n\n:::form name=\"referral\" criteria=\"referral\"\n:::\n")
    write(folder / "content/criteria/referral.yml", """title: Whom to refer
summary: One question.
clinical-review: none yet
reviewed: 2026-01-05
review-due: 2036-01-05
safety-net: It is invented.
sources: []
questions:
  - id: first
    question: Is it urgent?
    reason: It is invented.
    answers:
      - {answer: "Yes", means: It cannot wait., next: urgent}
      - {answer: "No", means: It can., next: refer}
outcomes:
  - {id: urgent, kind: urgent, title: Act now, action: Act.}
  - {id: refer, kind: refer, title: Refer, action: Refer.}
""")
    comparing = "  beside-others: false\n" if left_out else ""
    write(folder / "content/data/measures.yml", "".join(f"""{id}:
  title: {title}
  type: proportion
  direction: higher
  numerator: of them {title[0].lower()}{title[1:]}
  denominator: people referred
  publish-by: {{practice: quarter, pcn: quarter, icb: quarter}}
  why: It is invented.
  source: Invented for timing.
  caveats: [None of it is true.]
  licence: {NOTICE}
  author: Packhorse
{comparing}""" for id, (title, _) in MEASURES.items()))
    for role in ROLES:
        steps = [own for own in modules if role_id(role) in own.roles]
        write(folder / f"content/pathways/{role_id(role)}.yml",
              f"title: {role} path\nsummary: What {plural(role)} read, in order.\nrole: {role_id(role)}\n"
              f"minutes: {sum(own.minutes for own in steps)}\nmodules:\n"
              + "".join(f"  - {own.section}/{own.slug}\n" for own in steps))


def write_data(count, folder, seed):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "practices.csv").open("w") as practices, (folder / "outcomes.csv").open("w") as outcomes, \
            (folder / "groups.csv").open("w") as groups:
        for file, columns in ((practices, PRACTICE_COLUMNS), (outcomes, OUTCOME_COLUMNS), (groups, GROUP_COLUMNS)):
            file.write(columns + "\n")
        for number in range(count):
            dice = Dice(seed, "practice", number)
            practices.write(practice_row(number, dice))
            outcomes.writelines(outcome_rows(number, dice))
            groups.writelines(group_rows(number, dice))


def code(number):
    return f"{'ABCDEFGHJKLMN'[number // 500]}{81_001 + number % 500}"


def practice_row(number, dice):
    network = number * NETWORKS // PRACTICES
    board = network * BOARDS // NETWORKS
    return (f"{code(number)},{name(dice)} Surgery {number + 1},U{network + 1:05},Network {network + 1} (invented),"
            f"Q{board + 1:02},Board {board + 1} (invented)\n")


def outcome_rows(number, dice):
    people, good = dice.number(20, 140), dice.random() * 0.3 - 0.15
    for quarter, period in enumerate(QUARTERS):
        for id, (_, share) in MEASURES.items():
            referred = dice.number(people // 2, people)
            reached = round(referred * min(0.98, max(0.02, share + good + 0.01 * quarter + dice.random() * 0.2 - 0.1)))
            yield f"{code(number)},{period},{id},{reached},{referred}\n"


def group_rows(number, dice):
    for place in range(GROUPS):
        activity, day = dice.pick(ACTIVITIES), dice.pick(DAYS)
        yield (f"g{number + 1:04}-{place + 1:02},{name(dice)} {activity},{activity},Open to all,{day},{dice.number(9, 18):02}:00,,"
               f"{name(dice)} Hall,ZZ{dice.number(1, 9)} {dice.number(1, 9)}ZZ,,Bus {dice.number(1, 40)},,Just come along,,First aider,"
               f"01632 960{dice.number(0, 999):03},,2026-0{dice.number(1, 9)}-01,active,,,Invented,{code(number)}\n")


def name(dice):
    return dice.pick(FIRST) + dice.pick(SECOND)


if __name__ == "__main__":
    main()
