"""Adds up with DuckDB what Packhorse adds up of the same file, and prints how many seconds the query alone took.

usage: duckdb_sums.py referrals|appointments FILE
"""

import sys
import time

import duckdb

QUERIES = {
    "referrals": """
        SELECT practice, date_trunc('quarter', referral_date) AS quarter, count(*) AS people,
          count(*) FILTER (status = 'completed') AS completed, count(wellbeing_before) AS before, count(change) AS pairs,
          sum(change) AS sum, sum(change * change) AS squares, sum(wellbeing_before) FILTER (change IS NOT NULL) AS sum_before
        FROM (SELECT *, wellbeing_after - wellbeing_before AS change FROM read_csv(?, header = true))
        GROUP BY ALL ORDER BY ALL""",
    "appointments": """
        SELECT GP_CODE, APPOINTMENT_MONTH_START_DATE, sum(COUNT_OF_APPOINTMENTS) FROM read_csv(?, header = true)
        WHERE NATIONAL_CATEGORY = 'Social Prescribing Service' AND APPT_STATUS = 'Attended'
        GROUP BY ALL ORDER BY ALL""",
}

work, file = sys.argv[1:]
start = time.perf_counter()
rows = duckdb.execute(QUERIES[work], [file]).fetchall()
seconds = time.perf_counter() - start
if not rows:
    raise SystemExit("nothing was added up")
print(seconds)
