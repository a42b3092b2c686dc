"""What the bundled training promises, held against the pages that were built."""

import html
import re

import pytest

SKILLS = ["class=\"objectives\"", "class=\"note note-", "class=\"scenario\"", "class=\"question\"", "class=\"confidence\"", "class=\"field field-then\"",
          "class=\"field field-learned\""]
SHAPE = {"scenario": 6, "question": 2}


def built(site, pattern):
    return {path: path.read_text() for path in sorted(site.glob(pattern)) if path.name != "index.html"}


def words(markup):
    return html.unescape(re.sub(r"<[^>]+>", " ", markup)).split()


def test_each_skill_is_shown_rehearsed_checked_planned_and_looked_back_on(site):
    pages = built(site, "modules/interpersonal-skills/*.html")
    assert len(pages) >= 8
    for path, page in pages.items():
        missing = [mark for mark in SKILLS if mark not in page]
        assert missing == [], (path.stem, missing)
        assert page.count('class="scene"') >= SHAPE["scenario"], path.stem


def test_a_right_answer_is_not_the_one_that_looks_right(site):
    longest = asked = 0
    for page in built(site, "modules/*/*.html").values():
        for feedback in re.findall(r'<details class="feedback">(.*?)</details>', page, re.S):
            answers = re.findall(r'<li class="(right|not-right)">.*?<span class="answer">(.*?)</span></p>', feedback, re.S)
            right = [len(words(text)) for verdict, text in answers if verdict == "right"]
            wrong = [len(words(text)) for verdict, text in answers if verdict == "not-right"]
            if len(right) == 1 and len(wrong) > 1:
                asked += 1
                longest += right[0] > max(wrong)
    assert asked > 40 and longest * 3 < asked, (longest, asked)


def test_every_module_and_evidence_page_says_who_wrote_it_and_that_no_clinician_has_read_it(site):
    for pattern in ["modules/*/*.html", "evidence/*.html"]:
        for path, page in built(site, pattern).items():
            assert "Written by Packhorse contributors." in page and "Clinical review: none yet." in page, path


def test_every_story_says_that_it_is_invented_and_sets_two_futures(site):
    stories = built(site, "stories/*.html")
    assert len(stories) >= 12
    for path, page in stories.items():
        assert "invented for training" in page and "Two futures" in page, path


@pytest.mark.parametrize("claim", ["28% fall", "visits by 28%", "72.6%", "16 of 17", "£3.42"])
def test_a_figure_that_misleads_stands_only_beside_what_is_wrong_with_it(site, claim):
    warned = "comparison|uncontrolled|weak|before and after|Before and after|before-and-after|not cash|mostly uncontrolled|Sixteen"
    for path, page in built(site, "**/*.html").items():
        text = " ".join(words(page))
        for found in re.finditer(re.escape(claim), text):
            assert re.search(warned, text[max(0, found.start() - 700) : found.end() + 700]), (path, text[found.start() - 60 : found.end() + 60])
