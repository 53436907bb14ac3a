"""Floors of reading PDF: paragraphs laid beside their pages, and printed documents of our own."""

from __future__ import annotations

import random

import pytest

from benchmarks.printed.__main__ import differences
from benchmarks.printed.engines import pdf
from benchmarks.printed.layouts import drawn
from benchmarks.reading import REAL, judged

pytest.importorskip("pypdfium2")

LOTS = {"en": (1, 2), "fr": (1, 2), "es": (1, 2), "ru": (1, 2), "zh": (1, 2), "ar": (1, 2)}
"""Lots of each language, drawn once: notes, tables over pages, heads, columns are among their layouts."""


@pytest.mark.skipif(not REAL.is_dir(), reason="../shared/data/real is missing")
def test_of_what_was_laid_beside_its_page_nearly_all_is_exact_and_nothing_is_lost() -> None:
    for name, (number, counts) in judged().items():
        assert counts["exact"] >= 0.98 * number, name
        assert counts["lost"] == counts["torn"] == 0, name
        assert counts["glued"] <= 1, name


@pytest.mark.parametrize(("language", "lot"), [(code, lot) for code, lots in LOTS.items() for lot in lots])
def test_documents_drawn_by_lot_are_read_exactly(language: str, lot: int) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    document = drawn(random.Random(lot), language, "weasyprint")
    assert differences(document, pdf(document)) == [], document.layout.name
