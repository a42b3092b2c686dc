#!/usr/bin/env python3
"""Writes an invented site with one large data file: records of referrals, or numbers of appointments.

usage: tables.py referrals|shuffled|appointments ROWS FOLDER [--seed SEED]

`shuffled` are referrals whose ids come in no order. A row depends on the seed and its number alone.
"""

import argparse
import datetime
import pathlib
import random

PRACTICES = [f"{letter}{number:05}" for letter in "ABCDEFGHJKLMN" for number in range(81001, 81501)]
DAYS = [(datetime.date(2023, 1, 1) + datetime.timedelta(days)).isoformat() for days in range(731)]
MONTHS = [f"01{month}{year}" for year in (2024, 2025) for month in (
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")]
AGES = ["0-17", "18-29", "30-44", "45-59", "60-74", "75+"]
REASONS = ["loneliness", "debt", "housing", "a long illness", "low mood", "caring for somebody", "moving more", "other"]
STATUSES = ["completed", "active", "declined", "not reached", "left early"]
CATEGORIES = [
    "General Consultation Acute", "General Consultation Routine", "Planned Clinics", "Home Visit", "Social Prescribing Service",
    "Care Home Visit", "Unplanned Clinical Activity", "Structured Medication Review",
]
WAITS = ["Same Day", "1 Day", "2 to 7 Days", "8 to 14 Days", "15 to 21 Days", "22 to 28 Days", "More than 28 Days"]
BLOCK = 50_000
TABLES = {"referrals": "private/referrals.csv", "appointments": "content/data/appointments.csv"}

REFERRALS = "referral_id,practice,referral_date,age_band,reason,status,wellbeing_before,wellbeing_after"
APPOINTMENTS = (
    "APPOINTMENT_MONTH_START_DATE,GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,"
    "HCP_TYPE,APPT_MODE,NATIONAL_CATEGORY,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS,APPT_STATUS")

COMMON = """  title: Invented
  direction: higher
  why: It is invented.
  source: Invented for timing.
  caveats: [None of it is true.]
  licence: Open Government Licence v3.0
  author: Packhorse
"""
MEASURES = {
    "referrals": f"""wellbeing:
{COMMON}  type: mean-change
  denominator: people referred
  lowest: 0
  highest: 40
  columns: {{before: wellbeing_before, after: wellbeing_after}}
completed:
{COMMON}  type: proportion
  denominator: people referred
  numerator: completed what they came for
  counted-statuses: [completed]
""",
    "appointments": f"""appointments:
{COMMON}  type: count
  numerator: appointments
""",
}
SOURCES = {
    "referrals": """referrals:
  files: [private/referrals.csv]
  shape: records
  measures: [wellbeing, completed]
""",
    "appointments": """appointments:
  files: [content/data/appointments.csv]
  measures: [appointments]
  where: {NATIONAL_CATEGORY: Social Prescribing Service, APPT_STATUS: Attended}
""",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=["referrals", "shuffled", "appointments"])
    parser.add_argument("rows", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", default="packhorse")
    arguments = parser.parse_args()
    write_tables(arguments.form, arguments.rows, arguments.folder, arguments.seed)


def write_tables(form, count, folder, seed="packhorse"):
    """Writes the site into a new folder; returns the path of its large file."""
    kind = "appointments" if form == "appointments" else "referrals"
    table = folder / TABLES[kind]
    for part in (table.parent, folder / "content/data"):
        part.mkdir(parents=True, exist_ok=True)
    write_settings(folder, kind)
    chance = random.Random(f"{seed} {form}").random
    with table.open("w") as file:
        file.write((APPOINTMENTS if kind == "appointments" else REFERRALS) + "\n")
        for start in range(0, count, BLOCK):
            numbers = range(start, min(start + BLOCK, count))
            if kind == "appointments":
                file.writelines([appointment(int(chance() * 2**53)) for _ in numbers])
            else:
                ids = numbers if form == "referrals" else (shuffled(number, count) for number in numbers)
                file.writelines([referral(id, int(chance() * 2**53)) for id in ids])
    return table


def write_settings(folder, kind):
    (folder / "content/site.yml").write_text(
        "format: 1\ntitle: Invented data for timing\ndescription: Every row is invented.\n"
        f"practices: {PRACTICES[0]}\nroles:\n  gp: {{title: GP, plural: GPs}}\n"
        "words:\n  link-worker: {singular: link worker, plural: link workers, article: a}\n")
    (folder / "content/practice.yml").write_text(
        f"name: The Invented Practice\ncode: {PRACTICES[0]}\naddress: [1 High Street]\n"
        "link-worker:\n  name: Sam Sample\n  days: [Tuesday]\n  how-to-refer: [Ask at reception]\n")
    (folder / "content/data/practices.csv").write_text(
        "practice_code,practice_name\n" + "".join(f"{code},Invented practice {code}\n" for code in PRACTICES))
    (folder / "content/data/measures.yml").write_text(MEASURES[kind])
    (folder / "content/data/sources.yml").write_text(SOURCES[kind])


def shuffled(number, count):
    """Each number below `count` once, in no order: a prime times the number, where the prime does not divide `count`."""
    return number * 2_147_483_647 % count


def referral(id, draw):
    """A row; one number decides all of it, a digit of its own for each cell."""
    draw, practice = divmod(draw, len(PRACTICES))
    draw, day = divmod(draw, len(DAYS))
    draw, age = divmod(draw, len(AGES))
    draw, reason = divmod(draw, len(REASONS))
    draw, status = divmod(draw, len(STATUSES))
    draw, before = divmod(draw, 25)
    draw, change = divmod(draw, 14)
    after = min(40, before + 4 + change) if draw % 100 >= 15 else ""
    return (f"R{id + 1:08},{PRACTICES[practice]},{DAYS[day]},{AGES[age]},{REASONS[reason]},{STATUSES[status]},"
            f"{before + 8},{after}\n")


def appointment(draw):
    draw, practice = divmod(draw, len(PRACTICES))
    draw, month = divmod(draw, len(MONTHS))
    draw, category = divmod(draw, len(CATEGORIES))
    draw, wait = divmod(draw, len(WAITS))
    draw, status = divmod(draw, 3)
    count, staff = draw % 90 + 1, draw // 90 % 2
    network = practice // 6
    return (f"{MONTHS[month]},{PRACTICES[practice]},INVENTED SURGERY {practice:04},INVENTED SYSTEM,U{network:05},"
            f"INVENTED NETWORK {network:04} PCN,{practice % 97:02}Q,NHS Invented ICB - {practice % 97:02}Q,"
            f"{('GP', 'Other Practice staff')[staff]},Face-to-Face,{CATEGORIES[category]},{WAITS[wait]},{count},"
            f"{('Attended', 'DNA', 'Unknown')[status]}\n")


if __name__ == "__main__":
    main()
