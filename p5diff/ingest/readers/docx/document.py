"""From the parts of a DOCX to blocks: body in reading order, notes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from p5diff.ingest.layout.masthead import masthead_length
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.docx.numbering import FORMATS, Numbering, roman
from p5diff.ingest.readers.docx.package import Package
from p5diff.ingest.readers.docx.runs import Findings, Line, mark_is_gone, read_runs
from p5diff.ingest.readers.docx.styles import Style, Styles
from p5diff.ingest.readers.docx.xml import attribute, child, children, local
from p5diff.model.alignment import Note
from p5diff.model.source import BlockKind, RawBlock, RawText

_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "tbl", "tc", "Choice", "txbxContent"}
)
_TITLE_LENGTH = 200
_BLANK = re.compile(r"\n[ \t\u00a0]*\n\s*")


def read_document(package: Package) -> RawText:
    """All blocks of an opened DOCX, with notes on what was decided or could not be read."""
    main = package.part(package.main)
    body = None if main is None else child(main, "body")
    reader = _Reader(package)
    heads = list(reader.furniture("header"))
    text = _without_masthead([*reader.body(body if body is not None else ()), *reader.rest()])
    blocks = [*heads, *text, *reader.furniture("footer")]
    notes = (
        *reader.notes(),
        *loss_note((b.text for b in blocks), _raw_text(package), format_name="document"),
    )
    return RawText(
        blocks=tuple(blocks),
        format="docx",
        encoding="utf-8",
        properties=_properties(package, blocks),
        notes=notes,
    )


def _without_masthead(blocks: list[RawBlock]) -> list[RawBlock]:
    length = masthead_length([block.text for block in blocks[:20]])
    return [*(RawBlock(text=b.text, kind=BlockKind.FURNITURE) for b in blocks[:length]), *blocks[length:]]


class _Reader:
    """Walks one document; holds what runs along it: numbers, notes due, findings."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(self._first("styles"))
        self._numbering = Numbering(self._first("numbering"))
        self._findings = Findings()
        self._footnotes = {kind: self._note_elements(kind) for kind in ("footnote", "endnote")}
        self._counted = {"footnote": 0, "endnote": 0}
        self._carried: Line | None = None
        self._body_seen = False

    def _first(self, kind: str) -> Any | None:
        paths = self._package.related(self._package.main, kind)
        return self._package.part(paths[0]) if paths else None

    def _note_elements(self, kind: str) -> dict[str, Any]:
        root = self._first(kind + "s")
        notes = () if root is None else children(root, kind)
        return {attribute(n, "id") or "": n for n in notes if attribute(n, "type") in {None, "normal"}}

    def body(self, container: Iterable[Any]) -> Iterator[RawBlock]:
        """Blocks of the body or of a container in it, in reading order."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tr":
                if child(element, "trPr", "del") is None:
                    yield from self.body(element)
            elif name in _WRAPPERS:
                yield from self.body(element)
            elif name == "AlternateContent":
                yield from self.body(element[:1])
            elif name == "altChunk":
                self._findings.foreign += 1

    def _paragraph(self, element: Any) -> Iterator[RawBlock]:
        line = read_runs(element, self._findings, self._carried or Line())
        self._carried = line if mark_is_gone(element) else None
        if self._carried is not None:
            return
        style = self._styles.of(element)
        label = (
            self._numbering.label(style.number_id, style.number_level or 0)
            if line.text.strip() or not line.boxes
            else ""
        )
        yield from self._blocks(line, style, label)
        yield from self._attached(line)

    def _blocks(self, line: Line, style: Style, label: str) -> Iterator[RawBlock]:
        """The paragraph; several where empty lines made of breaks part it."""
        kind, level = self._kind(line, style, label)
        for text in _BLANK.split(line.text):
            if text.strip():
                self._body_seen |= kind is BlockKind.PARAGRAPH
                yield RawBlock(text=text.strip(), kind=kind, level=level, label=label)
                label = ""

    def _kind(self, line: Line, style: Style, label: str) -> tuple[BlockKind, int]:
        if style.contents:
            return BlockKind.FURNITURE, 0
        if style.outline:
            return BlockKind.HEADING, style.outline
        if style.centred and not label and _all_bold(line, style) and len(line.text) <= _TITLE_LENGTH:
            return BlockKind.HEADING, 2 if self._body_seen else 1
        return BlockKind.PARAGRAPH, 0

    def _attached(self, line: Line) -> Iterator[RawBlock]:
        """Notes that the paragraph refers to, then the text boxes anchored in it."""
        for kind, key in line.footnotes:
            note = self._footnotes[kind].pop(key, None)
            if note is not None:
                yield from self._footnote(note, kind)
        for box in line.boxes:
            yield from self.body(box)

    def _footnote(self, note: Any, kind: str) -> Iterator[RawBlock]:
        self._counted[kind] += 1
        label = str(self._counted[kind]) if kind == "footnote" else roman(self._counted[kind]).lower()
        lines = [read_runs(p, self._findings, Line()) for p in children(note, "p")]
        text = "\n".join(line.text.strip() for line in lines if line.text.strip())
        if text:
            yield RawBlock(text=text, kind=BlockKind.FOOTNOTE, label=label)

    def rest(self) -> Iterator[RawBlock]:
        """What the body left over: a carried line at its end, notes nothing refers to."""
        if self._carried is not None and self._carried.text.strip():
            yield RawBlock(text=self._carried.text.strip())
        for kind, notes in self._footnotes.items():
            for note in list(notes.values()):
                yield from self._footnote(note, kind)

    def furniture(self, kind: str) -> Iterator[RawBlock]:
        """Headers or footers, each different text once."""
        seen = set()
        for path in self._package.related(self._package.main, kind):
            root = self._package.part(path)
            for block in self.body(root if root is not None else ()):
                if block.text not in seen:
                    seen.add(block.text)
                    yield RawBlock(text=block.text, kind=BlockKind.FURNITURE)
        self._body_seen = False

    def notes(self) -> Iterator[Note]:
        """What a person should know about how this document was read."""
        found = self._findings
        if found.inserted or found.deleted:
            counts = f"{found.inserted} insertions, {found.deleted} deletions"
            yield Note(
                slug="tracked-changes",
                message=f"the document has tracked changes ({counts}); read as accepted",
            )
        if found.hidden:
            yield Note(slug="hidden-text", message=f"{found.hidden} characters of hidden text were left out")
        if found.comments:
            yield Note(
                slug="comments-left-out", message=f"{found.comments} comments in the margin were left out"
            )
        if found.foreign:
            yield Note(slug="embedded-left-out", message=f"{found.foreign} embedded documents were left out")
        if found.symbols:
            listed = ", ".join(sorted(found.symbols))
            yield Note(
                slug="unknown-symbol",
                message=f"symbols without a known character were kept as coded: {listed}",
            )
        if unknown := self._numbering.unknown - FORMATS.keys():
            listed = ", ".join(sorted(unknown))
            yield Note(
                slug="unknown-numbering",
                message=f"automatic numbers of an unknown kind are shown as 1, 2, 3: {listed}",
            )


def _all_bold(line: Line, style: Style) -> bool:
    return line.bold > 0 and line.plain == 0 if not style.bold else line.plain == 0


def _raw_text(package: Package) -> list[str]:
    """The second reader: every `w:t` of body, notes, headers and footers that is not struck out."""
    kinds = ("footnotes", "endnotes", "header", "footer")
    paths = [package.main, *dict.fromkeys(p for kind in kinds for p in package.related(package.main, kind))]
    seen, texts = set(), []
    for path in paths:
        root = package.part(path)
        part = [] if root is None else [t.text or "" for t in root.iter("{*}t") if not _struck(t)]
        if path == package.main or tuple(part) not in seen:  # the same header may be stored for each section
            texts += part
        seen.add(tuple(part))
    return texts


def _struck(element: Any) -> bool:
    return any(local(above) in {"del", "moveFrom", "Fallback", "rt"} for above in element.iterancestors())


def _properties(package: Package, blocks: list[RawBlock]) -> tuple[tuple[str, str], ...]:
    """The file's own title, where the text bears it out: many name a template or another file.

    Its language is left alone too: word processors state that of the program.
    """
    root = package.part("docProps/core.xml")
    found = () if root is None else (e.text or "" for e in root if local(e) == "title")
    title = " ".join(next(iter(found), "").split())
    borne_out = any("".join(title.split()) in "".join(block.text.split()) for block in blocks[:40])
    return (("title", title),) if len(title) > 3 and borne_out else ()
