"""The open data of a site, as public programs read it."""

import csv
import json

import frictionless
from csvw.metadata import CSVW


def package(folder):
    described = json.loads((folder / "datapackage.json").read_text())
    return frictionless.Package.from_descriptor(described, basepath=str(folder))


def test_the_data_package_is_valid(site):
    report = package(site / "data").validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    rows = package(site / "data").get_resource("outcomes").read_rows()
    with open(site / "data/outcomes.csv", newline="") as file:
        assert len(rows) == len(list(csv.DictReader(file))) > 0
    # A withheld number is no number, and no text either.
    assert any(row["numerator"] is None for row in rows)
    assert all(isinstance(row["numerator"], int) for row in rows if row["numerator"] is not None)


def test_a_wrong_cell_is_found(site, tmp_path):
    """The check can fail."""
    for name in ("datapackage.json", "outcomes.csv"):
        (tmp_path / name).write_bytes((site / "data" / name).read_bytes())
    table = tmp_path / "outcomes.csv"
    table.write_text(table.read_text().replace("[c]", "few", 1))
    assert not package(tmp_path).validate().valid


def test_the_table_is_described_for_csv_on_the_web(site):
    described = CSVW(str(site / "data/outcomes.csv-metadata.json"), validate=True)
    assert described.is_valid
    with open(site / "data/outcomes.csv", newline="") as file:
        columns = csv.DictReader(file).fieldnames
    [table] = described.tables
    assert [column.name for column in table.tableSchema.columns] == columns


def test_the_page_of_figures_names_the_dataset(visit, server):
    page = visit().open(server + "outcomes.html")
    [text] = page.locator('script[type="application/ld+json"]').all_text_contents()
    dataset = json.loads(text)
    assert dataset["@type"] == "Dataset" and dataset["@context"] == "https://schema.org"
    assert dataset["distribution"][0]["contentUrl"].endswith("data/outcomes.csv")
    assert "made up" in dataset["description"]
