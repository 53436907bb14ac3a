"""What a document shows of its paragraphs where a page or a distance does not tell whether one ends."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.measures import measure
from p5diff.ingest.readers.pdf.paragraphs import group_lines
from tests.ingest.pdf.drawn_lines import LETTER, line

WORDS = {
    "en": ("Lamps", "are lit and kept by all wardens", "."),
    "fr": ("Îles", "où les feux sont tenus et gardés", "."),
    "es": ("Faros", "que se cuidan en todas las noches", "."),
    "ru": ("Лампы", "горят и хранятся всеми людьми", "."),
    "ar": ("مصباح", "يضاء ويحفظ عند الحراس في البرج", "."),
    "zh": ("港口灯塔", "长明不灭由看守人日夜照管直到天亮", "。"),
}
"""Words that begin a sentence, words inside of one, and its stop."""
EACH_LANGUAGE = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
EDGE = 500.0
TITLE = "§"


def page(*texts: str, pitch: float = 14, number: int = 0) -> list[PageLine]:
    """Lines one below the other, Arabic ones from the right; titles are bold."""
    lefts = [EDGE - LETTER * len(text) if any("ء" <= c <= "ي" for c in text) else 72.0 for text in texts]
    return [
        line(780 - pitch * n, (left, text), page=number, bold=text.startswith(TITLE))
        for n, (left, text) in enumerate(zip(lefts, texts, strict=True))
    ]


def sizes(*pages: list[PageLine]) -> list[int]:
    """How many lines each paragraph has."""
    lines = [one for page in pages for one in page]
    return [len(group.lines) for group in group_lines(lines, measure(list(pages)))]


@EACH_LANGUAGE
@pytest.mark.parametrize(("between", "last"), [("title", 3), ("label", 3), ("nothing", 1)])
def test_a_full_line_ends_no_paragraph_at_the_foot_of_a_page_where_none_follows_another(
    words: tuple[str, str, str], between: str, last: int
) -> None:
    """Under each title stands one paragraph, or each has its label: what has neither goes on."""
    fresh, inner, stop = words
    label = "(a) " if between == "label" else ""
    title = [f"{TITLE} 12"] if between == "title" else []
    wide = f"{label}{fresh} {inner} {inner}"
    full = f"{inner} {inner} {inner}"[: len(wide) - 1] + stop
    ragged = [one for cut in (1, 4, 7) for one in (*title, wide[:-cut], f"{inner}{stop}")]
    assert sizes(page(*ragged, *title, wide, full), page(f"{fresh} {inner}{stop}", number=1))[-1] == last


@EACH_LANGUAGE
@pytest.mark.parametrize(("pitch", "goes_on", "parted"), [(27, 0, 1), (20, 0, 0), (27, 1, 0)])
def test_lines_very_far_apart_that_no_sentence_runs_over_are_a_paragraph_each(
    words: tuple[str, str, str], pitch: float, goes_on: int, parted: int
) -> None:
    fresh, inner, stop = words
    wide = f"{fresh} {inner} {inner}"
    texts = (fresh, f"{fresh} {inner}{stop}", wide + ("" if goes_on else stop), f"{fresh} {inner}{stop}")
    assert (sizes(page(*texts, pitch=pitch))[-1] == 1) is bool(parted)
