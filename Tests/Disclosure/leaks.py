"""Ways in which a built site could give a withheld count away, each planted into a copy of one that is safe."""

import csv
import io
import math
import re
import shutil

import attacker

DATA = "data/outcomes.csv"
MEASURE = "attended"


class Planted:
    """A copy of a built site in which something can be changed, with the true counts at hand."""

    def __init__(self, network, built, folder):
        shutil.copytree(built, folder)
        self.network, self.folder = network, folder
        self.rows = list(csv.DictReader(io.StringIO(self.read(DATA))))

    def read(self, name):
        return (self.folder / name).read_text()

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def replace(self, name, old, new):
        text = self.read(name)
        if old not in text:
            return False
        self.write(name, text.replace(old, new, 1))
        return True

    def write_rows(self):
        out = io.StringIO()
        writer = csv.DictWriter(out, self.rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        self.write(DATA, out.getvalue())

    def exact(self, row):
        return self.network.exact(row["area_type"], row["area_code"], row["period"])

    def small(self):
        """A withheld part of 1 to 7 of the site's own practice, or else of any, with its row."""
        own = next(iter(self.network.practices))
        found = [row for row in self.rows if row["numerator"] == "[c]" and self.exact(row) and 1 <= self.exact(row)[0] <= 7]
        return next((row for row in found if row["area_code"] == own), found[0] if found else None)

    def own_small(self):
        row = self.small()
        return row if row and row["area_code"] == next(iter(self.network.practices)) else None

    def sentence(self, row):
        return f"{self.exact(row)[0]} people of {row['area_name']} took up an activity"


def exact_part(site):
    row = site.small()
    if not row:
        return False
    row["numerator"] = str(site.exact(row)[0])
    site.write_rows()
    return True


def exact_whole(site):
    row = next((row for row in site.rows if row["denominator"].isdigit() and site.exact(row)[1] % 5), None)
    if not row:
        return False
    row["denominator"] = str(site.exact(row)[1])
    site.write_rows()
    return True


def share_of_a_withheld_part(site):
    row = next((row for row in site.rows if row["numerator"] == "[c]" and row["denominator"].isdigit()
                and site.exact(row)[0]), None)
    if not row:
        return False
    part, whole = site.exact(row)
    row["value"] = f"{part / whole:.4f}"
    site.write_rows()
    return True


def interval_of_exact_counts(site):
    row = next((row for row in site.rows if row["numerator"].isdigit() and int(row["numerator"])), None)
    if not row:
        return False
    part, whole = site.exact(row)
    share, z = part / whole, 1.959963984540054
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    row["lower_95"] = f"{(share + z * z / (2 * whole) - spread) / (1 + z * z / whole):.4f}"
    site.write_rows()
    return True


def whole_that_hid_another(site):
    """A count that is withheld only for another's sake is shown; the other then has few numbers left."""
    for row in site.rows:
        for column, place in (("numerator", 0), ("denominator", 1)):
            if row[column] != "[c]" or not site.exact(row) or site.exact(row)[place] < 8:
                continue
            row[column] = str((site.exact(row)[place] + 2) // 5 * 5)
            if narrowed_to_the_class(site):
                site.write_rows()
                return True
            row[column] = "[c]"
    return False


def narrowed_to_the_class(site):
    """Whether a solver finds a withheld count that can only be some of 1 to 7."""
    published = {(row["area_type"], row["area_code"], row["period"]): (row["numerator"], row["denominator"])
                 for row in site.rows}
    reader = attacker.Reader(site.network, published)
    for place, told in published.items():
        for name, written in zip(("part", "whole"), told):
            if written != "[c]":
                continue
            most = reader.narrowed(place + (name,), 0, attacker.ANY)
            if most and 0 < most[1] <= 7 and not (most[0] <= 1 and most[1] == 7):
                return True
    return False


def table_of_a_page(site):
    row = site.own_small()
    return bool(row) and put_value(site, row, "numerator", str(site.exact(row)[0]))


def share_on_a_page(site):
    row = site.own_small()
    if not row:
        return False
    part, whole = site.exact(row)
    return put_value(site, row, "value", f"{round(100 * part / whole)}%")


def put_value(site, row, field, printed):
    name = f'data-value-id="{MEASURE}.{row["area_code"]}.{row["period"]}.{field}">'
    return site.replace("outcomes.html", name + "[c]<", name + printed + "<")


def sentence_of_a_page(site):
    row = site.own_small()
    return bool(row) and site.replace("outcomes.html", '<p class="finding">',
                                      f'<p class="finding">{site.exact(row)[0]} took part. ')


def description_of_a_chart(site):
    row = site.own_small()
    return bool(row) and site.replace("outcomes.html", "</desc>", f" (lowest {site.exact(row)[0]})</desc>")


def title_of_a_chart(site):
    row = site.own_small()
    return bool(row) and site.replace("outcomes.html", '<p class="chart-title">',
                                      f'<p class="chart-title">{site.exact(row)[0]} took part: ')


def mark_of_a_chart(site):
    """One more mark, at the height of a share that nobody may know."""
    row = site.own_small()
    page = site.read("outcomes.html")
    axis = re.search(r'<line class="chart-axis"[^>]* x1="[^"]*" y1="([\d.]+)"', page)
    if not row or not axis or "chart-point" not in page:
        return False
    grid = float(re.search(r'<line class="chart-grid"[^>]* x1="[^"]*" y1="([\d.]+)"', page).group(1))
    part, whole = site.exact(row)
    height = float(axis.group(1)) - (float(axis.group(1)) - grid) * part / whole
    return site.replace("outcomes.html", '<circle class="chart-point"',
                        f'<circle class="chart-point" cx="200" cy="{height:.1f}" r="4.5"/><circle class="chart-point"')


def label_of_a_figure(site):
    row = site.small()
    return bool(row) and site.replace("outcomes.html", '<figure class="chart"',
                                      f'<figure aria-label="{site.sentence(row)}" class="chart"')


def picture_of_a_page(site):
    row = site.small()
    return bool(row) and site.replace("index.html", "</main>", f'<img alt="{site.sentence(row)}" src="x.png"></main>')


def comment_of_a_page(site):
    row = site.small()
    return bool(row) and site.replace("index.html", "</main>", f"<!-- {site.exact(row)[0]} --></main>")


def number_in_a_dataset(site):
    row = site.small()
    return bool(row) and site.replace("outcomes.html", '"isAccessibleForFree"',
                                      f'"value": {site.exact(row)[0]}, "isAccessibleForFree"')


def text_in_a_dataset(site):
    row = site.small()
    return bool(row) and site.replace("outcomes.html", '"isAccessibleForFree"',
                                      f'"abstract": "{site.sentence(row)}", "isAccessibleForFree"')


def description_of_the_data(site):
    row = site.small()
    return bool(row) and site.replace("data/datapackage.json", '"description": "', f'"description": "{site.sentence(row)}. ')


def notes_of_the_data(site):
    row = site.small()
    if not row:
        return False
    site.write("data/notes.txt", site.read("data/notes.txt") + site.sentence(row) + "\n")
    return True


def text_of_the_search(site):
    row = site.small()
    name = next((path.relative_to(site.folder) for path in sorted(site.folder.glob("search/*-0.js"))
                 if "packhorseTexts" in path.read_text()), None)
    return bool(row and name) and site.replace(name, '"Invented."', f'"Invented. {site.sentence(row)}."')


def entry_of_a_feed(site):
    row = site.small()
    if not row:
        return False
    site.write("feed.xml", f"<feed><entry><summary>{site.sentence(row)}</summary></entry></feed>\n")
    return True


KINDS = [
    exact_part, exact_whole, share_of_a_withheld_part, interval_of_exact_counts, whole_that_hid_another, table_of_a_page,
    share_on_a_page, sentence_of_a_page, description_of_a_chart, title_of_a_chart, mark_of_a_chart, label_of_a_figure,
    picture_of_a_page, comment_of_a_page, number_in_a_dataset, text_in_a_dataset, description_of_the_data,
    notes_of_the_data, text_of_the_search, entry_of_a_feed,
]
