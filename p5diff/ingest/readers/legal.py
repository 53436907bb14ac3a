"""Akoma Ntoso (law and parliament) and TEI (editions of texts): XML that says what its parts are.

Both are walked by one reader; what each of their elements is stands in a table. Elements that are
not in the table are read through: their words are text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from p5diff.errors import InputError
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.flow import TextFlow, settle_marks
from p5diff.ingest.readers.raised import flat
from p5diff.ingest.readers.tables import Cell, table
from p5diff.ingest.readers.xml import every, get, local, mixed, parse_xml, words
from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import read_in_child
from p5diff.language import primary_tag
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText

_SPACES = re.compile(r"[ \t\n\r]+")
_DEEPEST_LEVEL = 6
"""Headings below this level are shown as headings of it, as web pages have six."""


class LegalElements(NamedTuple):
    """What the elements of a kind of XML are, by local name."""

    paragraphs: frozenset[str]
    headings: frozenset[str]
    levels: frozenset[str]
    """Divisions: each inside another makes headings one level lower."""
    labels: frozenset[str]
    notes: frozenset[str]
    aside: dict[str, SetAsideReason]
    raised: frozenset[str]
    breaks: frozenset[str]
    rows: frozenset[str]
    cells: frozenset[str]
    items: frozenset[str]


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_AKOMA = LegalElements(
    paragraphs=_set("p block listIntroduction listConclusion tocItem longTitle"),
    headings=_set("heading subheading crossHeading docTitle"),
    levels=_set(
        "part title book chapter section subsection article division tome subpart subchapter component"
    ),
    labels=_set("num"),
    notes=_set("authorialNote"),
    aside={
        "meta": SetAsideReason.METADATA,
        "toc": SetAsideReason.NAVIGATION,
        "del": SetAsideReason.DELETED,
        "remark": SetAsideReason.COMMENT,
        "editorialNote": SetAsideReason.COMMENT,
    },
    raised=_set("sup"),
    breaks=_set("br eol"),
    rows=_set("tr"),
    cells=_set("td th"),
    items=_set("paragraph point item li indent clause subclause subparagraph alinea"),
)
_TEI = LegalElements(
    paragraphs=_set("p ab l salute signed dateline byline docImprint docAuthor docDate epigraph argument"),
    headings=_set("head titlePart"),
    levels=_set("body front back div div1 div2 div3 div4 div5 div6 div7"),
    labels=_set("label"),
    notes=_set("note"),
    aside={
        "teiHeader": SetAsideReason.METADATA,
        "del": SetAsideReason.DELETED,
        "surplus": SetAsideReason.DELETED,
        "fw": SetAsideReason.RUNNING_HEAD,
        "figDesc": SetAsideReason.ALTERNATIVE,
        "facsimile": SetAsideReason.METADATA,
        "standOff": SetAsideReason.METADATA,
    },
    raised=frozenset(),
    breaks=_set("lb"),
    rows=_set("row"),
    cells=_set("cell"),
    items=_set("item"),
)
_READ_FIRST = ("corr", "orig", "abbr")
"""Of the forms in a TEI `choice`, which is read: the corrected one, else that of the source."""


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """The document's blocks, in a limited child process. Raises `InputError` for damaged XML, a
    DOCTYPE, and what is neither Akoma Ntoso nor TEI."""
    return read_in_child("legal", data, name=name, limits=limits)


def parse(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    root = parse_xml(data, name=name, depth=limits.depth)
    kind = local(root).lower()
    if kind not in {"akomantoso", "tei", "teicorpus", "tei.2"}:
        raise InputError(
            "xml-not-known",
            f"{name} is XML of a kind that p5diff does not know (<{local(root)}>)",
            cause="p5diff reads Akoma Ntoso, TEI, XHTML and flat OpenDocument",
            hint="save the text as HTML, DOCX or plain text and give that",
        )
    vocabulary = _AKOMA if kind == "akomantoso" else _TEI
    reader = _LegalReader(vocabulary)
    blocks = settle_marks(reader.read(root))
    if not any(block.is_text for block in blocks):
        raise InputError(
            "xml-no-text",
            f"{name} holds no text",
            cause="there is no paragraph in it",
            hint="check that the file was saved completely",
        )
    lost = loss_note((flat(b.label + b.text) for b in blocks), ["".join(root.itertext())], format_name="XML")
    return RawText(
        blocks=tuple(blocks),
        format="akoma ntoso" if vocabulary is _AKOMA else "tei",
        encoding="utf-8",
        properties=tuple(_stated(root, vocabulary)),
        notes=lost,
    )


@dataclass(slots=True)
class _LegalReader:
    """Walks the tree; holds the paragraph under collection, its label and the notes it calls."""

    names: LegalElements
    blocks: list[RawBlock] = field(default_factory=list)
    flow: TextFlow = field(default_factory=TextFlow)
    label: str = ""
    level: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    notes: list[tuple[str, ET.Element]] = field(default_factory=list)
    counted: int = 0

    def read(self, root: ET.Element) -> list[RawBlock]:
        """All blocks under `root`."""
        self._walk(root)
        self._flush()
        return self.blocks

    def _walk(self, element: ET.Element) -> None:
        for part in mixed(element):
            if isinstance(part, str):
                self.flow.add(_SPACES.sub(" ", part), bold=None)
                continue
            name = local(part)
            if reason := self.names.aside.get(name):
                self._aside(part, reason)
            elif name in self.names.notes:
                self._call(part)
            elif name == "table":
                self._flush()
                self._table(part)
            elif name in self.names.headings or name in self.names.paragraphs or name in self.names.labels:
                self._block(part, name)
            elif name in self.names.levels or name in self.names.items or name in _PARTS:
                self._division(part, name)
            else:
                self._inline(part, name)

    def _block(self, element: ET.Element, name: str) -> None:
        if name in self.names.labels:
            self._flush()
            self.label = f"{self.label} {words(element)}".strip()
            return
        self._flush(keep_label=True)
        self.kind = BlockKind.HEADING if name in self.names.headings else BlockKind.PARAGRAPH
        self._walk(element)
        self._flush()

    def _division(self, element: ET.Element, name: str) -> None:
        self._flush(keep_label=name not in self.names.levels)
        deeper = name in self.names.levels
        self.level += deeper
        if name in self.names.items and (mark := get(element, "n")) and not self.label:
            self.label = mark
        self._walk(element)
        self._flush()
        if self.label and deeper:  # a division whose number stands without a heading
            self._heading_of_label()
        self.level -= deeper

    def _heading_of_label(self) -> None:
        level = min(max(self.level, 1), _DEEPEST_LEVEL)
        self.blocks.append(RawBlock(text=self.label, kind=BlockKind.HEADING, level=level))
        self.label = ""

    def _inline(self, element: ET.Element, name: str) -> None:
        if name in self.names.breaks:
            if get(element, "break") != "no":  # said to stand inside a word
                self.flow.add("\n")
        elif name in self.names.raised or get(element, "rend").startswith("super"):
            self.flow.raise_(_SPACES.sub(" ", "".join(element.itertext())))
        elif name in {"img", "graphic"}:
            self.flow.aside(get(element, "alt"), SetAsideReason.ALTERNATIVE)
            self._walk(element)
        elif get(element, "rend") in {"strikethrough", "strike", "line-through"}:
            self.flow.aside(words(element), SetAsideReason.STRUCK)
        elif name == "choice":
            self._choice(element)
        else:
            self._walk(element)

    def _choice(self, element: ET.Element) -> None:
        inside = {local(part): part for part in element}
        chosen = next((name for name in _READ_FIRST if name in inside), next(iter(inside), ""))
        for name, part in inside.items():
            if name == chosen:
                self._walk(part)
            else:
                self.flow.aside(words(part), SetAsideReason.ALTERNATIVE)

    def _aside(self, element: ET.Element, reason: SetAsideReason) -> None:
        text = words(element)
        if not self.flow.is_blank:
            self.flow.aside(text, reason)
        elif text:
            self.blocks.append(RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=reason))

    def _call(self, element: ET.Element) -> None:
        self.counted += 1
        key = get(element, "eId") or get(element, "id") or f"note-{self.counted}"
        self.flow.call(key)
        self.notes.append((key, element))

    def _table(self, element: ET.Element) -> None:
        before, self.blocks = self.blocks, []
        rows: list[list[Cell]] = []
        for row in every(element, *self.names.rows):
            cells: list[Cell] = []
            for cell in (c for c in row if local(c) in self.names.cells):
                self._walk(cell)
                self._flush()
                cells.append(self.blocks)
                self.blocks = []
            rows.append(cells)
        for other in (e for e in element if local(e) in self.names.headings or local(e) == "caption"):
            before += [RawBlock(text=words(other))] if words(other) else []
        self.blocks = [*before, *table(rows)]

    def _flush(self, *, keep_label: bool = False) -> None:
        flow, self.flow = self.flow, TextFlow()
        kind, self.kind = self.kind, BlockKind.PARAGRAPH
        heading = kind is BlockKind.HEADING
        label = self.label
        if label and not keep_label and not heading and self.level and _is_division(label):
            self._heading_of_label()
            label = ""
        pattern = RawBlock(
            text="",
            kind=kind,
            level=min(max(self.level, 1), _DEEPEST_LEVEL) if heading else 0,
            label="" if heading else label,
        )
        found = flow.blocks(block=pattern, paragraphs=not heading)
        if any(block.is_text for block in found):
            if heading and label:
                found[0] = replace(found[0], text=f"{label} {' '.join(found[0].text.split())}")
            self.label = ""
        self.blocks += found
        notes, self.notes = self.notes, []
        for key, note in notes:
            self._note(key, note)

    def _note(self, key: str, element: ET.Element) -> None:
        inner = _LegalReader(self.names)
        inside = inner.read(element)
        text = "\n".join(f"{b.label} {b.text}".strip() for b in inside if b.is_text)
        end = get(element, "place") in {"end", "endnote"} or get(element, "placement") == "end"
        label = get(element, "marker") or get(element, "n")
        if text:
            reason = SetAsideReason.ENDNOTE if end else None
            self.blocks.append(
                RawBlock(text=text, kind=BlockKind.FOOTNOTE, label=label, key=key, reason=reason)
            )
        self.blocks += (block for block in inside if not block.is_text)


_PARTS = _set(
    "coverPage preface preamble body mainBody conclusions attachments attachment debateBody recitals recital "
    "citations citation formula container content intro wrapUp list blockList blockContainer hcontainer "
    "ul ol "
    "text front back group lg opener closer postscript titlePage listBibl castList sp quote cit trailer "
    "statement act bill doc debate judgment amendment officialGazette documentCollection"
)
"""What holds paragraphs: its beginning and its end are ends of paragraphs."""


def _is_division(label: str) -> bool:
    """Whether a number names a division ("Article 4", "Chapter II", "第一条") rather than a paragraph."""
    return re.match(r"[^\W\d_]{3,}\.?\s|第", label) is not None


def _stated(root: ET.Element, vocabulary: LegalElements) -> Iterator[tuple[str, str]]:
    """Title and language that the document states."""
    if vocabulary is _TEI:
        header = next(every(root, "titleStmt"), None)
        title = "" if header is None else next((words(e) for e in header if local(e) == "title"), "")
        language = next((get(e, "lang") for e in every(root, "TEI", "text") if get(e, "lang")), "")
    else:
        title = next((words(e) for e in every(root, "docTitle", "shortTitle") if words(e)), "")
        language = next((get(e, "language") for e in every(root, "FRBRlanguage")), "")
    if language:
        yield "language", primary_tag(language)
    if title:
        yield "title", title
