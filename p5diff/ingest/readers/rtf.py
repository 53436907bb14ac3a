"""Rich Text (.rtf): an own walk, for libraries that read it keep neither notes nor tables nor what is
struck out. The words of control are those of Microsoft's specification (RTF 1.9.1)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from p5diff.errors import InputError
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.docx.numbering import roman
from p5diff.ingest.readers.flow import TextFlow, settle_marks
from p5diff.ingest.readers.raised import flat, opening
from p5diff.ingest.readers.symbols import spelled, symbol
from p5diff.ingest.readers.tables import Cell, table
from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import read_in_child
from p5diff.ingest.sandbox.unfolding import extent
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,40})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+"
    r"|([^\\{}\r\n]{1,10000})|\\",
    re.S,
)
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b",
    "zwnbo": "\u2060", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\n": "", "\r": ""}
_BREAKS = frozenset({"par", "sect", "page", "column", "nestcell", "\n", "\r"})
_IGNORED = frozenset(
    "fonttbl colortbl stylesheet info pict object listtable listoverridetable themedata datastore xmlnstbl "
    "rsidtbl generator colorschememapping latentstyles pgptbl filetbl revtbl nonshppict bkmkstart bkmkend "
    "atnid atnauthor atnref atndate atnparent atrfstart atrfend sn sv sp shpinst pn pnseclvl ftnsep ftnsepc "
    "ftncn aftnsep aftnsepc aftncn template operator mmathPr protusertbl userprops docvar listname falt "
    "panose tc xe private".split()
)
_ASIDES = {
    "header": SetAsideReason.HEADER, "headerl": SetAsideReason.HEADER, "headerr": SetAsideReason.HEADER,
    "headerf": SetAsideReason.HEADER, "footer": SetAsideReason.FOOTER, "footerl": SetAsideReason.FOOTER,
    "footerr": SetAsideReason.FOOTER, "footerf": SetAsideReason.FOOTER, "annotation": SetAsideReason.COMMENT,
    "fldinst": SetAsideReason.INSTRUCTION,
}  # fmt: skip
_STARRED = frozenset({"shptxt", "ud", "annotation", "fldinst", "shpinst", "footnote", "listtext", "pntext"})
"""Destinations marked as new (`\\*`) that are read all the same."""
_CODEPAGES = {
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOL_CHARSET = 2
"""What RTF calls `\\fcharset2`."""
_DEEPEST = 2_000
"""Groups inside groups; Word nests some dozens."""
_MOST_PLACES = 20
"""Notes, remarks and text boxes inside one another; Word nests two or three."""
_TITLE_LENGTH, _BOLD_LENGTH, _BOLD_LEVEL = 200, 160, 3
"""As in the readers of DOCX and HTML."""
_ENDS_SENTENCE = re.compile(r"[.!?;:,。！？；：，،؛]$")
_HEADING = re.compile(r"(?:heading|titre|título|заголовок|标题|عنوان)\s?([1-9])", re.IGNORECASE)
_LEAST_RISE = 4
"""Half-points that a run is moved up by before it counts as raised: less only mends its line."""
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)([^;{}]{0,300})")
_STYLE = re.compile(r"\{\\s(\d{1,5})(?!\d)([^{};]{0,1500})")
_TABLE = 400_000
"""Characters of the tables of fonts and styles that are looked at; Word writes some ten thousand."""


@dataclass(slots=True)
class _Group:
    """What holds inside one pair of braces."""

    ignored: bool = False
    kind: str = ""
    aside: SetAsideReason | None = None
    bold: bool = False
    raised: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    font: int = -1
    skip: int = 1
    star: bool = False
    opened: bool = False
    """Whether this very group opened its destination, so that its end closes it."""


@dataclass(slots=True)
class _Destination:
    """Where text goes: the body, or a note, a header, a remark, a text box inside it."""

    flow: TextFlow = field(default_factory=TextFlow)
    blocks: list[RawBlock] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    cell: list[RawBlock] = field(default_factory=list)
    after: list[RawBlock] = field(default_factory=list)
    label: str = ""
    level: int = 0
    in_table: bool = False
    centred: bool = False
    kept: bool = False
    key: str = ""


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """The document's blocks, in a limited child process. Raises `InputError` for what is no RTF."""
    return read_in_child("rtf", data, name=name, limits=limits)


