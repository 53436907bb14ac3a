"""From an OpenDocument text to blocks: body in reading order, notes, comments, headers, footers."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from p5diff.errors import InputError
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.archive import Archive
from p5diff.ingest.readers.flow import TextFlow, settle_marks
from p5diff.ingest.readers.mathml import FormulaPart, linear
from p5diff.ingest.readers.odt.styles import Counter, OdfStyles, StyleLook
from p5diff.ingest.readers.raised import flat
from p5diff.ingest.readers.tables import Cell, table
from p5diff.ingest.readers.xml import every, find, get, local, mixed, parse_xml, whole, words
from p5diff.ingest.sandbox.limits import Limits
from p5diff.ingest.sandbox.unfolding import extent
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText

_SPACES = re.compile(r"[ \t\n\r]+")
_TITLE_LENGTH = 200
"""As in the reader of DOCX: what is centred and longer is a paragraph."""
_BOLD_LENGTH = 160
"""As in the reader of HTML: a longer bold block is stressed text."""
_BOLD_LEVEL = 3
"""As in the reader of DOCX: below the two that styles usually name."""
_ENDS_SENTENCE = re.compile(r"[.!?;:,。！？；：，،؛]$")
_CONTAINERS = frozenset({"section", "index-body", "numbered-paragraph", "text-box", "page-sequence"})
_INDEXES = frozenset(
    "table-of-content illustration-index table-index object-index user-index alphabetical-index "
    "bibliography".split()
)
_SETTINGS = frozenset("sequence-decls variable-decls user-field-decls forms table-of-content-source".split())
_MOST_EMPTY = 40
"""Copies of an empty cell that a table asks for in one word; spreadsheets ask for thousands of them."""


_MOST_SPACES = 40
"""Spaces that a document asks for in one word; several are read as one."""


def read_document(data: bytes, *, name: str, limits: Limits) -> RawText:
    """All blocks of a packed or flat OpenDocument text, with notes."""
    if data.startswith(b"PK"):
        archive = Archive(data, name=name, limits=limits)
        parts = [_part(archive, path) for path in ("content.xml", "styles.xml", "meta.xml")]
    else:
        parts = [parse_xml(data, name=name, depth=limits.depth)]
    roots = [root for root in parts if root is not None]
    body = next((found for root in roots if (found := find(root, "body", "text")) is not None), None)
    if body is None:
        raise InputError(
            "odt-no-text",
            f"{name} is an OpenDocument file, but no text document",
            cause="it has no office:text: it is a spreadsheet, a presentation or a drawing",
            hint="copy the statement into a text document and save that",
        )
    reader = _OdtReader(OdfStyles(roots), body)
    heads = [block for root in roots for block in reader.furniture(root, "header")]
    text = settle_marks(list(reader.body(body)))
    feet = [block for root in roots for block in reader.furniture(root, "footer")]
    blocks = [*heads, *text, *feet]
    notes = (
        *reader.notes(),
        *loss_note((flat(b.text) for b in blocks), _all_text(body), format_name="document"),
    )
    return RawText(
        blocks=tuple(blocks),
        format="odt",
        encoding="utf-8",
        properties=_properties(roots, blocks),
        notes=notes,
    )


def _part(archive: Archive, path: str) -> ET.Element | None:
    content = archive.part(path)
    return None if content is None else parse_xml(content, name=archive.name, depth=archive.limits.depth)


class _OdtReader:
    """Walks one document; holds what runs along it: list numbers, changes, findings."""

    def __init__(self, styles: OdfStyles, body: ET.Element) -> None:
        self._styles = styles
        self._headings = Counter(styles.outline)
        self._lists: dict[str, Counter] = {}
        self._last: Counter | None = None
        self._removed = {get(region, "id"): region for region in every(body, "changed-region")}
        self._inserted = sum(1 for _ in every(body, "insertion"))
        self._deleted = 0
        self._cells = 0
        self._nameless = 0
        self._seen = False
        self._furniture: set[str] = set()

    def body(self, container: ET.Element, label: str = "") -> Iterator[RawBlock]:
        """Blocks of the body or of a container in it, in reading order."""
        for element in container:
            name = local(element)
            if name in {"p", "h"}:
                yield from self._paragraph(element, label)
                label = ""
            elif name == "list":
                yield from self._list(element, 1, None)
            elif name == "table":
                yield from table(list(self._rows(element)))
            elif name in {"change", "tracked-changes"} or name in _SETTINGS:
                yield from self._deletion(element)
            elif name in _INDEXES:
                yield from self._as(self.body(element), SetAsideReason.NAVIGATION)
            elif name == "section" and get(element, "display") == "none":
                yield from self._as(self.body(element), SetAsideReason.HIDDEN)
            elif name == "frame" or name in _CONTAINERS or name == "index-title":
                yield from self._anchored(element) if name == "frame" else self.body(element)
            elif name in {"a", "custom-shape", "g", "rect"}:
                yield from self.body(element)

    def _as(self, blocks: Iterator[RawBlock], reason: SetAsideReason) -> Iterator[RawBlock]:
        for block in blocks:
            text = f"{block.label} {block.text}".strip()
            yield RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=block.reason or reason)

    def _deletion(self, element: ET.Element) -> Iterator[RawBlock]:
        region = self._removed.pop(get(element, "change-id"), None)  # each has one place
        deletion = None if region is None else find(region, "deletion")
        for paragraph in () if deletion is None else every(deletion, "p", "h"):
            self._deleted += 1
            if text := words(paragraph):
                yield RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.DELETED)

    def _list(self, element: ET.Element, level: int, counter: Counter | None) -> Iterator[RawBlock]:
        if counter is None or get(element, "style-name"):
            counter = self._counter(element, counter)
        for item in element:
            if local(item) not in {"list-item", "list-header"}:
                continue
            start = whole(get(item, "start-value"), -1)
            holds = any(local(e) in {"p", "h"} for e in item)
            label = ""
            if local(item) == "list-item" and holds:
                label = counter.label(level, start if start >= 0 else None)
            for part in item:
                if local(part) == "list":
                    yield from self._list(part, level + 1, counter)
                else:
                    wrapped = ET.Element("part")
                    wrapped.append(part)
                    yield from self.body(wrapped, label)
                    label = label if local(part) not in {"p", "h"} else ""

    def _counter(self, element: ET.Element, outer: Counter | None) -> Counter:
        """The counter of a list: its own, or that of the list it says to go on with."""
        levels = self._styles.levels(get(element, "style-name"))
        goes_on = self._lists.get(get(element, "continue-list"))
        if goes_on is None and get(element, "continue-numbering") == "true":
            goes_on = self._last
        if goes_on is None or (levels and goes_on.levels is not levels and outer is None):
            goes_on = Counter(levels)
        self._last = goes_on
        if key := get(element, "id"):
            self._lists[key] = goes_on
        return goes_on

    def _rows(self, element: ET.Element) -> Iterator[list[Cell]]:
        for part in element:
            name = local(part)
            if name in {"table-header-rows", "table-rows", "table-row-group"}:
                yield from self._rows(part)
            elif name == "table-row":
                self._cells += 1
                row = list(self._row(part))
                self._cells -= 1
                yield row
                yield from self._repeated(row, whole(get(part, "number-rows-repeated"), 1))
            elif name in {"title", "desc"}:
                yield [
                    [RawBlock(text=words(part), kind=BlockKind.SET_ASIDE, reason=SetAsideReason.ALTERNATIVE)]
                ]

    def _repeated(self, row: list[Cell], count: int) -> Iterator[list[Cell]]:
        """The rows that stand for `count` like this one, after it; of those that say nothing none."""
        counted = extent().block
        if any(block.is_text for cell in row for block in cell):
            for _ in range(count - 1):
                yield [[counted(block) for block in cell if block.is_text] for cell in row]

    def _row(self, row: ET.Element) -> Iterator[Cell]:
        counted = extent().block
        for cell in row:
            if local(cell) == "table-cell":
                count = get(cell, "number-columns-repeated")
                blocks = list(self.body(cell))
                yield blocks
                said = [block for block in blocks if block.is_text]
                for _ in range((whole(count, 1) if said else min(whole(count, 1), _MOST_EMPTY)) - 1):
                    yield [counted(block) for block in said]
            elif local(cell) == "covered-table-cell":
                yield []

    def _paragraph(self, element: ET.Element, label: str) -> Iterator[RawBlock]:
        name = get(element, "style-name")
        look = self._styles.look("paragraph", name)
        flow = TextFlow()
        after: list[ET.Element] = []
        notes: list[tuple[str, ET.Element]] = []
        self._inline(element, flow, look, after, notes)
        visible = bool(flow.text.strip())
        if local(element) == "h" and visible and not label and self._styles.outline:
            level = get(element, "outline-level")
            label = self._headings.label(whole(level, 1))
        kind, level_of = self._kind(element, flow, look, label)
        if look.title and kind is BlockKind.PARAGRAPH and not self._cells and not label:
            kind, level_of = BlockKind.HEADING, look.title
        if self._styles.contents(name):
            kind = BlockKind.SET_ASIDE
        reason = SetAsideReason.NAVIGATION if kind is BlockKind.SET_ASIDE else None
        pattern = RawBlock(text="", kind=kind, level=level_of, label=label if visible else "", reason=reason)
        for block in flow.blocks(block=pattern, paragraphs=kind is not BlockKind.HEADING):
            self._seen |= block.kind is BlockKind.PARAGRAPH
            yield replace(block, calls=()) if block.reason else block
        for key, note in notes:
            yield from self._note(note, key)
        for box in after:
            yield from self.body(box)

    def _kind(
        self, element: ET.Element, flow: TextFlow, look: StyleLook, label: str
    ) -> tuple[BlockKind, int]:
        level = get(element, "outline-level") if local(element) == "h" else ""
        if local(element) == "h":
            return BlockKind.HEADING, whole(level, 1)
        text = flow.text.strip()
        if not self._cells and flow.bold > 0 and flow.plain == 0:
            if look.centred and not label and len(text) <= _TITLE_LENGTH:
                return BlockKind.HEADING, 2 if self._seen else 1
            if look.kept_with_next and len(text) <= _BOLD_LENGTH and not _ENDS_SENTENCE.search(text):
                return BlockKind.HEADING, _BOLD_LEVEL
        return BlockKind.LIST_ITEM if label == "•" else BlockKind.PARAGRAPH, 0

    def _inline(
        self,
        element: ET.Element,
        flow: TextFlow,
        look: StyleLook,
        after: list[ET.Element],
        notes: list[tuple[str, ET.Element]],
    ) -> None:
        """Add the text of a paragraph or span; collect the boxes and notes anchored in it."""
        for part in mixed(element):
            if isinstance(part, str):
                self._text(_SPACES.sub(" ", part), flow, look)
                continue
            name = local(part)
            if name in _MARKS:
                count = get(part, "c")
                times = min(whole(count, 1), _MOST_SPACES)
                self._text(_MARKS[name] * (times if name == "s" else 1), flow, look)
            elif name == "span":
                own = self._styles.look("text", get(part, "style-name")).over(look)
                self._inline(part, flow, own, after, notes)
            elif name == "note":
                self._nameless += 1
                key = get(part, "id") or f"note without an id {self._nameless}"
                flow.call(key)
                notes.append((key, part))
            elif name in {"frame", "custom-shape", "g", "rect", "text-box"}:
                self._frame(part, flow, after)
            elif name == "ruby":
                base, above = find(part, "ruby-base"), find(part, "ruby-text")
                if base is not None:
                    self._inline(base, flow, look, after, notes)
                flow.aside("" if above is None else words(above), SetAsideReason.ALTERNATIVE)
            elif not self._set_aside(part, flow):
                self._inline(part, flow, look, after, notes)

    def _set_aside(self, part: ET.Element, flow: TextFlow) -> bool:
        """Set aside a remark, deleted or hidden words, a program; False for anything else."""
        name = local(part)
        if name == "annotation":
            flow.aside(" ".join(words(p) for p in every(part, "p")), SetAsideReason.COMMENT)
        elif name == "change":
            for block in self._deletion(part):
                flow.aside(block.text, SetAsideReason.DELETED)
        elif name in {"hidden-text", "hidden-paragraph"}:
            flow.aside(get(part, "string-value") + words(part), SetAsideReason.HIDDEN)
        elif name == "script":
            flow.aside(words(part), SetAsideReason.INSTRUCTION)
        else:
            return False
        return True

    def _text(self, text: str, flow: TextFlow, look: StyleLook) -> None:
        if look.hidden or look.struck:
            flow.aside(text, SetAsideReason.HIDDEN if look.hidden else SetAsideReason.STRUCK)
        elif look.raised:
            flow.raise_(text)
        else:
            flow.add(text, bold=bool(look.bold))

    def _frame(self, frame: ET.Element, flow: TextFlow, after: list[ET.Element]) -> None:
        """A frame: its formula stands in the line, its text box follows, its description is aside."""
        told = (words(inner) for inner in frame if local(inner) in {"title", "desc"})
        flow.aside(" ".join(told), SetAsideReason.ALTERNATIVE)
        formula = next(every(frame, "math"), None)
        if formula is not None:
            flow.add(linear(_formula(formula)))
        elif (
            local(frame) == "text-box"
            or any(local(e) == "text-box" for e in frame)
            or any(local(e) in {"p", "list"} for e in frame)
        ):
            after.append(frame)

    def _anchored(self, frame: ET.Element) -> Iterator[RawBlock]:
        flow, after = TextFlow(), list[ET.Element]()
        self._frame(frame, flow, after)
        yield from flow.blocks(paragraphs=False)
        for box in after:
            yield from self.body(box)

    def _note(self, note: ET.Element, key: str) -> Iterator[RawBlock]:
        citation, body = find(note, "note-citation"), find(note, "note-body")
        label = "" if citation is None else get(citation, "label") or words(citation)
        found = [] if body is None else list(self.body(body))
        text = "\n".join(
            f"{block.label} {block.text}".strip() for block in found if block.is_text and block.text.strip()
        )
        end = get(note, "note-class") == "endnote"
        if text:
            reason = SetAsideReason.ENDNOTE if end else None
            yield RawBlock(text=text, kind=BlockKind.FOOTNOTE, label=label, key=key, reason=reason)
        yield from (block for block in found if not block.is_text)

    def furniture(self, root: ET.Element, kind: str) -> Iterator[RawBlock]:
        """Headers or footers of all page styles, each different text once."""
        reason = SetAsideReason.HEADER if kind == "header" else SetAsideReason.FOOTER
        for master in every(root, "master-page"):
            for part in (p for p in master if local(p).startswith(kind)):
                for block in self._as(self.body(part), reason):
                    if block.text not in self._furniture:
                        self._furniture.add(block.text)
                        yield block
        self._seen = False

    def notes(self) -> Iterator[Note]:
        """What a person should know about how this document was read."""
        if self._inserted or self._deleted:
            counts = f"{self._inserted} insertions, {self._deleted} deletions"
            yield Note(
                slug="tracked-changes",
                message=f"the document has tracked changes ({counts}); read as accepted",
            )


_MARKS = {"s": " ", "tab": "\t", "line-break": "\n"}


def _formula(element: ET.Element) -> FormulaPart:
    return FormulaPart(local(element), [p if isinstance(p, str) else _formula(p) for p in mixed(element)])


def _all_text(body: ET.Element) -> list[str]:
    """The second reader: every text of every paragraph and heading."""
    return [text for paragraph in every(body, "p", "h") for text in _own_text(paragraph)]


def _own_text(paragraph: ET.Element) -> Iterator[str]:
    """Texts of a paragraph without those of paragraphs inside it, and without numbers of notes."""
    for part in mixed(paragraph):
        if isinstance(part, str):
            yield part
        elif local(part) not in {
            "p",
            "h",
            "note-citation",
            "creator",
            "date",
            "math",
            "meta-creator-initials",
        }:
            yield from _own_text(part)


def _properties(roots: list[ET.Element], blocks: list[RawBlock]) -> tuple[tuple[str, str], ...]:
    """The file's own title, where the text bears it out: many name a template or another file."""
    metas = (meta for root in roots if (meta := find(root, "meta")) is not None)
    title = next((words(e) for meta in metas for e in meta if local(e) == "title"), "")
    borne_out = any("".join(title.split()) in "".join(block.text.split()) for block in blocks[:40])
    return (("title", title),) if len(title) > 3 and borne_out else ()
