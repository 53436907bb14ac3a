"""Markdown: headings, paragraphs and list items as marked, inline marks removed.

A reader for statements, not a renderer: hard wrapping and trailing double spaces mean nothing,
a line of its own in bold is a heading, list items keep their label, and what only serves the
page (link definitions, rules, attribute lists) is kept aside as furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from p5diff.errors import InputError
from p5diff.ingest.decode import decode
from p5diff.ingest.extent import check_extent
from p5diff.ingest.readers.drawn_tables import HEAD, drawn_table, may_begin
from p5diff.ingest.readers.flow import TextFlow, settle_marks
from p5diff.ingest.readers.frontmatter import split_front_matter
from p5diff.ingest.readers.inline import fill
from p5diff.ingest.readers.tables import Cell, table
from p5diff.ingest.sandbox.limits import DEFAULT
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText
from p5diff.text.unmerged import check_merged

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile(r"[\s\u00a0\u200b>]*$")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]++(.*)$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:#[ \t]*){1,6})$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[([^\[\]]{1,200})\]:[ \t]*\S")
_ATTRIBUTES = re.compile(r" {0,3}\{:?[^{}]{1,200}\}[ \t]*$")
_ITEM = re.compile(r"[ \t]{0,12}([-+*•]|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_BOLD = re.compile(r"[ \t]*(?:\*\*|__)((?:(?!\*\*|__).){1,300})(?:\*\*|__)[ \t:]*$")
_TABLE_RULE = re.compile(r"[ \t]*(?:\|[ \t]*)?(?::?-{1,}:?[ \t]*\|[ \t]*)+:?-*:?[ \t]*$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_MARKUP = re.compile(r" {0,3}<(table|ul|ol|dl)\b", re.I)
_DRAWN = re.compile(r" {0,8}(?:\+[-=:]{3}|--[- ]*$)")
LONGEST_TABLE = 2_000
"""Lines of a table or list that is drawn in characters or written in the marks of web pages."""
_PART = "a part of the file"


_NOTE = re.compile(r" {0,3}\[\^([^\[\]\s]{1,60})\]:[ \t]*(.*)$")
_CELL = re.compile(r"(?<!\\)\|")
_BULLETS = frozenset("-+*•")


@dataclass(slots=True)
class _MarkdownReader:
    """Blocks so far, and the lines of the paragraph, table or note that is open."""

    links: frozenset[str]
    notes: dict[str, str]
    blocks: list[RawBlock] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    label: str = ""
    offset: int = -1
    note: str = ""
    quoted: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    last: str = ""
    """The number of the list item before, as typed, and what it was counted as."""
    count: int = 0

    def open(self, offset: int, label: str = "") -> None:
        self.close()
        self.label, self.offset = self._counted(label), offset

    def _counted(self, label: str) -> str:
        """The label as printed: every bullet is one, and numbers that repeat are counted on."""
        if label in _BULLETS and label:
            return "•"
        if not label[:-1].isdigit():
            self.last = ""
            return label
        self.count = self.count + 1 if label == self.last else int(label[:-1])
        self.last = label
        return f"{self.count}{label[-1]}"

    def add(self, line: str, offset: int) -> None:
        if not self.lines and not self.label:
            self.offset = offset
        self.lines.append(line)

    def close(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        if self.rows:
            rows, self.rows = self.rows, []
            self.blocks += table(rows)
        if kind is BlockKind.PARAGRAPH and self.label == "•":
            kind = BlockKind.LIST_ITEM
        pattern = RawBlock(text="", kind=kind, level=level, label=self.label, offset=self.offset)
        pattern = replace(pattern, quoted=self.quoted)
        self.blocks += self._note() if self.note else self._blocks("\n".join(self.lines), pattern)
        if self.lines and not self.label:
            self.last = ""
        self.lines, self.label, self.offset, self.quoted = [], "", -1, False

    def _blocks(self, source: str, pattern: RawBlock) -> list[RawBlock]:
        """A paragraph, parted where breaks of the author part items; ends of lines part nothing."""
        flow = TextFlow()
        fill(flow, source, links=self.links, notes=self.notes)
        return flow.blocks(block=pattern, soft=True, paragraphs=pattern.kind is not BlockKind.HEADING)

    def _note(self) -> list[RawBlock]:
        key, self.note = self.note, ""
        label = key if key.isdigit() else str(list(self.notes).index(key) + 1)
        pattern = RawBlock(text="", kind=BlockKind.PARAGRAPH, offset=self.offset)
        found = self._blocks("\n".join(self.lines), pattern)
        text = "\n".join(block.text for block in found if block.is_text)
        note = RawBlock(
            text=text, kind=BlockKind.FOOTNOTE, label=label, key=self.notes[key], offset=self.offset
        )
        return [*([note] if text.strip() else []), *(block for block in found if not block.is_text)]

    def cell(self, text: str, offset: int) -> list[RawBlock]:
        """The blocks of a cell; blank lines part paragraphs."""
        parts = re.split(r"\n[ \t]*\n", text)
        return [block for part in parts for block in self._blocks(part, RawBlock(text="", offset=offset))]

    def row(self, line: str, offset: int) -> None:
        inner = line.strip().removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        cells = [cell.replace("\\|", "|").strip() for cell in _CELL.split(inner)]
        self.rows.append([self.cell(cell, offset) for cell in cells])

    def aside(self, line: str, offset: int, reason: SetAsideReason) -> None:
        self.blocks.append(
            RawBlock(text=line.strip(), kind=BlockKind.SET_ASIDE, reason=reason, offset=offset)
        )


def read(data: bytes, *, name: str, encoding: str | None = None) -> RawText:
    """The document as blocks. Raises `InputError` for bytes that are no text, or more of it than is
    read."""
    text, used, notes = decode(data, encoding=encoding, name=name)
    check_extent(text, name=name)
    check_merged(text, name=name)
    text = _BREAK.sub("\n", text)
    properties, start, more = split_front_matter(text)
    return RawText(
        blocks=tuple(settle_marks(_blocks(text, start))),
        format="markdown",
        encoding=used,
        properties=properties,
        notes=notes + more,
    )


def _blocks(text: str, start: int) -> list[RawBlock]:
    lines = list(_numbered(text, start))
    definitions = (_DEFINITION.match(line) for line, _ in lines)
    links = frozenset(" ".join(m.group(1).lower().split()) for m in definitions if m)
    named = dict.fromkeys(m[1] for line, _ in lines if (m := _NOTE.match(line)))
    reader = _MarkdownReader(links=links, notes={name: f"note-{name}" for name in named})
    fenced, taken = False, 0
    for at, (line, offset) in enumerate(lines):
        if at < taken:
            continue
        if _FENCE.match(line):
            fenced = not fenced
            reader.close()
        elif fenced:
            reader.add(line, offset)
        else:
            taken = at + _take_drawn(reader, lines, at)
            if taken == at:
                _take(reader, line, offset)
    reader.close()
    return reader.blocks


def _take_drawn(reader: _MarkdownReader, lines: list[tuple[str, int]], at: int) -> int:
    """How many lines a table drawn in characters or a part written in the marks of web pages takes from a
    line on; 0 where neither begins there."""
    line, offset = lines[at]
    if reader.lines or not line.strip():
        return 0
    if markup := _MARKUP.match(line):
        return _take_markup(reader, lines, at, markup[1].lower())
    if not (_DRAWN.match(line) or (at + 1 < len(lines) and _DRAWN.match(lines[at + 1][0]))):
        return 0
    if not may_begin([text for text, _ in lines[at : at + HEAD]]):
        return 0
    found = drawn_table([text for text, _ in lines[at : at + LONGEST_TABLE]])
    if found is None:
        return 0
    reader.close()
    for row in found.rows:
        reader.rows.append([reader.cell(cell, offset) for cell in row])
    reader.close()
    return found.length


def _take_markup(reader: _MarkdownReader, lines: list[tuple[str, int]], at: int, tag: str) -> int:
    """Read a table or list in the marks of web pages up to the line that closes it."""
    from p5diff.ingest.readers.html.page import read_whole
    from p5diff.ingest.readers.html.tree import parse_tree

    depth, offset = 0, lines[at][1]
    for end in range(at, min(len(lines), at + LONGEST_TABLE)):
        text = lines[end][0].lower()
        depth += text.count(f"<{tag}") - text.count(f"</{tag}")
        if depth <= 0:
            break
    else:
        return 0
    part = "\n".join(text for text, _ in lines[at : end + 1])
    try:
        root = parse_tree(part, name=_PART, depth=DEFAULT.depth)
        blocks = read_whole(root, name=_PART, limits=DEFAULT).blocks
    except InputError:
        return 0
    reader.close()
    reader.blocks += (replace(block, offset=offset, setting="") for block in blocks)
    return end + 1 - at


def _numbered(text: str, start: int) -> Iterator[tuple[str, int]]:
    at = start
    for line in text[start:].split("\n"):
        yield line, at
        at += len(line) + 1


def _take(reader: _MarkdownReader, line: str, offset: int) -> None:
    """One line outside a code fence: what it is decides what it closes and opens."""
    if _BLANK.match(line):
        reader.close()
    elif note := _NOTE.match(line):
        reader.close()
        reader.note = note[1]
        reader.add(note[2], offset + note.start(2))
    elif reader.rows and "|" in line:
        reader.row(line, offset)
    elif _TABLE_RULE.match(line) and reader.lines and "|" in reader.lines[-1]:
        head = reader.lines.pop()
        reader.close()
        reader.row(head, offset - len(head) - 1)
    elif _DEFINITION.match(line) or _ATTRIBUTES.match(line) or _TABLE_RULE.match(line):
        if reader.lines and reader.lines[-1].strip().upper() == "TOC":
            reader.lines.pop()
        reader.close()
        reader.aside(line, offset, SetAsideReason.INSTRUCTION)
    elif _UNDERLINE.match(line) and reader.lines:
        reader.close(BlockKind.HEADING, 1 if "=" in line else 2)
    elif _RULE.match(line):
        reader.close()
        reader.aside(line, offset, SetAsideReason.RULE)
    else:
        _take_text(reader, line, offset)


def _take_text(reader: _MarkdownReader, line: str, offset: int) -> None:
    if line.strip("\u00a0 \t") in ("**", "__") and _opens_bold(reader):
        reader.lines[-1] = reader.lines[-1].lstrip()[2:]
        reader.close(BlockKind.HEADING, 2)
        return
    if reader.rows:
        reader.close()
    heading, item, bold = _HEADING.match(line), _ITEM.match(line), _BOLD.match(line)
    if heading:
        reader.open(offset)
        reader.add(_unclosed(heading.group(2)), offset)
        reader.close(BlockKind.HEADING, len(heading.group(1)))
    elif bold and (not reader.lines or reader.lines[-1].endswith("  ")):
        reader.open(offset)
        reader.add(bold.group(1).strip(" :") if bold.group(1).endswith(":") else bold.group(1), offset)
        reader.close(BlockKind.HEADING, 2)
    elif item and _opens_item(reader, item):
        reader.open(offset + item.end(), item.group(1))
        reader.add(line[item.end() :], offset)
    else:
        bare = _QUOTE.sub("", line, count=1)
        reader.quoted = bare != line or (reader.quoted and bool(reader.lines))
        reader.add(bare, offset)


def _unclosed(words: str) -> str:
    """The words of a heading without the marks that may close it (`# Words ##`). By hand: a pattern that
    looks for the last of several gaps asks at each of them, and a line may hold a million."""
    words = words.rstrip(" \t")
    bare = words.rstrip("#")
    return bare.rstrip(" \t") if bare.endswith((" ", "\t")) else words


def _opens_bold(reader: _MarkdownReader) -> bool:
    """Whether the paragraph so far is one line in bold whose closing mark is still to come."""
    first = reader.lines[0].lstrip() if len(reader.lines) == 1 else ""
    return first[:2] in ("**", "__") and first.count(first[:2]) == 1


def _opens_item(reader: _MarkdownReader, item: re.Match[str]) -> bool:
    """A bullet always opens an item; inside a paragraph a number does only in a list, or as 1. A paragraph
    that is set in belongs to the item before."""
    mark = item.group(1)
    if not reader.lines or mark in "-+*•":
        return True
    inside = reader.lines[0][:2].isspace() and item.start(1) < 2
    return bool(reader.label) or mark[:-1] == "1" or (inside and mark == f"{reader.count + 1}{mark[-1]}")