def parse(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError(
            "rtf-damaged",
            f"{name} is no readable RTF",
            cause="it does not begin as RTF does",
            hint="open it in a word processor and save it again",
        )
    reader = _RtfReader(name)
    blocks = settle_marks(reader.read(data.decode("latin-1")))
    lost = loss_note((flat(b.label + b.text) for b in blocks), reader.seen, format_name="document")
    return RawText(
        blocks=tuple(blocks),
        format="rtf",
        encoding=reader.codepage,
        notes=(*reader.notes(), *lost),
    )


class _RtfReader:
    """Walks the words of control; holds groups, places and what the head of the file says."""

    def __init__(self, name: str) -> None:
        self.codepage = "cp1252"
        self.seen: list[str] = []
        self._name = name
        self._fonts: dict[int, tuple[int, str]] = {}
        self._styles: dict[int, int] = {}
        self._groups = [_Group()]
        self._places = [_Destination()]
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0
        self._counted = {"footnote": 0, "endnote": 0}
        self._inserted = self._deleted = 0
        self._seen_body = False
        self._heads: set[str] = set()

    def read(self, text: str) -> list[RawBlock]:
        """All blocks of the document."""
        self._read_head(text)
        counted = extent().piece
        for match in _TOKEN.finditer(text):
            word, number, code, sign, brace, literal = match.groups()
            if literal is None and code is None:
                counted(0)
            if brace:
                self._brace(brace)
            elif literal is not None:
                self._literal(literal)
            elif code is not None:
                self._literal(chr(int(code, 16)), byte=True)
            elif word:
                self._word(word, int(number) if number else None)
            elif sign:
                self._sign(sign)
        self._flush()
        while len(self._places) > 1:
            self._leave(_Group(kind="shptxt"))
        place = self._places[0]
        self._paragraph(place)
        self._end_table(place)
        return place.blocks

    def _read_head(self, text: str) -> None:
        """Code page, character sets of fonts, and the outline levels of styles."""
        if match := re.search(r"\\ansicpg(\d{3,5})", text[:100_000]):
            self.codepage = _known(f"cp{match[1]}") or self.codepage
        for match in _FONT.finditer(_table(text, "{\\fonttbl")):
            charset = re.search(r"\\fcharset(\d{1,3})", match[2])
            name = match[2].rpartition(" ")[2]
            self._fonts[int(match[1])] = (int(charset[1]) if charset else 0, name)
        for match in _STYLE.finditer(_table(text, "{\\stylesheet")):
            outline = re.search(r"\\outlinelevel(\d)", match[2])
            named = _HEADING.search(match[2])
            level = int(outline[1]) + 1 if outline else int(named[1]) if named else 0
            title = re.search(r"\s(?:title|titre)$", match[2], re.IGNORECASE)
            self._styles[int(match[1])] = level or (1 if title else 0)

    def _damaged(self, what: str) -> InputError:
        return InputError(
            "rtf-damaged",
            f"{self._name} {what}",
            cause="no word processor does; such files are damaged, or made to exhaust a reader",
            hint="open it in a word processor and save it again",
        )

    def _brace(self, brace: str) -> None:
        self._flush()
        if brace == "{":
            if len(self._groups) > _DEEPEST:
                raise self._damaged(f"nests its groups more than {_DEEPEST:,} deep")
            self._groups.append(replace(self._groups[-1], star=False, opened=False))
        elif len(self._groups) > 1:
            group = self._groups.pop()
            if group.opened:
                self._leave(group)

    def _word(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if word == "u" and number is not None:
            self._unicode(number)
            return
        if self._skip and word in {"u"}:
            return
        self._flush()
        self._skip = 0
        if word in _ASIDES or word in {"footnote", "listtext", "pntext", "shptxt"}:
            if not group.ignored or word == "shptxt":
                self._enter(group, word)
        elif word == "upr":
            group.ignored = True
        elif word == "ud":
            group.ignored = len(self._groups) > 3 and self._groups[-3].ignored
        elif word in _IGNORED or (group.star and word not in _STARRED):
            group.ignored = True
        elif not group.ignored:
            self._format(group, word, number)
        group.star = False

    def _format(self, group: _Group, word: str, number: int | None) -> None:
        on = number != 0
        if word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in _BREAKS:
            self._paragraph(self._places[-1])
        elif word in {"cell", "row"}:
            self._cell(self._places[-1], row=word == "row")
        elif word in {"b", "strike", "striked", "v", "deleted"}:
            name = {"b": "bold", "v": "hidden", "deleted": "deleted"}.get(word, "struck")
            setattr(group, name, on)
            self._deleted += word == "deleted" and on
        elif word in {"super", "nosupersub", "sub", "up", "dn"}:
            rise = 6 if number is None else number
            group.raised = word == "super" or (word == "up" and rise >= _LEAST_RISE)
        elif word == "plain":
            group.bold = group.raised = group.struck = group.hidden = group.deleted = False
        elif word == "f" and number is not None:
            group.font = number
        elif word == "uc" and number is not None:
            group.skip = max(0, min(number, 8))
        elif word == "revised":
            self._inserted += on
        elif group.kind not in {"listtext", "pntext"}:  # whose own layout is that of the label
            self._layout(self._places[-1], word, number)

    def _layout(self, place: _Destination, word: str, number: int | None) -> None:
        if word == "pard":
            place.level, place.in_table, place.centred, place.kept = 0, False, False, False
        elif word == "intbl":
            place.in_table = True
        elif word == "s" and number is not None:
            place.level = self._styles.get(number, 0)
        elif word == "outlinelevel" and number is not None:
            place.level = number + 1 if number < 9 else 0
        elif word == "qc":
            place.centred = True
        elif word in {"ql", "qj", "qr"}:
            place.centred = False
        elif word == "keepn":
            place.kept = True
        elif word == "ftnalt":
            place.key = place.key.replace("footnote", "endnote", 1)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._groups[-1].star = True
        elif sign in _SYMBOLS:
            if sign in "\r\n":
                self._word("par", None)
            elif self._skip:
                self._skip -= 1
            else:
                self._flush()
                self._put(_SYMBOLS[sign])

    def _unicode(self, number: int) -> None:
        self._flush()
        code = number & 0xFFFF
        self._skip = self._groups[-1].skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        self._put(spelled(chr(code), self._font()[1]))

    def _literal(self, text: str, *, byte: bool = False) -> None:
        """Characters as stored: bytes of the font's code page, some of them stand-ins to be skipped."""
        taken = min(self._skip, len(text))
        self._skip -= taken
        text = text[taken:]
        if not text or self._groups[-1].ignored:
            return
        charset, font = self._font()
        if charset == _SYMBOL_CHARSET:
            self._flush()
            self._put("".join(symbol(0xF000 | ord(c), font) or c if ord(c) < 256 else c for c in text))
        else:
            self._bytes += text.encode("latin-1", "replace")

    def _font(self) -> tuple[int, str]:
        return self._fonts.get(self._groups[-1].font, (0, ""))

    def _flush(self) -> None:
        if not self._bytes:
            return
        codepage = _CODEPAGES.get(self._font()[0], self.codepage)
        text, self._bytes = self._bytes.decode(codepage, "replace"), bytearray()
        self._put(text)

    def _put(self, text: str) -> None:
        group = self._groups[-1]
        if group.ignored or not text:
            return
        place = self._places[-1]
        if group.kind != "fldinst" and text not in {"\n", "\t"}:
            self.seen.append(text)
        if group.kind in {"listtext", "pntext"}:
            place.label += text
        elif group.kind == "fldinst":
            place.flow.aside(text, SetAsideReason.INSTRUCTION)
        elif group.deleted or group.hidden or group.struck:
            reasons = SetAsideReason
            reason = reasons.DELETED if group.deleted else reasons.HIDDEN if group.hidden else reasons.STRUCK
            place.flow.aside(text, reason)
        elif group.raised:
            place.flow.raise_(text)
        else:
            place.flow.add(text, bold=group.bold)

    def _enter(self, group: _Group, word: str) -> None:
        """Open a destination: what follows goes to a place of its own, unless it is a piece of this one."""
        group.kind, group.ignored = word, False
        if word in {"fldinst", "listtext", "pntext"}:
            return
        group.opened, group.aside = True, _ASIDES.get(word)
        if len(self._places) > _MOST_PLACES:
            raise self._damaged(f"holds notes and boxes more than {_MOST_PLACES} deep in each other")
        place = _Destination()
        if word == "footnote":
            place.key = f"footnote-{len(self.seen)}-{sum(self._counted.values())}"
            group.raised = group.bold = False
        self._places.append(place)

    def _leave(self, group: _Group) -> None:
        place = self._places.pop()
        self._paragraph(place)
        self._end_table(place)
        outer = self._places[-1]
        if group.kind == "footnote":
            outer.flow.call(place.key)
            outer.after += self._note(place)
        elif group.kind == "shptxt":
            outer.after += place.blocks
        else:
            for block in place.blocks:
                text = f"{block.label} {block.text}".strip()
                aside = RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=block.reason or group.aside)
                if group.kind == "annotation":
                    outer.after.append(aside)
                elif text not in self._heads:
                    self._heads.add(text)
                    self._places[0].blocks.append(aside)

    def _note(self, place: _Destination) -> Iterator[RawBlock]:
        kind = "endnote" if place.key.startswith("endnote") else "footnote"
        self._counted[kind] += 1
        label = str(self._counted[kind]) if kind == "footnote" else roman(self._counted[kind]).lower()
        text = "\n".join(b.text for b in place.blocks if b.is_text)
        first = next((b for b in place.blocks if b.is_text), None)
        if first is not None and first.key:  # a mark that the author typed
            label = first.key.rpartition(":")[2].partition("#")[0]
            text = text[len(opening(label)) :].lstrip()
        reason = SetAsideReason.ENDNOTE if kind == "endnote" else None
        if text.strip():
            yield RawBlock(
                text=text.strip(), kind=BlockKind.FOOTNOTE, label=label, key=place.key, reason=reason
            )
        yield from (b for b in place.blocks if not b.is_text)

    def _paragraph(self, place: _Destination) -> None:
        """Close the paragraph under collection."""
        flow, place.flow = place.flow, TextFlow()
        label, place.label = " ".join(place.label.split()), ""
        label = "•" if len(label) == 1 and not label.isalnum() and label not in "–—-" else label
        kind, level = self._kind(place, flow, label)
        visible = bool(flow.text.strip())
        pattern = RawBlock(text="", kind=kind, level=level, label=label if visible else "")
        into = place.cell if place.in_table else place.blocks
        if visible and not place.in_table:
            self._end_table(place)
        found = flow.blocks(block=pattern, paragraphs=kind is not BlockKind.HEADING)
        self._seen_body |= len(self._places) == 1 and any(b.kind is BlockKind.PARAGRAPH for b in found)
        into += found
        into += place.after
        place.after = []

    def _kind(self, place: _Destination, flow: TextFlow, label: str) -> tuple[BlockKind, int]:
        if place.level and not place.in_table:
            return BlockKind.HEADING, place.level
        text = flow.text.strip()
        if not place.in_table and flow.bold > 0 and flow.plain == 0 and len(self._places) == 1:
            if place.centred and not label and len(text) <= _TITLE_LENGTH:
                return BlockKind.HEADING, 2 if self._seen_body else 1
            if place.kept and len(text) <= _BOLD_LENGTH and not _ENDS_SENTENCE.search(text):
                return BlockKind.HEADING, _BOLD_LEVEL
        return BlockKind.LIST_ITEM if label == "•" else BlockKind.PARAGRAPH, 0

    def _cell(self, place: _Destination, *, row: bool) -> None:
        place.in_table = True
        if not row:
            self._paragraph(place)
            place.row.append(place.cell)
            place.cell = []
        elif place.row:
            place.rows.append(place.row)
            place.row = []

    def _end_table(self, place: _Destination) -> None:
        if place.row or place.cell:
            place.rows.append([*place.row, place.cell])
            place.row, place.cell = [], []
        if place.rows:
            rows, place.rows = place.rows, []
            place.blocks += table(rows)

    def notes(self) -> Iterator[Note]:
        """What a person should know about how this document was read."""
        if self._inserted or self._deleted:
            counts = f"{self._inserted} insertions, {self._deleted} deletions"
            message = f"the document has tracked changes ({counts}); read as accepted"
            yield Note(slug="tracked-changes", message=message)


def _table(text: str, start: str) -> str:
    """A table at the head of the file, from its opening brace to the one that closes it."""
    at = text.find(start, 0, 1_000_000)
    depth = 0
    for brace in re.finditer(r"[{}]", text[at : at + _TABLE] if at >= 0 else ""):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return text[at : at + brace.end()]
    return ""


def _known(codepage: str) -> str:
    """Python's codec for a code page of Windows, empty for one it has not."""
    if codepage in {"cp936", "cp65001"}:
        return "gb18030" if codepage == "cp936" else "utf-8"
    try:
        return codecs.lookup(codepage).name
    except LookupError:
        return ""
