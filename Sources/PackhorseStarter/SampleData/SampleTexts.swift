import PackhorseCore

let referralsHeader =
  "referral_id,practice,referral_date,status,satisfaction_before,satisfaction_after,anxiety_before,anxiety_after\n"
let listsHeader =
  "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"

let practicesHeader = "practice_code,practice_name,pcn_code,pcn_name,icb_code,icb_name\n"

let readme = """
  # Invented data

  Every practice, person and number in this folder is invented. It is for trying things out.

  | file | what it is |
  | --- | --- |
  | `private/invented-referrals.csv` | records of referrals, with scores before and after |
  | `content/data/invented-registered-patients.csv` | sizes of lists, with the columns of the national file |
  | `content/data/practices.csv` | the practices, with their network and board |
  | `content/data/measures.yml` | what is counted |
  | `content/data/sources.yml` | which file it is counted from |

  `packhorse data check` says what it understands of them.

  """

let indexPage = """
  ---
  title: Invented data
  ---
  Every practice, person and number on this site is invented.

  """

func siteFile(_ code: String) -> String {
  """
  format: 1
  title: Invented data
  description: Every practice, person and number on this site is invented.
  practices: \(code)
  sample: true
  roles:
    gp: {title: GP, plural: GPs}
  words:
    link-worker: {singular: link worker, plural: link workers, article: a}

  """
}

func practiceFile(_ code: String) -> String {
  """
  name: Invented surgery 1
  code: \(code)
  address: [1 Invented Street]
  link-worker:
    name: Invented person
    days: [Tuesday morning]
    how-to-refer: [Ask at reception]

  """
}

let sourcesFile = """
  # Invented. The file of registered patients needs no entry: its header shows what it is.
  referrals:
    files: [private/invented-referrals.csv]
    shape: records
    measures: [referral-rate, uptake, took-part, life-satisfaction, anxiety]

  """

let measuresFile =
  measure(
    "referral-rate", "Referrals",
    """
      type: rate
      denominator: registered patients
      numerator: referrals
      direction: neither
      publish-by: {practice: quarter}
    """)
  + measure(
    "uptake", "How far people came",
    """
      type: flow
      denominator: people referred
      direction: neither
      statuses:
        completed: Completed what they came for
        active: Still with the service
        left early: Left early
        declined: Declined
        not reached: Could not be reached
    """)
  + measure(
    "took-part", "Took part",
    """
      type: proportion
      denominator: people referred
      numerator: took part
      direction: higher
      counted-statuses: [completed, active, left early]
      publish-by: {practice: quarter}
    """)
  + measure("life-satisfaction", "Satisfaction with life", score("satisfaction", better: "higher"))
  + measure("anxiety", "Anxiety", score("anxiety", better: "lower"))

private func score(_ column: String, better: String) -> String {
  """
    type: mean-change
    denominator: people referred
    lowest: 0
    highest: 10
    direction: \(better)
    columns: {before: \(column)_before, after: \(column)_after}
  """
}

private func measure(_ id: String, _ title: String, _ lines: String) -> String {
  """
  \(id):
    title: \(title)
  \(lines)
    why: It is invented, to show how such figures look.
    source: Invented.
    caveats: [Every number is invented.]
    licence: Open Government Licence v3.0
    author: Packhorse

  """
}
