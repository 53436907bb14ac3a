"""From the parts of a DOCX to blocks: body in reading order, notes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.docx.numbering import FORMATS, Numbering, roman
from p5diff.ingest.readers.docx.package import Package
from p5diff.ingest.readers.docx.runs import Findings, mark_is_gone, outermost, read_runs
from p5diff.ingest.readers.docx.styles import Style, WordStyles
from p5diff.ingest.readers.docx.xml import attribute, child, children, local
from p5diff.ingest.readers.flow import TextFlow, settle_marks
from p5diff.ingest.readers.raised import flat, opening
from p5diff.ingest.readers.tables import Cell, table
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText

_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "Choice", "txbxContent"}
)
_TITLE_LENGTH = 200
"""Characters: what is centred and longer is a paragraph that somebody centred."""
_BOLD_LENGTH = 160
"""Letters of a bold line that may be a heading: about two printed lines."""
_BOLD_LEVEL = 3
"""Level of headings known by bold type alone: below the two that styles usually name."""
_ENDS_SENTENCE = re.compile(r"[.!?;:,。！？；：，،؛]$")
_KINDS = ("footnote", "endnote")


def read_document(package: Package) -> RawText:
    """All blocks of an opened DOCX, with notes on what was decided or could not be read."""
    main = package.part(package.main)
    body = None if main is None else child(main, "body")
    reader = _DocxReader(package)
    heads = list(reader.furniture("header"))
    text = [*reader.body(body if body is not None else ()), *reader.rest()]
    blocks = [*heads, *settle_marks(text), *reader.furniture("footer")]
    notes = (
        *reader.notes(),
        *loss_note((flat(b.text) for b in blocks), _raw_text(package), format_name="document"),
    )
    return RawText(
        blocks=tuple(blocks),
        format="docx",
        encoding="utf-8",
        properties=_properties(package, blocks),
        notes=notes,
    )


class _DocxReader:
    """Walks one document; holds what runs along it: numbers, notes due, findings."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = WordStyles(self._first("styles"))
        self._numbering = Numbering(self._first("numbering"))
        remarks = self._first("comments")
        self._remarks = (
            {} if remarks is None else {attribute(c, "id") or "": c for c in children(remarks, "comment")}
        )
        self._findings = Findings(style=self._styles.look, remark=self._remark)
        self._footnotes = {kind: self._note_elements(kind) for kind in _KINDS}
        self._counted = {"footnote": 0, "endnote": 0}
        self._carried: TextFlow | None = None
        self._body_seen = False
        self._cells = 0

    def _first(self, kind: str) -> Any | None:
        paths = self._package.related(self._package.main, kind)
        return self._package.part(paths[0]) if paths else None

    def _remark(self, key: str) -> str:
        element = self._remarks.pop(key, None)
        if element is None:
            return ""
        return " ".join("".join(t.text or "" for t in p.iter("{*}t")) for p in element.iter("{*}p"))

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
            elif name == "tbl":
                yield from table(list(self._rows(element)))
            elif name in {"del", "moveFrom"}:
                yield from self._gone(element)
            elif name in _WRAPPERS:
                yield from self.body(element)
            elif name == "AlternateContent":
                yield from self.body(element[:1])
            elif name == "altChunk":
                self._findings.foreign += 1
            elif name in {"oMath", "oMathPara"}:
                yield from read_runs((element,), self._findings, TextFlow()).blocks(paragraphs=False)

    def _rows(self, container: Any) -> Iterator[list[Cell]]:
        for element in container:
            name = local(element)
            if name == "tr":
                self._cells += 1
                if child(element, "trPr", "del") is None:
                    yield list(self._row(element))
                else:
                    yield [list(self._gone(element))]
                self._cells -= 1
            elif name in _WRAPPERS:
                yield from self._rows(element)

    def _row(self, container: Any) -> Iterator[Cell]:
        for element in container:
            name = local(element)
            if name == "tc":
                yield [*self.body(element), *self._end_carried()]
            elif name in _WRAPPERS:
                yield from self._row(element)

    def _gone(self, element: Any) -> Iterator[RawBlock]:
        """All text under a deleted element, paragraph by paragraph."""
        for paragraph in outermost((element,), "p"):
            text = "".join(t.text or "" for t in paragraph.iter("{*}t", "{*}delText"))
            if text.strip():
                self._findings.deleted += 1
                yield RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.DELETED)

    def _paragraph(self, element: Any) -> Iterator[RawBlock]:
        line = read_runs(element, self._findings, self._carried or TextFlow())
        self._carried = line if mark_is_gone(element) else None
        if self._carried is not None:
            return
        style = self._styles.of(element)
        visible = bool(line.text.strip())
        label = (
            self._numbering.label(style.number_id, style.number_level or 0)
            if visible or not (line.boxes or line.asides)
            else ""
        )
        yield from self._blocks(line, style, label if visible else "")
        yield from self._attached(line)

    def _blocks(self, line: TextFlow, style: Style, label: str) -> Iterator[RawBlock]:
        """The paragraph; several where breaks in it part items or paragraphs."""
        kind, level = self._kind(line, style, label)
        reason = SetAsideReason.NAVIGATION if kind is BlockKind.SET_ASIDE else None
        setting = f"{style.name} {style.indent or ''}"
        pattern = RawBlock(text="", kind=kind, level=level, label=label, reason=reason, setting=setting)
        for block in line.blocks(block=pattern, paragraphs=kind is not BlockKind.HEADING):
            self._body_seen |= block.kind is BlockKind.PARAGRAPH
            yield replace(block, text=block.text.strip(), calls=() if block.reason else block.calls)

    def _kind(self, line: TextFlow, style: Style, label: str) -> tuple[BlockKind, int]:
        if style.contents:
            return BlockKind.SET_ASIDE, 0
        if style.outline:
            return BlockKind.HEADING, style.outline
        text = line.text.strip()
        if not self._cells and _all_bold(line, style):
            if style.centred and not label and len(text) <= _TITLE_LENGTH:
                return BlockKind.HEADING, 2 if self._body_seen else 1
            if style.kept_with_next and len(text) <= _BOLD_LENGTH and not _ENDS_SENTENCE.search(text):
                return BlockKind.HEADING, _BOLD_LEVEL
        listed = label and not label[0].isalnum() and label[:1] not in "(（["
        return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH, 0

    def _attached(self, line: TextFlow) -> Iterator[RawBlock]:
        """Notes that the paragraph refers to, then the text boxes anchored in it."""
        for key in line.keys:
            kind, _, number = key.partition("-")
            note = self._footnotes[kind].pop(number, None) if kind in _KINDS else None
            if note is not None:
                yield from self._footnote(note, kind, key)
        for box in line.boxes:
            yield from self.body(box)

    def _footnote(self, note: Any, kind: str, key: str) -> Iterator[RawBlock]:
        self._counted[kind] += 1
        label = str(self._counted[kind]) if kind == "footnote" else roman(self._counted[kind]).lower()
        lines = [read_runs(p, self._findings, TextFlow()) for p in note.iter("{*}p")]
        found = [block for line in lines for block in line.blocks(paragraphs=False)]
        text = "\n".join(b.text.strip() for b in found if b.is_text and b.text.strip())
        if lines and lines[0].mark:  # a mark that the author typed
            label, text = lines[0].mark, text[len(opening(lines[0].mark)) :].lstrip()
        if text:
            reason = SetAsideReason.ENDNOTE if kind == "endnote" else None
            yield RawBlock(text=text, kind=BlockKind.FOOTNOTE, label=label, key=key, reason=reason)
        yield from (block for block in found if not block.is_text)

    def _end_carried(self) -> Iterator[RawBlock]:
        line, self._carried = self._carried, None
        if line is not None:
            yield from line.blocks()
            yield from self._attached(line)

    def rest(self) -> Iterator[RawBlock]:
        """What the body left over: a carried line at its end, notes and remarks nothing refers to."""
        yield from self._end_carried()
        for kind, notes in self._footnotes.items():
            for key in list(notes):
                yield from self._footnote(notes.pop(key), kind, f"{kind}-{key}")
        for key in list(self._remarks):
            if text := self._remark(key).strip():
                self._findings.comments += 1
                yield RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.COMMENT)

    def furniture(self, kind: str) -> Iterator[RawBlock]:
        """Headers or footers, each different text once."""
        seen = set()
        reason = SetAsideReason.HEADER if kind == "header" else SetAsideReason.FOOTER
        for path in self._package.related(self._package.main, kind):
            root = self._package.part(path)
            for block in self.body(root if root is not None else ()):
                if block.text not in seen:
                    seen.add(block.text)
                    text = f"{block.label} {block.text}".strip()
                    yield RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=block.reason or reason)
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


def _all_bold(line: TextFlow, style: Style) -> bool:
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
