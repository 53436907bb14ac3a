"""All that is said of a pair, where one line of a finder decides (`answers.txt`)."""

from __future__ import annotations

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
        (
            "The dam shall be mended, and Ghana will pay.",
            "The dam should be mended, and Ghana will pay.",
            "object: “mended”; actor: nobody is named",
        ),
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
