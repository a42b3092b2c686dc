"""Invented networks of practices, many of their counts small, and the sites that publish them."""

import dataclasses
import random

QUARTERS = [f"2025-Q{quarter}" for quarter in range(1, 5)]

SITE = """\
format: 1
title: Invented network
description: Invented, to be attacked.
practices: {own}
audience: public
disclosure: {disclosure}
show-zero: {zero}
protect: {protect}
sample: true
licence: Invented text.
roles:
  gp: {{title: GP, plural: GPs}}
words:
  link-worker: {{singular: link worker, plural: link workers, article: a}}
"""

PRACTICE = """\
name: Invented Surgery
code: {own}
address: [1 Test Street]
link-worker:
  name: Sam Example
  days: [Tuesday]
  how-to-refer: [Talk to the person first.]
"""

MEASURES = """\
attended:
  title: Took up an activity
  type: proportion
  denominator: people referred
  numerator: took up an activity
  direction: higher
  why: Invented.
  source: Invented.
  caveats: [Invented.]
  licence: Invented.
  author: A tester
  next-review: 2027-03-31
  publish-by: {{practice: {length}, pcn: {above}, icb: {above}}}
"""


@dataclasses.dataclass(frozen=True)
class Network:
    # Codes of practices, each with its network and board; no network where it is None.
    practices: dict
    # (practice, quarter) to (part, whole).
    counts: dict
    # How long a practice's periods are: year or quarter.
    length: str = "quarter"
    # The same of networks and boards.
    above: str = "quarter"
    protect: str = "class"
    shows_zero: bool = True
    disclosure: str = "nhs-digital"
    # Practices that moved: the quarter from which on they belong to another network and board, and these.
    moves: dict = dataclasses.field(default_factory=dict)

    def belongs(self, practice, quarter):
        """The network and the board of a practice in a quarter."""
        since, areas = self.moves.get(practice, (None, None))
        return areas if since and quarter >= since else self.practices[practice]

    def members(self, level, code, quarter=QUARTERS[0]):
        """The practices of an area in a quarter."""
        place = {"pcn": 0, "icb": 1}
        return [practice for practice in self.practices
                if (practice if level == "practice" else self.belongs(practice, quarter)[place[level]]) == code]

    def areas(self):
        """Level and code of every area that is published."""
        found = [("practice", practice) for practice in self.practices]
        belonging = [*self.practices.values(), *(areas for _, areas in self.moves.values())]
        for level, place in (("pcn", 0), ("icb", 1)):
            found += [(level, code) for code in dict.fromkeys(areas[place] for areas in belonging) if code]
        return found

    def periods(self, level):
        length = self.length if level == "practice" else self.above
        return ["2025"] if length == "year" else QUARTERS

    def exact(self, level, code, period):
        """The true part and whole of an area and period; None where nobody gave rows."""
        rows = [self.counts[practice, quarter] for quarter in QUARTERS if quarter.startswith(period)
                for practice in self.members(level, code, quarter) if (practice, quarter) in self.counts]
        return tuple(map(sum, zip(*rows))) if rows else None


def invented(seed, **settings):
    """A network by chance."""
    chance = random.Random(seed)
    practices, counts = {}, {}
    for board in range(chance.randint(1, 2)):
        for network in range(chance.randint(1, 3)):
            for practice in range(chance.randint(1, 4)):
                code = f"P{board}{network}{practice}0"
                is_alone = chance.random() < 0.1
                practices[code] = (None if is_alone else f"N{board}{network}", f"B{board}")
                busy = chance.choice([0, 4, 12, 30, 80])
                for quarter in QUARTERS:
                    if chance.random() < 0.9:
                        whole = chance.randint(0, 2 * busy)
                        counts[code, quarter] = (chance.randint(0, whole), whole)
    return Network(practices, counts, length=chance.choice(["year", "quarter"]), **settings)


def write(network, folder):
    """Writes a site that publishes a network."""
    own = next(iter(network.practices))
    rows = ["practice_code,practice_name,pcn_code,pcn_name,icb_code,icb_name,member_since"]
    moves = [(code, areas, f"2025-{3 * int(quarter[-1]) - 2:02}-01") for code, (quarter, areas) in network.moves.items()]
    rows += [f"{code},Invented {code},{pcn or ''},{pcn or ''},{icb or ''},{icb or ''},{since}"
             for code, (pcn, icb), since in [(code, areas, "") for code, areas in network.practices.items()] + moves]
    outcomes = ["practice_code,period,measure,numerator,denominator"]
    outcomes += [f"{code},{quarter},attended,{part},{whole}"
                 for (code, quarter), (part, whole) in network.counts.items()]
    texts = {
        "site.yml": SITE.format(own=own, zero="true" if network.shows_zero else "false", protect=network.protect,
                                disclosure=network.disclosure),
        "practice.yml": PRACTICE.format(own=own),
        "glossary.yml": "warm-handover:\n  term: warm handover\n  definition: Invented.\n",
        "index.md": "---\ntitle: Welcome\n---\nText.\n",
        "data/measures.yml": MEASURES.format(length=network.length, above=network.above),
        "data/practices.csv": "\n".join(rows) + "\n",
        "data/outcomes.csv": "\n".join(outcomes) + "\n",
    }
    for name, text in texts.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
