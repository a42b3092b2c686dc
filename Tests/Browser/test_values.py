"""Every number that is printed from data, worked out anew from the published files alone."""

import collections
import csv
import html.parser
import math
import re

NUMBER = re.compile(r"([−+-]?)([0-9][0-9,]*(?:\.[0-9]+)?)(%?)")


class Values(html.parser.HTMLParser):
    """The name and the text of each element that names a published value."""

    def __init__(self, page):
        super().__init__()
        self.page, self.open, self.found = page, None, []

    def handle_starttag(self, tag, attributes):
        name = dict(attributes).get("data-value-id")
        if name:
            assert self.open is None, f"{self.page}: a value within a value"
            self.open = [tag, name, ""]

    def handle_data(self, text):
        if self.open:
            self.open[2] += text

    def handle_endtag(self, tag):
        if self.open and tag == self.open[0]:
            self.found.append((self.page, self.open[1], self.open[2]))
            self.open = None


class Untraced(html.parser.HTMLParser):
    """The text of generated figures outside of elements that name a value: titles, descriptions, sentences, tables."""

    BLOCKS = ("chart-title", "finding", "figures", "chart-coverage")

    def __init__(self):
        super().__init__()
        self.stack, self.texts = [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("line", "circle", "rect", "path", "br", "meta", "link", "img", "input", "hr"):
            return
        # What a card of evidence found is an author's text, in a division.
        begins = tag == "desc" or tag != "div" and any(name in (attributes.get("class") or "").split() for name in self.BLOCKS) \
            or tag == "title" and (attributes.get("id") or "").startswith("chart")
        ends = "data-value-id" in attributes or tag == "caption"
        inside = self.stack[-1][1] if self.stack else False
        if begins and not inside:
            self.texts.append("")
        elif inside:
            self.texts[-1] += " "
        self.stack.append((tag, not ends and (begins or inside)))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self.stack and self.stack[-1][1]:
            self.texts[-1] += text


# What a figure may say in digits that is no figure: periods, levels of confidence, months of a period.
KNOWN = re.compile(r"\b(19|20)\d\d(/\d\d)?\b|\b(95|99\.8)%|\beach 1,000\b")


def untraced_numbers(site, names):
    found = []
    for path in sorted(site.rglob("*.html")):
        reader = Untraced()
        reader.feed(path.read_text())
        for text in reader.texts:
            for name in names:
                text = text.replace(name, "")
            if re.search(r"\d", KNOWN.sub("", text)):
                found.append((str(path.relative_to(site)), text))
    return found


def names(site):
    """Names of areas and words of measures, which may hold digits."""
    with open(site / "data/areas.csv", newline="") as file:
        areas = [row["area_name"] for row in csv.DictReader(file)]
    return areas + ["12 weeks"]


def printed_values(site):
    found = []
    for path in sorted(site.rglob("*.html")):
        values = Values(str(path.relative_to(site)))
        values.feed(path.read_text())
        found += values.found
    return found


class Data:
    """What outcomes.csv and areas.csv say, by measure, area and period."""

    def __init__(self, folder):
        with open(folder / "outcomes.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        with open(folder / "areas.csv", newline="") as file:
            areas = list(csv.DictReader(file))
        self.parents = {row["area_code"]: row["part_of"] for row in areas}
        self.levels = {row["area_code"]: row["area_type"] for row in areas}
        self.stays = {}
        if (folder / "moves.csv").exists():
            with open(folder / "moves.csv", newline="") as file:
                for row in sorted(csv.DictReader(file), key=lambda row: row["month"]):
                    stays = self.stays.setdefault(row["area_code"], [("", row["part_of_before"])])
                    stays.append((row["month"], row["part_of"]))
        self.figures = collections.defaultdict(list)
        for row in rows:
            self.figures[row["measure"], row["area_code"], row["period"]].append(row)

    def region(self, code):
        """The largest area that an area is a part of."""
        while self.parents.get(code):
            code = self.parents[code]
        return code

    def wholes(self, code, period):
        """What an area is a part of in some month of a period."""
        first, last = months(period)
        stays = self.stays.get(code, [("", self.parents[code])])
        ends = [since for since, _ in stays[1:]] + ["9999-99"]
        return [whole for (since, whole), end in zip(stays, ends) if since <= last and end > first]

    def practices_of(self, area, period):
        def within(code):
            return code == area or bool(code) and any(map(within, self.wholes(code, period)))
        return sum(level == "practice" and within(code) for code, level in self.levels.items())

    def practices(self, measure, region, period):
        """The figures of the practices of a region, some of them withheld."""
        return [rows[0] for (other, code, of), rows in self.figures.items()
                if (other, of) == (measure, period) and self.levels[code] == "practice" and self.region(code) == region]

    def series(self, measure, area):
        """The rows of whole periods with a value, in order."""
        rows = [rows[0] for (other, code, _), rows in self.figures.items() if (other, code) == (measure, area)]
        return sorted((row for row in rows if shown(row["value"]) and "months" not in row["note"]),
                      key=lambda row: row["period"])

    def value(self, name):
        """The value that a name stands for: a number, or the sign that stands in its place."""
        measure, area, period, field = name.split(".")
        if field in ("practices_shown", "funnel_practices", "funnel_absent", "funnel_centre"):
            return self.together(measure, area, period, field)
        rows = self.figures[measure, area, period]
        assert rows, f"{name}: no such figure"
        statistics = {row["statistic"]: row for row in rows}
        if field in ("months", "all_months"):
            return re.search(r"(\d+) of (\d+) months", rows[0]["note"]).group(1 if field == "months" else 2)
        if field in ("practices", "all_practices"):
            some = re.search(r"(\d+) of \d+ practices", rows[0]["note"])
            return some.group(1) if some and field == "practices" else self.practices_of(area, period)
        if field.startswith("process_"):
            return self.process(measure, area, period)[field]
        if field.startswith(("status_", "share_")) and field != "share_reached":
            row = rows[int(field.split("_")[1]) - 1]
            return row["numerator"] if field.startswith("status_") else row["value"]
        if rows[0]["statistic"].startswith("flow"):
            return {"numerator": rows[0]["denominator"], "value": rows[0]["denominator"]}[field]
        if "mean-change" in statistics:
            return self.change(statistics, field)
        return rows[0][field]

    def together(self, measure, region, period, field):
        practices = self.practices(measure, region, period)
        known = [row for row in practices if shown(row["value"])]
        if field == "practices_shown":
            return len(known)
        known = [row for row in known if "months" not in row["note"]]  # a funnel takes whole periods
        if field == "funnel_practices":
            return len(known)
        if field == "funnel_absent":
            return len(practices) - len(known)
        total = {column: sum(int(row[column]) for row in known) for column in ("numerator", "denominator")}
        return total["numerator"] / total["denominator"]

    @staticmethod
    def change(statistics, field):
        pairs = statistics.get("both-scores")
        reached = statistics.get("important-change")
        row, column = {
            "numerator": (pairs, "numerator"), "denominator": (pairs, "denominator"),
            "value": (statistics["mean-change"], "value"), "deviation": (statistics["mean-change"], "sd"),
            "lower_95": (statistics["mean-change"], "lower_95"), "upper_95": (statistics["mean-change"], "upper_95"),
            "covered": (statistics["mean-change"], "n"), "mean_before": (statistics.get("mean-before"), "value"),
            "least_expected": (statistics.get("expected-without-effect"), "lower_95"),
            "most_expected": (statistics.get("expected-without-effect"), "upper_95"),
            "reached": (reached, "numerator"), "share_reached": (reached, "value"),
        }.get(field, (None, None))
        if row:
            return row[column]
        people, both, better = int(pairs["denominator"]), int(pairs["numerator"]), int(reached["numerator"])
        return {"fewest_reached": better / people, "most_reached": (better + people - both) / people}[field]

    def process(self, measure, area, period):
        """Laney's p′ chart: the limits allow for denominators that differ (NHSRplotthedots leaves out none of the ranges)."""
        rows = self.series(measure, area)
        counts = [(int(row["numerator"]), int(row["denominator"])) for row in rows]
        centre = sum(x for x, _ in counts) / sum(n for _, n in counts)
        spread = [math.sqrt(centre * (1 - centre) / n) for _, n in counts]
        scores = [(x / n - centre) / s for (x, n), s in zip(counts, spread)]
        ranges = [abs(b - a) for a, b in zip(scores, scores[1:])]
        wide = 3.267 * sum(ranges) / len(ranges)
        kept = [step for step in ranges if step < wide]
        sigma = sum(kept) / len(kept) / 1.128
        here = spread[[row["period"] for row in rows].index(period)]
        return {"process_centre": centre, "process_lower": max(0, centre - 3 * here * sigma),
                "process_upper": min(1, centre + 3 * here * sigma)}


def months(period):
    """The first and the last month of a period."""
    year = int(period[:4])
    if "Q" in period:
        quarter = int(period[-1])
        return f"{year}-{3 * quarter - 2:02}", f"{year}-{3 * quarter:02}"
    if "/" in period:
        return f"{year}-04", f"{year + 1}-03"
    return (period, period) if "-" in period else (f"{year}-01", f"{year}-12")


def shown(cell):
    return cell not in ("", "[c]", "[x]")


def agrees(printed, value):
    """Whether a text prints a value, to as many decimals as the text has."""
    if str(value) in ("[c]", "[x]"):
        return printed in {"[c]": ("[c]", "withheld"), "[x]": ("[x]", "not available")}[value]
    sign, digits, percent = NUMBER.search(printed).groups()
    number = float(digits.replace(",", "")) * (-1 if sign in "−-" and sign else 1)
    decimals = len(digits.partition(".")[2])
    exact = float(value) * (100 if percent else 1)
    if printed.startswith(("under ", "over ")):
        return exact < number if printed.startswith("under") else exact > number
    if not sign and exact < 0:
        exact = -exact  # "0.6 points lower"
    # The file has four decimals, so a value may lie half a unit of its last one from what was rounded.
    return abs(exact - number) <= 0.5 * 10 ** -decimals + (0.0051 if percent else 0.0051 if decimals else 0)


def wrong_values(site):
    data, wrong, found = Data(site / "data"), [], printed_values(site)
    for page, name, printed in found:
        value = data.value(name)
        if not agrees(printed.strip(), value):
            wrong.append((page, name, printed, value))
    return wrong, found


def test_every_number_from_data_follows_from_the_published_files(site):
    wrong, found = wrong_values(site)
    fields = {name.rsplit(".", 1)[1] for _, name, _ in found}
    assert len(found) > 1500 and {"numerator", "value", "upper_95", "funnel_centre", "process_upper", "months", "practices"} <= fields
    assert not wrong, wrong[:5]


def test_a_number_that_does_not_follow_is_found(site, tmp_path):
    """The check can fail."""
    (tmp_path / "data").mkdir()
    for name in ("data/outcomes.csv", "data/areas.csv", "data/moves.csv"):
        (tmp_path / name).write_bytes((site / name).read_bytes())
    page = (site / "outcomes.html").read_text()
    name = re.search(r'data-value-id="[^"]*upper_95">[0-9]+', page).group()
    changed = name[:-1] + str((int(name[-1]) + 1) % 10)
    (tmp_path / "outcomes.html").write_text(page.replace(name, changed, 1))
    wrong, _ = wrong_values(tmp_path)
    assert len(wrong) == 1


def test_no_number_from_data_is_without_its_name(site):
    assert untraced_numbers(site, names(site)) == []
    assert len(untraced_numbers(site, [])) > 0, "titles that hold digits are found when nobody knows them"


def test_a_number_without_its_name_is_found(site, tmp_path):
    """The check can fail, wherever the number stands."""
    page = (site / "outcomes.html").read_text()
    for place in ('<p class="finding">', '-wide-desc">', '<p class="chart-title">', "<td>"):
        (tmp_path / "page.html").write_text(page.replace(place, place + "3 people ", 1))
        assert len(untraced_numbers(tmp_path, names(site))) == 1, place
