"""Every pair of colours that text is read in keeps 7:1 (WCAG AAA), counted from the style itself."""

from __future__ import annotations

import re

import pytest

from p5diff.report.html.environment import asset

TEXT_ON = {
    "paper": ("ink", "soft", "ins", "del", "mov", "rew", "link"),
    "wash": ("ink", "soft"),
    "ins-bg": ("ins", "link"),
    "del-bg": ("del", "link"),
    "mov-bg": ("mov", "ins", "del", "link"),
    "here": ("here-ink", "ins", "del", "mov", "link"),
    "ink": ("paper",),
    "found": ("found-ink",),
    "now": ("found-ink",),
}


def luminance(color: str) -> float:
    value = color.lstrip("#")
    value = "".join(c * 2 for c in value) if len(value) == 3 else value
    channels = [int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def palettes(style: str) -> dict[str, dict[str, str]]:
    """The colours of the style by day, by night and on paper; what one leaves out stays as by day."""
    css = asset(style)
    blocks = re.findall(r":root \{(.*?)\}", css, flags=re.S)
    assert len(blocks) == 3
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", block)) for block in blocks]
    return {"light": found[0], "dark": {**found[0], **found[1]}, "print": {**found[0], **found[2]}}


def test_the_measure_is_right() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#003B5C", "#D6EBF9") == pytest.approx(9.6, abs=0.1)


@pytest.mark.parametrize("style", ["report.css", "table.css"])
@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_stands_out_seven_to_one(style: str, scheme: str) -> None:
    colors = palettes(style)[scheme]
    weak = {
        (text, ground): round(contrast(colors[text], colors[ground]), 2)
        for ground, texts in TEXT_ON.items()
        for text in texts
        if ground in colors and text in colors and contrast(colors[text], colors[ground]) < 7
    }
    assert weak == {}
    assert len(colors) >= 5
