"""Lines of plain text and of pages: words, indent, blank lines before, page, place in the source."""

from __future__ import annotations

import pytest

from p5diff.ingest.layout.lines import split_lines
from p5diff.model.source import BlockKind, RawBlock


def told(*blocks: RawBlock) -> list[tuple[str, int, int, bool, int, int]]:
    """Each line as (text, indent, blanks, torn, page, start)."""
    return [(li.text, li.indent, li.blanks, li.torn, li.page, li.start) for li in split_lines(blocks)]


def block(text: str, *, page: int = 0, offset: int = 0) -> RawBlock:
    return RawBlock(text=text, kind=BlockKind.LINES, page=page, offset=offset)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met.\nThey left.", [("They met.", 0, 0, False, 0, 0), ("They left.", 0, 0, False, 0, 10)]),
        ("\n  They met.\n\n \nThey left.  ", [
            ("They met.", 2, 1, False, 0, 1), ("They left.", 0, 2, False, 0, 16),
        ]),
        ("They  met   at  noon.", [("They met at noon.", 0, 0, False, 0, 0)]),
        # A full-width space is two columns wide.
        ("\u3000\u3000各方举行会议。", [("各方举行会议。", 4, 0, False, 0, 0)]),
        # A form feed opens a page; blank lines at its edge are counted all the same.
        ("They met.\fThey left.", [("They met.", 0, 0, False, 1, 0), ("They left.", 0, 0, True, 2, 10)]),
        ("They met.\n\n\f\nThey left.\fIn May.", [
            ("They met.", 0, 0, False, 1, 0), ("They left.", 0, 3, True, 2, 13),
            ("In May.", 0, 0, True, 3, 24),
        ]),
        # None opens before the first line.
        ("\fThey met.\nThey left.", [("They met.", 0, 1, False, 2, 1), ("They left.", 0, 0, False, 2, 11)]),
        # Other ends of lines part no pages.
        ("They met.\r\nThey left.\rIn May.\u2028At noon.", [
            ("They met.", 0, 0, False, 0, 0), ("They left.", 0, 0, False, 0, 11),
            ("In May.", 0, 0, False, 0, 22), ("At noon.", 0, 0, False, 0, 30),
        ]),
    ],
)  # fmt: skip
def test_the_lines_of_a_text(text: str, wanted: list[tuple[str, int, int, bool, int, int]]) -> None:
    assert told(block(text)) == wanted


def test_each_block_begins_a_page_and_counts_from_its_own_place() -> None:
    pages = block("They met.\nIn May.", page=3, offset=100), block("They left.\fAt noon.", page=4, offset=200)
    assert told(*pages) == [
        ("They met.", 0, 0, False, 3, 100), ("In May.", 0, 0, False, 3, 110),
        ("They left.", 0, 0, True, 4, 200), ("At noon.", 0, 0, True, 5, 211),
    ]  # fmt: skip


def test_of_a_block_without_a_place_lines_have_none() -> None:
    for text in ("They met.\nIn May.", "They met.\fIn May."):
        assert [start for *_, start in told(block(text, offset=-1))] == [-1, -1]
