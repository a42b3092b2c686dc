"""An invented module: its front matter and its body, which depend on the seed and its number alone."""

import datetime
import random
from dataclasses import dataclass

import vocabulary as v


@dataclass
class Module:
    """What other files say about a module: where it is, what it is called, who reads it."""

    section: str
    slug: str
    title: str
    order: int
    minutes: int
    roles: list


def role_id(title):
    return title.lower().replace(" ", "-")


def plural(title):
    return (title if title.startswith("GP") else title[0].lower() + title[1:]) + "s"


class Dice:
    """Chance that gives the same on every version of Python: only `random()` promises that."""

    def __init__(self, *key):
        self.random = random.Random(":".join(map(str, key))).random

    def number(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def several(self, items, count):
        left = list(items)
        return [left.pop(int(self.random() * len(left))) for _ in range(count)]


def module(index, count, seed):
    """The place and name of module `index` of `count`: sections are runs of modules of equal length."""
    dice = Dice(seed, "module", index)
    sections = list(v.SECTIONS)
    length = -(-count // len(sections))
    topic = dice.pick(v.TOPICS)
    return Module(
        section=sections[index // length],
        slug=f"{topic.replace(' ', '-')}-{index + 1:05}",
        title=f"{dice.pick(v.DOING)} {topic} {dice.pick(v.PLACES)} ({index + 1})",
        order=index % length + 1,
        minutes=dice.number(4, 12),
        roles=[role_id(role) for role in dice.several(v.ROLES, dice.number(2, 4))])


def front_matter(own, index, seed, order):
    """The lines between the two rules; only the line that orders pages differs between generators."""
    dice = Dice(seed, "front", index)
    reviewed = datetime.date(2025, 1, 6) + datetime.timedelta(days=dice.number(0, 600))
    lines = [
        f"title: {own.title}",
        f"summary: How {dice.pick(v.WHO)} {dice.pick(v.DOES)} {dice.pick(v.WHEN)}.",
        order,
        f"roles: [{', '.join(own.roles)}]",
        f"minutes: {own.minutes}",
        "objectives:",
        *(f"  - {objective}" for objective in dice.several(v.OBJECTIVES, dice.number(2, 4))),
        "author: Nobody, these words are invented",
        "clinical-review: none yet",
        f"reviewed: {reviewed}",
        f"review-due: {reviewed.replace(year=reviewed.year + 10, day=min(reviewed.day, 28))}",
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def body(own, index, count, seed):
    """A text of 400 to 900 words with headings, lists, a quotation, a table and links to other modules."""
    dice = Dice(seed, "body", index)
    headings = dice.several(v.HEADINGS, len(v.HEADINGS))
    length = dice.number(400, 770)
    parts = [paragraph(dice, 2, 3), links(dice, own, count, seed)]
    special = [bullets, quotation, table, numbered, links_list]
    words = 0
    while special or words < length:
        parts += [f"## {headings.pop()}", paragraph(dice, 1, 3)]
        if special:
            parts.append(special.pop(0)(dice, own, count, seed))
        else:
            parts += [f"### {headings.pop()}", paragraph(dice, 3, 4)]
        words = sum(len(part.split()) for part in parts)
    assert 400 <= words <= 900, words
    return "\n\n".join(parts) + "\n"


def sentence(dice):
    kind = dice.number(0, 9)
    who, does, when = dice.pick(v.WHO), dice.pick(v.DOES), dice.pick(v.WHEN)
    if kind <= 3:
        return capital(f"{who} {does} {when}.")
    if kind <= 5:
        return capital(f"{when}, {who} *{does}*.")
    if kind <= 7:
        return f"If {dice.pick(v.CONDITIONS)}, **{dice.pick(v.ADVICE)}**."
    return dice.pick(v.REMARKS)


def paragraph(dice, low, high):
    return " ".join(sentence(dice) for _ in range(dice.number(low, high)))


def bullets(dice, *_):
    return "\n".join(f"- {capital(advice)}." for advice in dice.several(v.ADVICE, dice.number(3, 6)))


def numbered(dice, *_):
    steps = dice.several(v.ADVICE, dice.number(3, 5))
    return "\n".join(f"{place}. {capital(step)}." for place, step in enumerate(steps, 1))


def quotation(dice, *_):
    return "> " + " ".join(dice.several(v.SAID, 2)) + "\n>\n> An invented person, " + dice.pick(v.PLACES)


def table(dice, *_):
    rows = [
        f"| {step} | {capital(dice.pick(v.WHO))} | {dice.number(1, 20)} | {capital(dice.pick(v.WHEN))} |"
        for step in dice.several(v.STEPS, dice.number(4, 6))
    ]
    return "\n".join(["| Step | Who | Minutes | When |", "| --- | --- | ---: | --- |", *rows])


def link(dice, own, count, seed):
    other = module(dice.number(0, count - 1), count, seed)
    return f"[{other.title}](../{other.section}/{other.slug}.md)"


def links(dice, *place):
    return f"This follows {link(dice, *place)}. {sentence(dice)} See {link(dice, *place)} as well."


def links_list(dice, *place):
    return "\n".join(f"- {link(dice, *place)}" for _ in range(dice.number(2, 4)))


def capital(text):
    return text[0].upper() + text[1:]
