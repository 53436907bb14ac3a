"""All that is said of a pair, where one line of a finder decides (`answers.txt`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from p5diff.meaning import classify, load_rules
from p5diff.model.comparison import Shift
from tests.meaning.texts import aligned, one, said, said_from_behind

LINES = Path(__file__).with_name("answers.txt").read_text(encoding="utf-8").splitlines()
ANSWERS = [tuple(line.split(" | ")) for line in LINES if line and not line.startswith("#")]


def _said(language: str, before: str, after: str) -> tuple[Shift, ...]:
    ours, theirs = one(before, language), one(after, language)
    return classify(aligned(ours, theirs), ours, theirs, load_rules())[0].shifts


@pytest.mark.parametrize(("language", "before", "after", "told"), ANSWERS)
def test_this_is_said_of_a_pair_and_nothing_else(language: str, before: str, after: str, told: str) -> None:
    found = _said(language, before, after)
    assert ("; ".join(said(found)) or "nothing").rstrip() == told
    if "carried out" not in told:  # a deed that was done and lies ahead again is another thing
        assert sorted(said_from_behind(_said(language, after, before))) == sorted(said(found))


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("The Parties shall mend the dam.", "The Parties should mend the dam.", "actor: “The Parties”"),
        ("The dam shall be mended.", "The dam should be mended.", "object: “mended”; actor: none found"),
        ("The dam shall.", "The dam should.", "modal: shall (60) → should (50); object: “dam”"),
        (
            "We strongly urge the port to act and strongly ask it to pay.",
            "We urge the port to act and ask it to pay.",
            "intensifier: strongly (30) → — (20)",
        ),
        (
            "We will, where possible and as appropriate, mend the dam.",
            "We will mend the dam.",
            "hedge: hedge (10) → — (20)",
        ),
    ],
)
def test_the_explanation_names_what_both_sides_share(before: str, after: str, why: str) -> None:
    (shift,) = _said("en", before, after)
    assert why in shift.explanation


@pytest.mark.parametrize(
    ("language", "before", "after", "actor"),
    [
        ("en", "As Ghana met, the Parties shall go.", "As Ghana met, the Parties should go.", "the Parties"),
        ("en", "The boats of Ghana shall report.", "The boats of Ghana should report.", ""),
        ("en", "It shall be mended, and Ghana will pay.", "It should be mended, and Ghana will pay.", ""),
        ("en", "The Parties intend to report.", "The Parties hope to report.", "The Parties"),
        ("fr", "Les bateaux du Ghana doivent partir.", "Les bateaux du Ghana devraient partir.", ""),
        ("fr", "Les Parties doivent le réparer.", "Les Parties devraient le réparer.", "Les Parties"),
        ("es", "Los barcos de Ghana deben zarpar.", "Los barcos de Ghana deberían zarpar.", ""),
        ("es", "Las Partes deben reparar el puerto.", "Las Partes deberían reparar el puerto.", "Las Partes"),
        ("ru", "Суда Ганы должны уйти.", "Судам Ганы следует уйти.", ""),
        ("zh", "加纳的船必须报告。", "加纳的船应当报告。", ""),
        ("en", "Ghana’s boats shall report.", "Ghana’s boats should report.", ""),
        ("ar", "ستقدم سفن غانا تقريرا.", "قد تقدم سفن غانا تقريرا.", ""),
        ("ar", "يجب على غانا إصلاح الميناء.", "ينبغي لغانا إصلاح الميناء.", ""),
    ],
)  # fmt: skip
def test_who_acts_is_who_is_named_as_such_or_is_left_out(
    language: str, before: str, after: str, actor: str
) -> None:
    """Who is named anywhere in the sentence is not who acts."""
    for shift in _said(language, before, after):
        said = re.findall("actor: “(.*?)”", shift.explanation)
        assert said == ([actor] if actor else [])
