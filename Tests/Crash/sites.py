"""A site of ten pages, and what happens to it between two builds."""

import os
import shutil

TITLE = "The allotment at the end of the lane"
SUMMARY = "Somebody finds a spade and a reason to get up."
SENTENCES = [
    "I had not left the house since the winter before last",
    "The robin came back before the others did",
]

SITE = """\
format: 1
title: {title}
description: A site that is built while somebody pulls the plug.
url: https://example.org/sp/
practices: DEMO01
audience: public
disclosure: nhs-digital
sample: true
licence: Invented text.
roles:
  gp: {{title: GP, plural: GPs}}
words:
  link-worker: {{singular: link worker, plural: link workers, article: a}}
"""

PRACTICE = """\
name: Test Surgery
code: DEMO01
address: [1 Test Street, Thornbeck]
link-worker:
  name: Sam Example
  days: [Tuesday]
  how-to-refer: [Talk to the person first.]
"""

GLOSSARY = """\
warm-handover:
  term: warm handover
  definition: Introducing the person to the next worker.
"""

MODULE = """\
---
title: {title}
summary: One sentence about it.
roles: [gp]
minutes: 5
objectives: [Say what it is.]
clinical-review: none yet
reviewed: 2026-10-01
review-due: 2027-10-01
aliases: [{aliases}]
---
{text}
"""

STORY = """\
---
title: {title}
summary: {summary}
reviewed: 2026-10-01
---
{text}
"""

CONSENT = "story_id,kind,basis,consent_date,release_date,scope,expires,withdrawn_on,checked_by,text_sha256\n"
GARDEN = "garden,patient,real,2026-01-10,2026-02-01,public-web,,{withdrawn},AB,\n"
CHOIR = "choir,patient,fictional,,,public-web,,,AB,\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>\n'

GARDEN_STORY = STORY.format(
    title=TITLE,
    summary=SUMMARY,
    text=f"{SENTENCES[0]}.\n\n![A spade](garden.svg)\n\n{SENTENCES[1]}.",
)


def module(title, text, aliases=()):
    return MODULE.format(title=title, text=text, aliases=", ".join(aliases))


BASE = {
    "content/site.yml": SITE.format(title="Test site"),
    "content/practice.yml": PRACTICE,
    "content/glossary.yml": GLOSSARY,
    "content/index.md": "---\ntitle: Welcome\n---\nRead [this](stories/garden.md) first.\n",
    "content/modules/skills/listening.md": module("Listening", "![A photo](../../photo.svg/inner.svg)"),
    "content/modules/skills/asking.md": module("Asking", "Ask. ![A map](../../map.svg)"),
    "content/photo.svg/inner.svg": PICTURE.format("photo"),
    "content/map.svg": PICTURE.format("map"),
    "content/stories/garden.md": GARDEN_STORY,
    "content/stories/garden.svg": PICTURE.format("spade"),
    "content/stories/choir.md": STORY.format(title="A choir", summary="It sings.", text="They sang."),
    "private/consent.csv": CONSENT + GARDEN.format(withdrawn="") + CHOIR,
}


def changed(changes, base=BASE):
    """The site after changes; None removes a file."""
    return {name: text for name, text in (base | changes).items() if text is not None}


ONE_PAGE = changed({"content/modules/skills/asking.md": module("Asking", "Ask twice. ![A map](../../map.svg)")})
EVERY_PAGE = changed({"content/site.yml": SITE.format(title="Another name")})
MOVED_PAGES = changed(
    {
        "content/modules/skills/asking.md": None,
        "content/modules/skills/questions.md": module("Asking", "Ask. ![A map](../../map.svg)"),
        "content/modules/places/groups.md": module("Groups", "Somewhere to go."),
        "content/stories/choir.md": None,
        "private/consent.csv": CONSENT + GARDEN.format(withdrawn=""),
    }
)
SWAPPED = {
    "content/modules/skills/listening.md": module("Listening", "![A photo](../../photo.svg)"),
    "content/modules/skills/asking.md": module("Asking", "Ask. ![A map](../../map.svg/inner.svg)"),
    "content/photo.svg/inner.svg": None,
    "content/photo.svg": PICTURE.format("photo"),
    "content/map.svg": None,
    "content/map.svg/inner.svg": PICTURE.format("map"),
}
FOLDERS_FOR_FILES = changed(SWAPPED)
REGISTERED = {"private/consent.csv": CONSENT + GARDEN.format(withdrawn="2026-11-01") + CHOIR}
WITHDRAWN_IN_REGISTER = changed(REGISTERED)
# More than a thousand files, most of them pages that lead on from former addresses: where a few change among so many,
# these are moved into place one by one.
FORMER = [f"old/{number}.html" for number in range(1050)]
LARGE = changed({"content/modules/skills/many.md": module("Many", "Much.", aliases=FORMER)})
LARGE_CHANGED = changed(SWAPPED, base=LARGE)

# The date of foreign files, which no build may change.
LONG_AGO = 1_000_000_000
FOREIGN = {
    b"CNAME": b"example.org\n",
    b".git/objects/ab/cd": b"blob",
    b"stories/notes.txt": b"somebody else's",
    b"photo\xff.raw": b"not a name in UTF-8",
}


def write(folder, texts, old={}):
    """Makes the sources of a site what they are to be."""
    for name in old.keys() - texts.keys():
        (folder / name).unlink()
        if not any((folder / name).parent.iterdir()):
            (folder / name).parent.rmdir()
    for name, text in texts.items():
        if old.get(name) != text:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)


def add_foreign(folder):
    """Puts files of somebody else's into the output: odd names, odd permissions, an empty folder, a link."""
    public = os.fsencode(folder / "public")
    for name, content in FOREIGN.items():
        path = os.path.join(public, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        os.chmod(path, 0o600)
        os.utime(path, (LONG_AGO, LONG_AGO))
    os.makedirs(os.path.join(public, b"empty"), exist_ok=True)
    os.symlink(b"/etc", os.path.join(public, b"link"))


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
