"""A source taken apart at the edges of its statement: what is kept, what is set aside, and in which order."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.carrier.cut import cut, without_delivery
from p5diff.ingest.layout.carrier.edges import StatementSpan
from p5diff.ingest.layout.carrier.signs import OPENING, PageSigns
from p5diff.ingest.layout.places import Taken
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.setaside import SetAside, SetAsideReason

A = "The four met in Porto on 6 March to review the progress that was made since the spring."
B = "They will meet again in Quito before the end of the year and report on all of it."
LEAD = "The ministers of the four States issued this joint statement after their meeting:"
NOTE = SetAside(text="x", reason=SetAsideReason.FOOTNOTE)


def parted(*texts: str, start: int = 1, end: int | None = None) -> tuple[list[str], list[tuple[int, str]]]:
    """The paragraphs kept, and what is set aside with the number of those before it."""
    pieces = [UnwrappedParagraph(text) for text in texts]
    page = PageSigns(pieces, [], languages.get("en"))
    kept, away = cut(pieces, page, StatementSpan(start, end or len(pieces), 1.0))
    return [piece.text for piece in kept], [(one.before, one.item.text) for one in away]


def test_what_stands_around_the_statement_is_set_aside_in_its_order() -> None:
    assert parted(LEAD, A, B, "Print", end=3) == ([A, B], [(0, LEAD), (2, "Print")])


@pytest.mark.parametrize(
    ("opening", "closing", "again"),
    [("“", "”", ""), ("“", "”", "“"), ("«", "»", "»"), ("«", "»", "«"), ('"', '"', '"'), ('"', '"', "")],
)
def test_a_quotation_loses_its_marks_and_those_that_repeat_at_each_paragraph(
    opening: str, closing: str, again: str
) -> None:
    kept, away = parted(LEAD, f"{opening}{A}", f"{again}{B}", f"{again}{A}{closing}")
    assert kept == [A, B, A]
    marks = [(0, opening)] + [(1, again), (2, again)] * bool(again) + [(3, closing)]
    assert away == [(0, LEAD), *marks]


def test_paragraphs_that_are_quoted_each_lose_both_marks() -> None:
    kept, away = parted(LEAD, f"“{A}”", f"“{B}”.")
    assert kept == [A, f"{B}."]
    assert away == [(0, LEAD), (0, "“"), (1, "”"), (1, "“"), (2, "”")]


@pytest.mark.parametrize(
    "texts", [(f"“{A}”", B), (f"“{A}", f"{B}”", B), (A, f"“{B}”"), (f"“Yes” they said. {A}", B)]
)
def test_a_statement_that_quotes_keeps_its_marks(texts: tuple[str, ...]) -> None:
    assert parted(LEAD, *texts) == ([*texts], [(0, LEAD)])


def test_a_quotation_inside_another_keeps_its_marks() -> None:
    kept, _ = parted(LEAD, f"“{A}", f"It was said “yes” to. {B}", f"{A} “No” was not.”")
    assert kept == [A, f"It was said “yes” to. {B}", f"{A} “No” was not."]


def test_lines_of_a_page_above_and_amid_the_text_leave_it() -> None:
    kept, away = parted(LEAD, "Media note", A, "Print this page", B, "Print this page")
    assert kept == [A, B, "Print this page"], (
        "the last one stands behind the text: its edge is asked about it"
    )
    assert away == [(0, LEAD), (0, "Media note"), (1, "Print this page")]


def test_what_was_set_aside_before_and_notes_keep_their_places() -> None:
    pieces = [UnwrappedParagraph(text) for text in (LEAD, f"“{A}", f"{B}”")]
    pieces[1] = pieces[1]._replace(calls=(("n", 5),), starts=(0, 10))
    page = PageSigns(pieces, [Taken(0, NOTE), Taken(2, NOTE), Taken(3, NOTE)], languages.get("en"))
    kept, away = cut(pieces, page, StatementSpan(1, 3, 1.0))
    assert [(one.before, one.item.text) for one in away] == [
        (0, "x"), (0, LEAD), (0, "“"), (1, "x"), (2, "”"), (2, "x"),
    ]  # fmt: skip
    assert kept[0].calls == (("n", 4),) and kept[0].starts == (0, 9)


@pytest.mark.parametrize(
    ("above", "gone"),
    [
        ([], True), (["Joint statement"], True), ([A + A], False), (["Porto"] * (OPENING - 1), True),
        (["Porto"] * OPENING, False), (["x " * 101], False),
    ],
)  # fmt: skip
def test_that_the_spoken_word_holds_is_said_above_the_text(above: list[str], gone: bool) -> None:
    """A line of the sheet it was handed out on; below a paragraph it may be a sentence."""
    pieces = [UnwrappedParagraph(text) for text in (*above, "Check against delivery", A)]
    at = len(above)
    taken = [Taken(at, NOTE), Taken(at + 1, NOTE)]
    kept, away = without_delivery(pieces, taken, languages.get("en"))
    assert len(kept) == at + (1 if gone else 2)
    if gone:
        assert [(one.before, one.item.text) for one in away] == [
            (at, "x"), (at, "Check against delivery"), (at, "x"),
        ]  # fmt: skip
    else:
        assert away == taken
    alone = [UnwrappedParagraph("Check against delivery")]
    assert without_delivery(alone, [], languages.get("en")) == (alone, [])
