"""Paragraphs as blocks: footnotes and mastheads set apart, headings told, marks resolved."""

from __future__ import annotations

import re

from p5diff import language as languages
from p5diff.ingest.layout.masthead import masthead_length
from p5diff.ingest.readers.pdf.joining import Joiner
from p5diff.ingest.readers.pdf.lines import MARK_CLOSE, MARK_OPEN, Line
from p5diff.ingest.readers.pdf.measures import Measures, measure
from p5diff.ingest.readers.pdf.paragraphs import Group, Shape, group_lines, shape_of
from p5diff.model.alignment import Note
from p5diff.model.source import BlockKind, RawBlock
from p5diff.text.detect import detect_language

_MARK = re.compile(f"{MARK_OPEN}([^{MARK_OPEN}{MARK_CLOSE}]*){MARK_CLOSE}")
_MARK_AND_SPACE = re.compile(f"( ?){MARK_OPEN}([^{MARK_OPEN}{MARK_CLOSE}]*){MARK_CLOSE}( ?)")
_NOTE_START = re.compile(
    rf"(?:{MARK_OPEN}\s?([^{MARK_OPEN}{MARK_CLOSE}]{{1,9}}?)\s?{MARK_CLOSE}|(\d{{1,3}}|[a-z]|[*†‡]{{1,3}})[.)]?(?=\s|[^\d\s.,]))\s{{0,3}}[.)]?\s{{0,3}}"
)
_SMALLER = 0.93
_MARK_SIZE = 0.75
_HEADING_LENGTH = 200
_ENDS_SENTENCE = re.compile(r"[.!?;,，。；،؛]$")


def blocks_of(
    pages: list[list[Line]], furniture: list[list[Line]]
) -> tuple[list[RawBlock], tuple[Note, ...]]:
    """Blocks in reading order, each page's furniture and footnotes after its text."""
    measures = measure(pages)
    pages = [_wrapped_marks(page, measures) for page in pages]
    body, notes = _split_notes(pages, measures)
    lines = [line.text for page in pages for line in page]
    joiner = Joiner.of(lines, languages.get(detect_language("\n".join(lines))[0]))
    groups = group_lines([line for page in body for line in page], measures)
    footnotes = [_footnote(group, joiner) for page in notes for group in _note_groups(page)]
    labels = {b.label for b in footnotes if b.label}
    heads = _heading_sizes(groups, measures)
    text = [_block(group, joiner, labels, heads, measures) for group in groups]
    text = _without_masthead([b for b in text if b.text])
    edges = [
        RawBlock(text=line.text, kind=BlockKind.FURNITURE, page=line.page)
        for page in furniture
        for line in page
    ]
    return _interleaved(text, [*footnotes, *edges]), joiner.notes()


def _interleaved(text: list[RawBlock], others: list[RawBlock]) -> list[RawBlock]:
    """By page; a paragraph that runs over a page belongs to the page where it starts."""
    return sorted([*text, *others], key=lambda block: block.page)


def _wrapped_marks(page: list[Line], measures: Measures) -> list[Line]:
    """A footnote mark that did not fit on its line stands alone on the next: put it back."""
    lines: list[Line] = []
    for line in page:
        small = line.size < _MARK_SIZE * measures.size and re.fullmatch(r"\d{1,3}|[*†‡]{1,3}", line.text)
        if small and lines and lines[-1].column == line.column and lines[-1].size > line.size:
            lines[-1].text += f"{MARK_OPEN}{line.text}{MARK_CLOSE}"
        else:
            lines.append(line)
    return lines


def _split_notes(pages: list[list[Line]], measures: Measures) -> tuple[list[list[Line]], list[list[Line]]]:
    """Set apart the small lines at the foot of each column, from the first that bears a mark."""
    body, notes = [], []
    for page in pages:
        foot: list[Line] = []
        for column in sorted({line.column for line in page}):
            foot += _foot([line for line in page if line.column == column], page, measures)
        kept = {id(line) for line in foot}
        body.append([line for line in page if id(line) not in kept])
        notes.append(foot)
    return body, notes


def _foot(lines: list[Line], page: list[Line], measures: Measures) -> list[Line]:
    """The last lines of a column that are small, bear a mark, and have no text below them."""
    start = len(lines)
    while start > 0 and lines[start - 1].size < _SMALLER * measures.size:
        start -= 1
    while start < len(lines) and not _NOTE_START.match(lines[start].text):
        start += 1
    foot = lines[start:]
    below = (o for o in page if foot and o.size >= _SMALLER * measures.size and o.base < foot[0].base)
    return [] if any(_above_one_another(foot[0], other) for other in below) else foot


def _above_one_another(one: Line, other: Line) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _note_groups(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _begins_note(groups[-1][-1], line):
            groups.append([])
        groups[-1].append(line)
    return groups


def _begins_note(last: Line, line: Line) -> bool:
    match = _NOTE_START.match(line.text)
    if not match:
        return False
    return match[1] is not None or last.base - line.base > 1.3 * line.size or not _mid_sentence(last.text)


def _mid_sentence(text: str) -> bool:
    return not re.search(r"[.!?。！？؟)»”]\s*$", text)


def _footnote(lines: list[Line], joiner: Joiner) -> RawBlock:
    text = joiner.join(line.text for line in lines)
    match = _NOTE_START.match(text)
    label = (match[1] or match[2]).strip(" .()") if match else ""
    text = _MARK.sub(r"\1", text[match.end() :] if match else text)
    return RawBlock(text=text.strip(), kind=BlockKind.FOOTNOTE, label=label, page=lines[0].page)


def _block(
    group: Group, joiner: Joiner, labels: set[str], heads: list[tuple[float, bool]], measures: Measures
) -> RawBlock:
    text = joiner.join(line.text for line in group.lines)
    text = _MARK_AND_SPACE.sub(
        lambda m: m[3] if m[2].strip(" .()[]") in labels else "".join(m.groups()), text
    )
    page = group.lines[0].page
    if _is_heading(group, measures):
        level = heads.index(_rank(group)) + 1
        return RawBlock(text=text.strip(), kind=BlockKind.HEADING, level=min(level, 3), page=page)
    return RawBlock(text=text.strip(), page=page)


def _is_heading(group: Group, measures: Measures) -> bool:
    text = _MARK.sub("", " ".join(line.text for line in group.lines)).strip()
    if len(text) > _HEADING_LENGTH or not any(c.isalpha() for c in text):
        return False
    larger = group.size > 1.12 * measures.size
    bold = all(line.bold for line in group.lines)
    centred = group.shape is Shape.CENTRED and all(
        shape_of(line, measures) is Shape.CENTRED for line in group.lines
    )
    if _ENDS_SENTENCE.search(text):
        return False
    return larger or bold or (centred and text.upper() == text and text.lower() != text)


def _rank(group: Group) -> tuple[float, bool]:
    return (-round(group.size * 2) / 2, group.shape is not Shape.CENTRED)


def _heading_sizes(groups: list[Group], measures: Measures) -> list[tuple[float, bool]]:
    """The different looks of headings, the most prominent first."""
    return sorted({_rank(group) for group in groups if _is_heading(group, measures)})


def _without_masthead(blocks: list[RawBlock]) -> list[RawBlock]:
    """The masthead of the first page is furniture."""
    length = masthead_length([block.text for block in blocks if block.page == 1])
    heads = [RawBlock(text=b.text, kind=BlockKind.FURNITURE, page=b.page) for b in blocks[:length]]
    return [*heads, *blocks[length:]]
