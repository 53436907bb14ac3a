"""Where lines that the source breaks itself are parted."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.flow import part_lines

OFFICE = "President of the Council"


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        (["Ana Ruiz", OFFICE], True),
        ([OFFICE, "Ana Ruiz"], True),
        (["Ana Ruiz", OFFICE + " of the Harbours and Isles"[: 49 - len(OFFICE)]], True),
        (["Ana Ruiz", (OFFICE + " of the Harbours and of the Isles")[:50]], False),
        (["ana ruiz", OFFICE], False),
        (["Ana", OFFICE], False),
        (["Ana Maria de la Luz Ruiz", OFFICE], False),
        (["Ana Maria Luz Vega Ruiz", OFFICE], True),
        (["Ana Ruiz 2", OFFICE], False),
        (["Ana came Ruiz", OFFICE], False),
        (["李明", "理事会主席"], True),
        (["李明，在这里说", "理事会主席"], False),
        (["李明李明李明李明李明李", "理事会主席"], True),
        (["李明李明李明李明李明李明李", "理事会主席"], False),
        (["Ana Ruiz", "The boats came in"], False),
    ],
)
def test_a_name_and_an_office_are_two_lines(lines: list[str], parted: bool) -> None:
    assert len(part_lines(lines)) == (2 if parted else 1)


def test_a_colon_opens_a_list_of_lines_until_a_long_one() -> None:
    assert len(part_lines(["They met:", "boats", "mills", "ports"])) == 4
    long = "boats and " * 20
    assert part_lines(["They met:", "boats", long, "on the quay"])[-1] == [long, "on the quay"]


def test_an_empty_line_or_a_label_parts_paragraphs() -> None:
    assert part_lines(["boats", "", "mills"]) == [["boats"], ["mills"]]
    assert part_lines(["boats and", "mills"]) == [["boats and", "mills"]]
    assert part_lines(["boats and", "(a) mills"]) == [["boats and"], ["(a) mills"]]
    assert part_lines(["", ""]) == []
