"""Tables, the same from every format: a row is a paragraph, its cells kept apart by ` | `.

A table that only lays out a page is none: its cells are read one after the other. Nor is a row
whose first cell is a label ("(1)", "a)", "–") for the text in the next: that is a numbered paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from p5diff.model.source import BlockKind, NoteCall, RawBlock
from p5diff.text.characters import BULLETS

SEPARATOR = " | "
_LABEL = re.compile(
    r"(?:[(（]?(?:\d{1,4}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxlcIVXLC]{1,7}|[一二三四五六七八九十百]{1,4})[.)）、]{1,2}"
    rf"|\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}|[{BULLETS}–—*-])\Z"
)
_LONG_CELL = 300
"""Letters of a cell of several paragraphs that is a part of a page, not a cell of data: about a
paragraph and a half of running text. Chinese says as much in a third of that."""
_HAN = re.compile("[\u3400-\u9fff]")

Cell = Sequence[RawBlock]


def table(rows: Sequence[Sequence[Cell]], *, layout: bool = False) -> list[RawBlock]:
    """The blocks of a table, row by row; `layout` says that the source calls it no table of data.

    >>> cells = [[RawBlock(text="2010")], [RawBlock(text="1200")]]
    >>> [block.text for block in table([cells])]
    ['2010 | 1200']
    """
    layout = layout or any(_is_page(cell) for row in rows for cell in row)
    narrow = all(sum(bool(_words(cell)) for cell in row) <= 2 for row in rows)
    found: list[RawBlock] = []
    for row in rows:
        found += _row(row, layout=layout, narrow=narrow)
    return found


def _row(row: Sequence[Cell], *, layout: bool, narrow: bool) -> Iterator[RawBlock]:
    filled = [cell for cell in row if _words(cell)]
    if narrow and len(filled) == 2 and (label := _label(filled[0])):
        yield from _labelled(label, filled[0], filled[1])
        for cell in row:
            if not _words(cell):
                yield from cell
    elif layout or len(filled) <= 1:
        for cell in row:
            yield from cell
    else:
        yield _joined(row)
        for cell in row:
            yield from (block for block in cell if not block.is_text)


def _words(cell: Cell) -> list[RawBlock]:
    return [block for block in cell if block.is_text and (block.text.strip() or block.label)]


def _label(cell: Cell) -> str:
    words = _words(cell)
    if len(words) != 1 or words[0].calls:
        return ""
    text = words[0].text.strip() if not words[0].label else words[0].label + words[0].text.strip()
    return text if _LABEL.match(text) else ""


def _labelled(label: str, first: Cell, cell: Cell) -> Iterator[RawBlock]:
    """The text of the cell, its first paragraph bearing the label of the cell before it."""
    used = False
    for block in cell:
        if block.is_text and not used:
            used = True
            if block.label or block.kind is BlockKind.HEADING:
                shown = f"{label} {block.label}".strip() if block.label else label
                yield replace(block, label=shown)
            else:
                yield replace(block, label=label)
        else:
            yield block
    yield from (block for block in first if not block.is_text)


def _joined(row: Sequence[Cell]) -> RawBlock:
    whole = ""
    calls: list[NoteCall] = []
    page, offset = 0, -1
    for column, cell in enumerate(row):
        text = ""
        start = len(whole) + (3 if column else 0)  # behind the separator
        for block in _words(cell):
            piece = f"{block.label} {block.text}" if block.label else block.text
            gap = _between(text) if text else ""
            before = start + len(text) + len(gap) + len(piece) - len(block.text)
            calls += (NoteCall(call.key, before + call.at) for call in block.calls)
            text += gap + piece.replace("\n", " ")
            page, offset = page or block.page, block.offset if offset < 0 else offset
        whole += (SEPARATOR.rstrip() if column else "") + (" " if column and text else "") + text
    lead = len(whole) - len(whole.lstrip(" "))
    return RawBlock(
        text=whole.strip(" ").rstrip(" |"),
        kind=BlockKind.ROW,
        page=page,
        offset=offset,
        calls=tuple(NoteCall(call.key, call.at - lead) for call in calls),
    )


def _between(text: str) -> str:
    """What parts two paragraphs of one cell: a space after a sentence, else a stroke."""
    return " " if text.rstrip()[-1:] in set(".!?;:。！？；：،؛؟…") else " / "


def _is_page(cell: Cell) -> bool:
    """Whether a cell holds a piece of a page: a table, headings with text, several long paragraphs."""
    words = _words(cell)
    if len(words) < 2:
        return False
    letters = sum(len(b.text) + 2 * len(_HAN.findall(b.text)) for b in words)
    if any(block.kind is BlockKind.ROW for block in words):
        return True
    heads = sum(b.kind is BlockKind.HEADING and b.level > 0 for b in words)
    return letters > _LONG_CELL or (bool(heads) and heads < len(words))
