"""Paragraphs as blocks: footnotes and mastheads set apart, headings told, marks resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff import language as languages
from p5diff.ingest.readers.pdf.furniture import Furniture
from p5diff.ingest.readers.pdf.joining import Joiner
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.measures import PageMeasures, measure
from p5diff.ingest.readers.pdf.notes import (
    NoteLines,
    end_notes,
    note_text,
    resolve,
    split_notes,
    superscripted,
    without_calls,
    wrapped_marks,
)
from p5diff.ingest.readers.pdf.paragraphs import LineGroup, LineShape, group_lines, shape_of
from p5diff.ingest.readers.pdf.tags import NodeKind
from p5diff.ingest.readers.tables import SEPARATOR
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock
from p5diff.text.detect import detect_language

_HEADING_LENGTH = 200
"""Characters: what is longer is a paragraph, however it is set."""
_ENDS_SENTENCE = re.compile(r"[.!?;,，。；،؛]$")


def blocks_of(
    pages: list[list[PageLine]], furniture: Sequence[Furniture], *, keeps: bool = False
) -> tuple[list[RawBlock], tuple[Note, ...]]:
    """Blocks in reading order, each page's furniture and footnotes after its text; `keeps` is whether tags
    keep paragraphs whole over pages."""
    measures = measure(pages)
    pages = [wrapped_marks(page, measures) for page in pages]
    rules = {number: aside.rules for number, aside in enumerate(furniture, start=1)}
    body, notes = split_notes(pages, rules, measures)
    lines = [line.text for page in pages for line in page]
    joiner = Joiner.of(lines, languages.get(detect_language("\n".join(lines))[0]))
    groups, ends = end_notes(group_lines([line for page in body for line in page], measures, keeps=keeps))
    notes += ends
    resolve(groups, notes)
    heads = _heading_sizes(groups, measures)
    text = [b for b in (_block(group, joiner, heads, measures) for group in groups) if b.text]
    edges = [
        RawBlock(text=superscripted(row.text), kind=BlockKind.SET_ASIDE, reason=reason, page=row.page)
        for aside in furniture
        for row, reason in aside.rows
    ]
    return _interleaved(text, [*(_footnote(note, joiner) for note in notes), *edges]), joiner.notes()


def _interleaved(text: list[RawBlock], others: list[RawBlock]) -> list[RawBlock]:
    """By page; a paragraph that runs over a page belongs to the page where it starts."""
    return sorted([*text, *others], key=lambda block: block.page)


def _footnote(note: NoteLines, joiner: Joiner) -> RawBlock:
    text = note_text(joiner.join(line.text for line in note.lines))
    end = note.key.startswith("end-")
    return RawBlock(
        text=text,
        kind=BlockKind.FOOTNOTE,
        label=note.label,
        key=note.key,
        page=note.lines[0].page,
        reason=SetAsideReason.ENDNOTE if end else SetAsideReason.FOOTNOTE,
    )


def _block(
    group: LineGroup, joiner: Joiner, heads: list[tuple[float, bool]], measures: PageMeasures
) -> RawBlock:
    page = group.lines[0].page
    if group.cells:
        cells = [joiner.join(line.text for line in cell).strip() for cell in group.cells]
        text, calls = without_calls(SEPARATOR.join(cells))
        return RawBlock(text=text, kind=BlockKind.ROW, page=page, calls=calls)
    text, calls = without_calls(joiner.join(line.text for line in group.lines).strip())
    if _is_heading(group, measures):
        level = group.node.level if group.node else heads.index(_rank(group)) + 1
        level = min(level, 3)
        return RawBlock(text=text.strip(), kind=BlockKind.HEADING, level=level, page=page, calls=calls)
    return RawBlock(text=text.rstrip(), page=page, calls=calls)


def _is_heading(group: LineGroup, measures: PageMeasures) -> bool:
    text = without_calls(" ".join(line.text for line in group.lines))[0].strip()
    if group.node and (measures.headed or group.node.kind is NodeKind.HEADING):
        return group.node.kind is NodeKind.HEADING
    if group.cells or len(text) > _HEADING_LENGTH or not any(c.isalpha() for c in text):
        return False
    larger = group.size > 1.12 * measures.size
    bold = all(line.bold for line in group.lines)
    centred = group.shape is LineShape.CENTRED and all(
        shape_of(line, measures) is LineShape.CENTRED for line in group.lines
    )
    if _ENDS_SENTENCE.search(text):
        return False
    return larger or bold or (centred and text.upper() == text and text.lower() != text)


def _rank(group: LineGroup) -> tuple[float, bool]:
    return (-round(group.size * 2) / 2, group.shape is not LineShape.CENTRED)


def _heading_sizes(groups: list[LineGroup], measures: PageMeasures) -> list[tuple[float, bool]]:
    """The different looks of headings, the most prominent first."""
    return sorted({_rank(group) for group in groups if _is_heading(group, measures)})
