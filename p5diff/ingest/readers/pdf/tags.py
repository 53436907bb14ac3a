"""What a tagged PDF says its marks are: paragraphs, headings, items, cells, notes, furniture of the page.

A tagged file (ISO 32000, 14.8) holds a tree of elements, and each piece of a page's content names the
element it belongs to. Programs that write texts keep it right; others put each line or a whole page into
one paragraph. So the tree is believed only where the pages bear it out (`is_sane` of `tagged`), and for
the whole document or not at all; else geometry decides, as it does without tags.

PDFium shows the tree page by page and leaves out what stands on other pages. That an element goes on over
a page is seen from the gap which the left-out part leaves among its children.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

_COVERED = 0.9
"""Share of the characters that belong to elements or are furniture: some programs leave out running heads."""
_FURNITURE = 0.4
"""Share of the characters that may be furniture of pages: more is a file whose text was never tagged."""
_DEEPEST = 100
"""Elements within elements that are looked into; real trees have under thirty."""
_MOST = 2_000_000
"""Children looked at in one document: a tree that has more is not worth the time, and geometry decides."""
_KEEPING = ("Skia/PDF", "LibreOffice", "Typst")
"""Programs that keep an element whole over pages. Of others this is seen where an element goes on, or is not
known: Word and WeasyPrint begin a new one on each page."""

_PARAGRAPHS = frozenset({"P", "Caption", "TOCI", "BibEntry", "Title"})
_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"})
_NOTES = frozenset({"Note", "FENote"})
_CELLS = frozenset({"TD", "TH"})
_GROUPS = frozenset(
    {"Document", "Part", "Sect", "Div", "Art", "Aside", "BlockQuote", "L", "Table", "THead", "TBody", "TFoot"}
    | {"TOC", "Index", "DocumentFragment"}
)
_LINKS = frozenset({"Link", "Annot", "Form", "Reference"})
"""Elements whose children may be no text: a missing one there proves nothing."""


class NodeKind(Enum):
    """What an element is to the text."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    CELL = auto()
    NOTE = auto()
    FURNITURE = auto()


@dataclass(slots=True, eq=False)
class TagNode:
    """An element that is a unit of the text, or its part on one page."""

    kind: NodeKind
    order: int = 0
    """Its place in the tree, counted over the document."""
    level: int = 0
    """Of a heading, from 1."""
    row: int = 0
    """Of a cell: the row it belongs to, counted over the document, and its place there from 1."""
    cell: int = 0
    earlier: TagNode | None = None
    """Its part on the page before, where it goes on."""
    begins: bool = True
    ends: bool = True
    """Whether its first and last part are on this page."""
    filled: bool = False
    """Whether something of it stands on this page."""
    closed: bool = False
    """Whether another unit of text has come after its own words."""

    @property
    def root(self) -> TagNode:
        """Its part on the page where it begins."""
        node = self
        while node.earlier is not None:
            node = node.earlier
        return node


FURNITURE = TagNode(NodeKind.FURNITURE)
"""What a file marks as artifact: of the page and not of the text."""


def _name(buffer: ctypes.Array[ctypes.c_ushort], length: int) -> str:
    """The name that PDFium wrote: so many bytes with the zero at its end; one that is longer than its room is
    cut off there."""
    return bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0")


class MarkNames:
    """The names of the marks around objects of a page, each asked for once."""

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium
        self._names: dict[int, str] = {}

    def has(self, item: Any, name: str) -> bool:
        """Whether an object stands inside content that is marked so ("Artifact", "OC")."""
        pdfium = self._pdfium
        for index in range(pdfium.FPDFPageObj_CountMarks(item)):
            mark = pdfium.FPDFPageObj_GetMark(item, index)
            key = ctypes.addressof(mark.contents)
            if key not in self._names:
                buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
                pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
                self._names[key] = _name(buffer, length.value)
            if self._names[key] == name:
                return True
        return False


@dataclass(slots=True)
class PageTags:
    """The elements of one page: by the number of marked content, None for content of no unit."""

    pdfium: Any
    textpage: Any
    content: dict[int, TagNode | None]
    marks: MarkNames
    known: dict[int, tuple[bool, TagNode | None]] = field(default_factory=dict)
    characters: int = 0
    covered: int = 0
    furniture: int = 0

    def node_of(self, index: int) -> TagNode | None:
        """The unit of text that a character belongs to, if any."""
        item = self.pdfium.FPDFText_GetTextObject(self.textpage, index)
        if not item:
            return None
        key = ctypes.addressof(item.contents)
        if key not in self.known:
            self.known[key] = self._of(item)
        covered, node = self.known[key]
        self.characters += 1
        self.covered += covered
        self.furniture += node is FURNITURE
        return node

    def _of(self, item: Any) -> tuple[bool, TagNode | None]:
        if self.marks.has(item, "Artifact"):
            return True, FURNITURE
        number = self.pdfium.FPDFPageObj_GetMarkedContentID(item)
        return number in self.content, self.content.get(number)


