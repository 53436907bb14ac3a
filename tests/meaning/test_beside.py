"""A sentence that stayed, beside the one that changed, in one pair: what is told is of the changed one alone.

The rules read the two sides as wholes (a sentence may have been split or merged); these tests hold that what
stands beside neither lends a verdict nor turns one, and that evidence names the sentence it stands in.
"""

from __future__ import annotations

import pytest

from p5diff.meaning import classify, load_rules
from p5diff.model.alignment import Alignment, Pair, PairKind, Shape
from p5diff.model.comparison import Shift, Verdict
from p5diff.model.statement import Role
from tests.meaning.minimal_pairs import PAIRS, Row
from tests.meaning.texts import statement

RULES = load_rules()
BESIDE = {
    "en": "The quay is long.",
    "fr": "Le quai est long.",
    "es": "El muelle es largo.",
    "ru": "Причал длинный.",
    "ar": "الرصيف طويل.",
    "zh": "码头很长。",
}
SAMPLE = PAIRS[::9]
KEPT = 0.85
"""Share of what is told of a pair alone that must be told beside another sentence, too: a denial or a
condition that opens its sentence may be passed over, since nothing of the same sentence stands before it."""


def told(
    before: list[str], after: list[str], language: str, roles: dict[int, Role] | None = None
) -> list[Shift]:
    """What is said of a pair with these sentences on its sides."""
    one = statement(before, language=language, roles=roles)
    two = statement(after, language=language)
    shape = Shape.ONE_TO_ONE if len(before) == 1 else Shape.MANY_TO_MANY
    pair = Pair(
        before=tuple(one.sentences()), after=tuple(two.sentences()), kind=PairKind.REWORDED, shape=shape
    )
    return list(classify(Alignment(pairs=(pair,)), one, two, RULES)[0].shifts)


def _said(shift: Shift) -> tuple[str, str, str, str]:
    return shift.aspect, shift.verdict.value, shift.before, shift.after


def _ways(row: Row) -> list[tuple[list[Shift], str]]:
    """What is told with the sentence before and behind, and the id of the one that changed."""
    other = BESIDE[row.language]
    return [
        (told([other, row.before], [other, row.after], row.language), "p1.2"),
        (told([row.before, other], [row.after, other], row.language), "p1.1"),
    ]


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: f"{row.language}-{row.kind}-{row.before[:30]}")
def test_a_sentence_beside_lends_no_verdict_and_turns_none(row: Row) -> None:
    alone = {_said(s) for s in told([row.before], [row.after], row.language)}
    for found, changed in _ways(row):
        for shift in found:
            aspect, _, before, after = said = _said(shift)
            # Of a deadline beside a sentence that lies not ahead it is only said that it changed.
            same = said in alone or (
                shift.verdict is Verdict.CHANGED
                and any((a, b, c) == (aspect, before, after) for a, _, b, c in alone)
            )
            assert same, (said, alone)
            assert {e.sentence for e in shift.evidence} == {changed}


def test_what_is_told_alone_is_told_beside_another_as_a_rule() -> None:
    alone = beside = 0
    for row in SAMPLE:
        expected = {s.aspect for s in told([row.before], [row.after], row.language)}
        for found, _ in _ways(row):
            alone += len(expected)
            beside += len(expected & {s.aspect for s in found})
    assert alone > 100
    assert beside >= KEPT * alone


@pytest.mark.parametrize(
    "row", [row for row in SAMPLE if row.expected != "NO"][::6], ids=lambda row: row.before[:30]
)
def test_a_heading_is_read_for_nothing(row: Row) -> None:
    """On whichever side: what one heading promises by its form is no promise."""
    heading = {0: Role.HEADING}
    assert told([row.before], [row.after], row.language) or row.expected == "ledger"
    assert not told([row.before], [row.after], row.language, roles=heading)
    one = statement([row.before], language=row.language)
    two = statement([row.after], language=row.language, roles=heading)
    pair = Pair(before=tuple(one.sentences()), after=tuple(two.sentences()), kind=PairKind.REWORDED)
    assert not classify(Alignment(pairs=(pair,)), one, two, RULES)[0].shifts
