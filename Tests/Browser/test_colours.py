"""The colours of the style sheet in both schemes, measured as WCAG 2.2 defines contrast."""

import re

import pytest

from program import ROOT


TEXT = [
    ("ink", "paper"), ("ink", "sheet"), ("quiet", "paper"), ("quiet", "sheet"), ("link", "paper"), ("link", "sheet"),
    ("moss", "paper"), ("moss", "sheet"), ("safety", "safety-ground"), ("ink", "safety-ground"), ("note", "note-ground"),
    ("ink", "note-ground"), ("warning", "warning-ground"), ("ink", "warning-ground"), ("warning", "paper"),
    ("quiet", "panel"), ("chart-1", "panel"), ("ink", "panel"),
]
GRAPHICS = [("chart-1", "panel"), ("edge", "paper"), ("edge", "panel"), ("moss", "paper")]


def schemes():
    sheet = (ROOT / "templates/assets/packhorse.css").read_text()
    light, dark = re.findall(r":root \{(.*?)\}", sheet, flags=re.S)[:2]
    colours = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", text)) for text in (light, dark)]
    assert colours[0].keys() == colours[1].keys(), "a colour is named in one scheme only"
    return {"light": colours[0], "dark": colours[1]}


def luminance(colour):
    channels = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pairs,least", [(TEXT, 4.5), (GRAPHICS, 3)], ids=["text", "graphics"])
def test_colours_stand_out_from_their_ground(scheme, pairs, least):
    colours = schemes()[scheme]
    weak = [(one, other) for one, other in pairs if contrast(colours[one], colours[other]) < least]
    assert weak == []