class Tags:
    """The elements of a document, read page by page from the first."""

    def __init__(self, document: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._order = self._rows = self._looked = 0
        self._open: list[TagNode] = []
        self._pages: list[PageTags] = []
        named = " ".join(str(value) for value in document.get_metadata_dict().values())
        self.keeps = any(program in named for program in _KEEPING)
        """Whether its program keeps elements whole over pages."""

    @classmethod
    def of(cls, document: Any) -> Tags | None:
        """The tags of a document, or None where it says that it has none."""
        import pypdfium2.raw as pdfium

        return cls(document) if pdfium.FPDFCatalog_IsTagged(document.raw) else None

    def page(self, page: Any, textpage: Any) -> PageTags:
        """The elements of the next page."""
        content: dict[int, TagNode | None] = {}
        tree = self._pdfium.FPDF_StructTree_GetForPage(page.raw)
        if tree:
            walk = _Walk(self, content)
            try:
                for index in range(self._pdfium.FPDF_StructTree_CountChildren(tree)):
                    child = self._pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
                    if child:
                        walk.element(child, None, 0)
            finally:
                self._pdfium.FPDF_StructTree_Close(tree)
            self._joined(walk.nodes)
        result = PageTags(self._pdfium, textpage.raw, content, MarkNames(self._pdfium))
        self._pages.append(result)
        return result

    def _joined(self, nodes: Sequence[TagNode]) -> None:
        """Take what goes on from the page before together with its part there."""
        before: dict[tuple[NodeKind, int], list[TagNode]] = defaultdict(list)
        for node in self._open:
            before[node.kind, node.cell].append(node)
        rows: dict[int, int] = {}
        for node in nodes:
            known = before.get((node.kind, node.cell))
            if node.filled and not node.begins and known:
                node.earlier = known.pop(0)
                rows[node.row] = node.earlier.row
        for node in nodes:
            node.row = rows.get(node.row, node.row)
        self._open = [node for node in nodes if not node.ends and node.filled]

    def covers(self) -> bool:
        """Whether nearly all characters belong to an element or are furniture, and enough are text."""
        characters = sum(page.characters for page in self._pages)
        covered = sum(page.covered for page in self._pages)
        furniture = sum(page.furniture for page in self._pages)
        return (
            self._looked <= _MOST
            and covered >= _COVERED * characters
            and furniture <= _FURNITURE * characters
            and self._order > 0
        )

    def look(self) -> bool:
        """Count one more child; False when there were too many."""
        self._looked += 1
        return self._looked <= _MOST

    def add(
        self, kind: NodeKind, nodes: list[TagNode], *, level: int = 0, row: int = 0, cell: int = 0
    ) -> TagNode:
        """A new unit of text, after all others."""
        self._order += 1
        node = TagNode(kind, self._order, level, row, cell)
        nodes.append(node)
        return node

    def add_row(self) -> int:
        """A new row of a table."""
        self._rows += 1
        return self._rows


class _Walk:
    """One page's tree, from the top."""

    def __init__(self, tags: Tags, content: dict[int, TagNode | None]) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._tags, self._content = tags, content
        self.nodes: list[TagNode] = []
        self._row = self._cell = 0
        self._buffer = (ctypes.c_ushort * 32)()

    def _kind(self, element: Any) -> str:
        size = ctypes.sizeof(self._buffer)
        return _name(self._buffer, self._pdfium.FPDF_StructElement_GetType(element, self._buffer, size))

    def element(self, element: Any, owner: TagNode | None, depth: int) -> None:
        """Take in an element; `owner` is the unit that it stands in."""
        kind = self._kind(element)
        before = owner
        owner = self._owner(kind, owner)
        if before is not None and owner is not before and (owner is None or owner.kind is not NodeKind.NOTE):
            before.closed = before.filled
        if depth >= _DEEPEST:
            return
        pdfium = self._pdfium
        for index in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            if not self._tags.look():
                return
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                self.element(child, owner, depth + 1)
                continue
            number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if number >= 0:
                owner = self._takes(number, owner)
            elif kind == "TR":
                self._cell += 1  # a cell that stands on another page, or is empty
            elif owner is not None and kind not in _LINKS:
                if owner.filled:
                    owner.ends = False
                else:
                    owner.begins = False

    def _takes(self, number: int, owner: TagNode | None) -> TagNode | None:
        """Note that a piece of content belongs to a unit; to a new one where another came between."""
        if owner is not None and owner.closed:
            owner = self._tags.add(owner.kind, self.nodes, level=owner.level, row=owner.row, cell=owner.cell)
        if owner is not None:
            owner.filled = owner.ends = True
        self._content[number] = owner
        return owner

    def _owner(self, kind: str, owner: TagNode | None) -> TagNode | None:
        """The unit that the words of an element of this kind belong to."""
        if kind in _NOTES:
            return self._tags.add(NodeKind.NOTE, self.nodes)
        if kind == "TR":
            self._row, self._cell = self._tags.add_row(), 0
            return None
        if kind in _CELLS:
            self._cell += 1
            return self._tags.add(NodeKind.CELL, self.nodes, row=self._row, cell=self._cell)
        if owner is not None and owner.kind in (NodeKind.CELL, NodeKind.NOTE):
            return owner
        return self._block(kind, owner)

    def _block(self, kind: str, owner: TagNode | None) -> TagNode | None:
        """The same outside of cells and notes."""
        if kind == "LI":
            return self._tags.add(NodeKind.ITEM, self.nodes)
        if kind in _HEADINGS:
            level = int(kind[1]) if kind[1:].isdigit() else 1
            return self._tags.add(NodeKind.HEADING, self.nodes, level=level)
        if kind in _PARAGRAPHS:
            first = owner and owner.kind is NodeKind.ITEM and not owner.closed and not self._has(owner)
            return owner if first else self._tags.add(NodeKind.PARAGRAPH, self.nodes)
        return None if kind in _GROUPS else owner

    def _has(self, owner: TagNode) -> bool:
        """Whether an item has its first paragraph already, which its label stands before."""
        if owner.level:
            return True
        owner.level = 1
        return False
