"""What nobody may learn of a practice's people: looked for in every byte that Packhorse writes, says or serves."""

import re
import subprocess

import pytest

from conftest import copy_of_the_site, DATE
from preview import Preview
from program import PACKHORSE

# Each stands in one place alone, and no rounding gives it.
STORY, WITHDRAWN, PERSON, NOTE = b"Zephyrine whispered", b"Quillon remembered", b"Dr Xanthippe Ombersley", b"Yarrowby 4417"
NUMERATOR, DENOMINATOR, FEW = b"333337", b"777731", b"1777733"
SECRETS = [STORY, WITHDRAWN, PERSON, NOTE, NUMERATOR, DENOMINATOR, FEW]
OUTCOMES, CONSENT = "content/data/outcomes.csv", "private/consent.csv"


def story(folder, name, text):
    head = f"---\ntitle: Story of {name}\nsummary: s\nreviewed: 2026-10-01\nreview-due: 2027-10-01\n---\n"
    (folder / f"content/stories/{name}.md").write_text(head + text.decode() + " a thing.\n")


def add(folder, path, row):
    with open(folder / path, "a") as file:
        file.write(row + "\n")


@pytest.fixture
def folder(tmp_path):
    """A site with small counts, exact counts, a patient's register and a story that may be shown."""
    folder = copy_of_the_site(tmp_path / "site")
    add(folder, OUTCOMES, f"DEMO01,2019-Q1,offer-accepted,{NUMERATOR.decode()},{DENOMINATOR.decode()}")
    add(folder, OUTCOMES, f"DEMO01,2019-Q2,offer-accepted,3,{FEW.decode()}")
    (folder / "private/names.csv").write_text(f"name,number\n{PERSON.decode()},{NOTE.decode()}\n")
    story(folder, "later-withdrawn", WITHDRAWN)
    add(folder, CONSENT, f"later-withdrawn,patient,fictional,,,public-web,,,{PERSON.decode()},")
    return folder


def run(folder, command, *arguments):
    done = subprocess.run([PACKHORSE, command, "--site", folder, "--date", DATE, *arguments], capture_output=True)
    assert done.returncode in (0, 1)
    return done.returncode, done.stdout + done.stderr


def written(folder):
    """Every byte beside what people wrote, with the names of the files."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] not in ("content", "private")]
    assert any(".packhorse" in path.parts for path in files) and any("public" in path.parts for path in files)
    return b"\n".join(str(path).encode() + path.read_bytes() for path in files)


def found(text, secrets=SECRETS):
    return [secret for secret in secrets if secret in text]


def test_a_consented_story_is_shown_and_no_exact_count(folder):
    status, said = run(folder, "build", "--profile", folder / "profile.json")
    assert status == 0
    everything = said + written(folder)
    assert found(everything) == [WITHDRAWN]
    # Both periods are there, so that their counts would be.
    rows = (folder / "public/data/outcomes.csv").read_text()
    assert "2019-Q1" in rows and "2019-Q2" in rows


@pytest.mark.parametrize("how", ["the register", "the command", "no row"])
def test_a_story_without_consent_leaves_no_trace(folder, how):
    run(folder, "build")
    assert WITHDRAWN in written(folder)
    if how == "the command":
        said = subprocess.run(
            [PACKHORSE, "withdraw", "later-withdrawn", "--site", folder], capture_output=True).stderr
    else:
        register = (folder / CONSENT).read_text()
        row = next(line for line in register.splitlines() if line.startswith("later-withdrawn"))
        new = row.replace("public-web,,,", "public-web,,2026-11-01,") + "\n" if how == "the register" else ""
        (folder / CONSENT).write_text(register.replace(row + "\n", new))
        said = b""
        if how == "no row":
            # Whoever takes the row out also has to take the story out before anything is built.
            status, said = run(folder, "check")
            assert status == 1 and b"missing-consent" in said
            (folder / "content/stories/later-withdrawn.md").unlink()
    for format in ("text", "json", "github"):
        for _ in range(2):
            said += run(folder, "build", "--format", format, "--profile", folder / "profile.json")[1]
        said += run(folder, "check", "--format", format)[1]
    assert found(said + written(folder)) == []


def test_no_problem_quotes_a_record_or_a_story(folder):
    story(folder, "never-consented", STORY + b" [x](nowhere.md) :term[nothing] <b>x</b>")
    add(folder, OUTCOMES, f"DEMO01,2026-Q2,offer-accepted,{DENOMINATOR.decode()},{NUMERATOR.decode()}")
    add(folder, OUTCOMES, f"DEMO01,2026-Q3,offer-accepted,{FEW.decode()}x,{FEW.decode()} people")
    add(folder, OUTCOMES, f"{FEW.decode()},{PERSON.decode()},{NOTE.decode()},{PERSON.decode()},{NOTE.decode()}")
    add(folder, OUTCOMES, f"{PERSON.decode()}\"{NOTE.decode()}")
    add(folder, CONSENT, f"{PERSON.decode()},{PERSON.decode()},{NOTE.decode()},{PERSON.decode()},,{NOTE.decode()},,,{PERSON.decode()},{NOTE.decode()}")
    add(folder, CONSENT, f"never-consented,{PERSON.decode()},{NOTE.decode()}")
    (folder / "content/practice/names.csv").write_bytes((folder / "private/names.csv").read_bytes())
    said = b""
    for format in ("text", "json", "github"):
        status, text = run(folder, "build", "--format", format, "--profile", folder / "profile.json")
        assert status == 1
        said += text
    assert len(set(re.findall(rb"csv-[a-z-]+|unknown-link|consent", said))) > 3
    assert found(said) == []
    assert found((folder / "profile.json").read_bytes()) == []
    preview = Preview(folder)
    try:
        served = b"".join(preview.get(address)[2] for address in (
            "/", "/stories/never-consented.html", "/stories/later-withdrawn.html", "/data/outcomes.csv", "/private/names.csv", "/_packhorse/state?path=/"))
    finally:
        preview.stop()
    assert found(served + preview.said.encode()) == []


def test_the_preview_serves_no_story_without_consent_and_no_exact_count(folder):
    preview = Preview(folder)
    try:
        register = (folder / CONSENT).read_text()
        assert WITHDRAWN in preview.get("/stories/later-withdrawn.html")[2]
        (folder / CONSENT).write_text(register.replace("public-web,,,Dr", "public-web,,2026-11-01,Dr"))
        preview.wait_until_said("Rebuilt ")
        built = folder.parent / "public"
        run(folder, "build", "--output", built)
        addresses = ["/" + str(path.relative_to(built)) for path in built.rglob("*") if path.is_file()]
        served = b"".join(preview.get(address)[2] for address in ["/stories/later-withdrawn.html", "/search.json", *addresses])
    finally:
        preview.stop()
    assert len(addresses) > 40
    assert found(served + preview.said.encode()) == []
