"""Clauses of a resolution in plain text: each stands alone, however short the lines around it are."""

from __future__ import annotations

import pytest

from p5diff.ingest import source


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ru", "5. просит смотрителя представить доклад о плотинах реки;", "признавая вклад паромщиков,"),
        ("fr", "rappelant la charte de la rivière et ses annexes ;", "prie le gardien de veiller ;"),
        ("ar", "وإذ تشير إلى ميثاق النهر وملحقاته جميعا،", "وإذ تقدر عمل الحراس،"),
    ],
)
def test_a_clause_before_a_blank_line_ends_its_paragraph(language: str, first: str, second: str) -> None:
    read = source(f"{first}\n\n{second}\n".encode(), name="clauses.txt", language=language)
    assert read.stored.split("\n\n")[-2:] == [first, second + "\n"]
