"""The text of one paragraph while a reader walks it, with what is set aside in it.

Every reader of a marked-up format feeds a `TextFlow` and takes blocks out of it, so that raised
characters, note marks, struck words and line breaks come out alike, whatever the file was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from p5diff.ingest.readers.raised import Kind, kind, mark_of, opening, raised
from p5diff.ingest.sandbox.unfolding import extent
from p5diff.language import LANGUAGES
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, NoteCall, RawBlock
from p5diff.text.characters import BULLETS, has_figure
from p5diff.text.roles import is_office

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode, which no text may hold: they hold the place of a note's mark."""
_CALL = re.compile(f"{_OPEN}(\\d{{1,7}}){_CLOSE}")
_BEFORE_STOP = re.compile(f"(?: |(?<!{_CLOSE}))(?:{_OPEN}\\d++{_CLOSE})++ ?(?=[,.;:!?，。；：！？、)])")
"""Marks of notes before a stop, with the spaces around them; looked for from the first of several on, and
never from each of them again."""
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_SPACES = re.compile("[ \t\r\f\v]{2,}|[\t\r\f\v]")
_TYPED = "typed:"
"""Prefix of the key of a note that is marked by raised characters alone."""
_RAISED_AT_FIGURE = re.compile(r"(?<!\d)(?!10(?!\d))\d{1,9}(?P<mark>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})(?![⁰¹²³⁴-⁹])")
"""A figure with a raised one that no unit explains; ten is what powers are taken of."""
_LIST_LEAD = re.compile("[:：]\\s*$")
_SENTENCE_END = re.compile('[.!?…。！？；;:：؛؟][’”"»)）\\]」』]*$')
ITEM_END = re.compile("[;；؛]\\s*(?:and|or|et|ou|y|o|и|или|و|أو|以及|和|或)?$", re.IGNORECASE)
"""The end of an item of a list that another one follows."""
_INDENT = re.compile("^(?:\u3000{1,4}|[\u00a0 \t]{4,})")
_LABEL = re.compile(
    rf"^[\s\u00a0]*(?:[{BULLETS}–—*‐-]\s|[(（]?(?:\d{{1,3}}|[A-Za-zа-яА-Яء-ي]|[ivxIVX]{{1,6}})[.)）]"
    r"(?:\s|(?<=[)）]))|[(（]?[一二三四五六七八九十]{1,3}[)）、.])"
)
_REACH = 200
"""Characters before a raised piece that are looked at: units, figures and abbreviations have some dozen."""
_WRAPPED = 50
"""A line this long may be cut by its width; a shorter one is a line because its author said so."""
_NAME_WORDS, _HAN_NAME = 5, 12
"""Words, and characters in Chinese, of the longest name that stands above or below an office."""
_HAN_WRAPPED = 20
"""Characters: a shorter last line of several is no wrapped text, in a script of wide characters."""


@dataclass(slots=True)
class TextFlow:
    """Text under collection. `bold` and `plain` count letters by weight; `mark` is the raised mark
    that the paragraph opens with (a typed note), without which a paragraph is no note."""

    parts: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    asides: list[tuple[str, SetAsideReason]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    """Elements anchored in the paragraph, to be read after it."""
    bold: int = 0
    plain: int = 0
    linked: int = 0
    """Letters that are links."""
    mark: str = ""
    up: str = ""
    """Raised characters that more may follow: a sign and its figure often stand apart."""
    tail: str = ""
    """The last characters of the text, which tell what raised ones after them are: the whole of a long
    paragraph for each of them would take time with the square of its length."""
    spoken: bool = False
    """Whether anything but white space was added."""

    @property
    def text(self) -> str:
        """What was read so far, without the places of notes."""
        self._settle_raised()
        return _CALL.sub("", "".join(self.parts))

    @property
    def is_blank(self) -> bool:
        """Whether there is no text yet but white space and the places of notes."""
        self._settle_raised()
        return not self.spoken

    def add(self, text: str, *, bold: bool | None = False) -> None:
        """Add text as it stands; `bold` None counts for neither weight."""
        if not text:
            return
        self._settle_raised()
        self._append(text.replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd"))
        letters = len("".join(text.split()))
        self.bold += letters if bold else 0
        self.plain += letters if bold is False else 0

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.tail = (self.tail + text[-_REACH:])[-_REACH:]
        self.spoken = self.spoken or not (not text or text.isspace())

    def call(self, key: str, mark: str = "") -> None:
        """A note is called here; `mark` is the mark that stood in the source, if one did."""
        self._settle_raised()
        self.keys.append(key)
        self.parts.append(f"{_OPEN}{len(self.keys) - 1}{_CLOSE}")
        if mark.strip():
            self.asides.append((mark.strip(), SetAsideReason.NOTE_MARK))

    def raise_(self, text: str) -> None:
        """Add raised characters: a power, the end of a word, or the mark of a note."""
        self.up += text

    def _settle_raised(self) -> None:
        text, self.up = self.up, ""
        if not text:
            return
        before = self.tail if not self.spoken or self.tail.strip() else f".{self.tail}"
        what = kind(before, text)
        if what is not Kind.NOTE or not text.strip():
            self._append(raised(before, text))
            self.plain += len(text.strip())
        elif self.spoken:
            space = text[len(text.rstrip()) :]
            self.call(_TYPED + mark_of(text), text)
            self._append(space)
        else:
            self.mark = mark_of(text)

    def aside(self, text: str, reason: SetAsideReason) -> None:
        """Set a piece of the paragraph aside."""
        if not text.strip():
            return
        if self.asides and self.asides[-1][1] is reason and self.parts and self.parts[-1] == "":
            self.asides[-1] = (self.asides[-1][0] + text, reason)
        else:
            self.asides.append((text, reason))
        self.parts.append("")  # marks that nothing stood between this piece and the next

    def blocks(
        self, *, paragraphs: bool = True, block: RawBlock | None = None, soft: bool = False
    ) -> list[RawBlock]:
        """The paragraph as blocks, then what was set aside in it.

        `block` is the pattern of its blocks (kind, level, label …): the label goes to the first.
        Without `paragraphs` line breaks mean nothing; with it, those that part items or paragraphs do.
        `soft` says that ends of lines mean nothing, and a vertical tab is a break of the author's.
        """
        pattern = block or RawBlock(text="")
        self._settle_raised()
        whole = "".join(self.parts)
        lines = whole.split("\v" if soft else "\n")
        groups = part_lines(lines) if paragraphs else [lines]
        found: list[RawBlock] = []
        for group in groups:
            inner = "\n".join(group).split("\n")
            text, calls = self._settled("\n".join(line.strip(" \t\u00a0\u3000") for line in inner))
            if text.strip():
                found.append(replace(pattern, text=text, calls=calls))
                pattern = replace(pattern, label="")
        if self.mark and found:
            found[0] = self._with_mark(found[0], spaced=whole[:1].isspace())
        asides = [
            RawBlock(text=" ".join(text.split()), kind=BlockKind.SET_ASIDE, reason=reason)
            for text, reason in self.asides
        ]
        counted = extent().block
        return [counted(made) for made in (*found, *(aside for aside in asides if aside.text))]

    def _with_mark(self, block: RawBlock, *, spaced: bool) -> RawBlock:
        """The paragraph with the raised mark that it opens with, until a call makes a note of it."""
        shown = opening(self.mark) + (" " if spaced else "")
        calls = tuple(NoteCall(call.key, call.at + len(shown)) for call in block.calls)
        key = _TYPED + self.mark if block.kind is BlockKind.PARAGRAPH and not block.label else ""
        return replace(block, text=shown + block.text, calls=calls, key=key)

    def _settled(self, text: str) -> tuple[str, tuple[NoteCall, ...]]:
        """Text without the places of note marks, and those places; two words stay two."""
        text = _SPACES.sub(" ", text).strip(" ")
        text = _BEFORE_STOP.sub(lambda match: match.group().strip(), text)
        calls: list[NoteCall] = []
        out: list[str] = []
        size, at, last = 0, 0, ""  # what is out so far, and what its end is
        for match in _CALL.finditer(text):
            if piece := text[at : match.start()]:
                out.append(piece)
                size, last = size + len(piece), piece if piece.strip(" ") else last + piece
            at = match.end()
            following = text[at : at + 1]
            if last.endswith(" ") and following == " ":
                at += 1
            elif last[-1:].isalpha() and following.isalpha() and not re.match(f"[{_HAN}]", following):
                calls.append(NoteCall(self.keys[int(match[1])], size))
                out.append(" ")
                size, last = size + 1, f"{last[-1:]} "
                continue
            calls.append(NoteCall(self.keys[int(match[1])], size - len(last) + len(last.rstrip(" "))))
        return "".join(out) + text[at:], tuple(calls)


def is_labelled(text: str) -> bool:
    """Whether a paragraph begins with a label of its own: "(a)", "4.", "•".

    >>> is_labelled("(a) report;"), is_labelled("report;")
    (True, False)
    """
    return _LABEL.match(text) is not None


def part_lines(lines: Sequence[str]) -> list[list[str]]:
    """Lines that the source breaks itself, as paragraphs of lines.

    An empty line, an indent, a label, the end of a sentence or of an item parts paragraphs, and
    so does each line of a list that a colon opens. What may be one sentence cut by the width of
    its column stays together.
    """
    groups: list[list[str]] = [[]]
    listed = False
    width = _width(lines)
    spoken = [_CALL.sub("", line).strip() for line in lines if line.strip()]
    several = len(spoken) > 2 or (len(spoken) == 2 and _signs(*spoken))
    for line in lines:
        if not line.strip():
            groups.append([])
            listed = False
            continue
        last = groups[-1][-1] if groups[-1] else ""
        if last and (listed or _parts(last, line, several, width)):
            groups.append([])
        groups[-1].append(line)
        listed = bool(_LIST_LEAD.search(_CALL.sub("", line))) or (listed and len(line) < 4 * _WRAPPED)
    return [group for group in groups if group]


def _signs(first: str, second: str) -> bool:
    """Whether two lines are the name and the office of one who signs, in either order."""
    return any(
        _is_name(name)
        and len(office) < _WRAPPED
        and any(is_office(office, one) for one in LANGUAGES.values())
        for name, office in ((first, second), (second, first))
    )


def _is_name(line: str) -> bool:
    """Whether a line may be a name: few words, no stop, no small letter at the beginning of a long word."""
    words = line.rstrip(",，،").split()
    if re.search(f"[{_HAN}]", line):
        return len(line) <= _HAN_NAME and re.search(r"[，。；：、]", line) is None
    long = [word for word in words if len(word) > 3]
    named = 1 < len(words) <= _NAME_WORDS and not any(
        word[0].islower() for word in (words[0], words[-1], *long)
    )
    return named and not _SENTENCE_END.search(line) and not has_figure(line)


def _width(lines: Sequence[str]) -> int:
    """The width that lines were cut to, 0 where nothing says that they were cut."""
    filled = [_CALL.sub("", line).strip() for line in lines if line.strip()][:-1]
    inner = [line for line in filled if len(line) >= _WRAPPED - 10 and not _SENTENCE_END.search(line)]
    return max(map(len, inner)) if len(filled) > 2 and len(inner) * 2 > len(filled) else 0


def _parts(last: str, line: str, several: bool, width: int) -> bool:
    if _INDENT.match(line) or _LABEL.match(_CALL.sub("", line)):
        return True
    last = _CALL.sub("", last).rstrip()
    first = line.strip()[:1]
    if ITEM_END.search(last.rstrip()):
        return True
    if _SENTENCE_END.search(last) and len(last) <= 0.8 * width:
        return True
    if _SENTENCE_END.search(last) and not width:
        return (len(last) > _WRAPPED + 10 or not first.islower()) and not _abbreviated(last)
    wide = re.search(f"[{_HAN}]", last) is not None
    return several and not width and not first.islower() and len(last) < (_HAN_WRAPPED if wide else _WRAPPED)


def _abbreviated(last: str) -> bool:
    """Whether the line ends with the full stop of a short word ("Mr.", "No.")."""
    return re.search(r"(?:^|[\s(])[^\W\d_]{1,3}\.$", last) is not None


def settle_marks(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Paragraphs that open with a raised mark become notes where the text before calls them (each
    table may have its own note a); calls of notes that the source does not hold are dropped, their
    marks being set aside already."""
    turn: dict[str, int] = {}
    waiting: set[str] = set()
    found: list[RawBlock] = []
    for block in _with_calls_at_figures(blocks):
        calls = tuple(NoteCall(_in_turn(call.key, turn), call.at) for call in block.calls)
        key = _in_turn(block.key, turn)
        if not block.key.startswith(_TYPED) or block.kind is BlockKind.FOOTNOTE:
            found.append(replace(block, calls=calls))
        elif key in waiting:
            found.append(_note(replace(block, key=key, calls=calls)))
            turn[block.key] = turn.get(block.key, 0) + 1
            waiting.discard(key)
        else:  # nothing calls it: a paragraph that opens with a raised figure
            found.append(replace(block, key="", calls=calls))
        waiting |= {call.key for call in calls} if block.is_text else set()
    notes = {block.key for block in found if block.kind is BlockKind.FOOTNOTE}
    return [
        replace(b, calls=tuple(call for call in b.calls if call.key in notes)) if b.calls else b
        for b in found
    ]


def _with_calls_at_figures(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks with calls of notes in place of raised figures that had looked like powers: where a note
    that nothing calls opens with the mark that stands at one figure, and at no other ("64²项", "² 其中…")."""
    called = {call.key for block in blocks for call in block.calls}
    uncalled = [
        block.key
        for block in blocks
        if block.key.startswith(_TYPED) and block.key not in called and block.key[len(_TYPED) :].isdecimal()
    ]
    if not uncalled:
        return list(blocks)
    places: dict[str, list[tuple[int, int, int]]] = {}
    for at, block in enumerate(blocks):
        for match in _RAISED_AT_FIGURE.finditer(block.text) if block.is_text else ():
            places.setdefault(_TYPED + mark_of(match["mark"]), []).append((at, *match.span("mark")))
    found: dict[int, list[tuple[int, int, str]]] = {}
    for key in uncalled:
        number = int(key[len(_TYPED) :])
        in_order = number == 1 or f"{_TYPED}{number - 1}" in called  # the notes of a list are called in turn
        if in_order and len(places.get(key, ())) == 1:
            at, start, end = places[key][0]
            found.setdefault(at, []).append((start, end, key))
            called.add(key)
    return [part for at, block in enumerate(blocks) for part in _called(block, found.get(at, ()))]


def _called(block: RawBlock, found: Sequence[tuple[int, int, str]]) -> list[RawBlock]:
    """The block with calls at some places (start, end, key), and the marks that stood there."""
    made = block
    for start, end, key in sorted(found, reverse=True):
        made = _called_at(made, start, end, key)
    marks = [key[len(_TYPED) :] for _, _, key in sorted(found)]
    aside = RawBlock(text="", kind=BlockKind.SET_ASIDE, reason=SetAsideReason.NOTE_MARK)
    return [made, *(replace(aside, text=mark) for mark in marks)]


def _called_at(block: RawBlock, start: int, end: int, key: str) -> RawBlock:
    """The block without the characters from `start` to `end`, and a call there."""
    moved = (NoteCall(c.key, c.at - (end - start) if c.at >= end else c.at) for c in block.calls)
    calls = sorted((*moved, NoteCall(key, start)), key=lambda call: call.at)
    return replace(block, text=block.text[:start] + block.text[end:], calls=tuple(calls))


def _in_turn(key: str, turn: dict[str, int]) -> str:
    """The key of a typed mark, told from the same mark of an earlier note."""
    return f"{key}#{turn.get(key, 0) + 1}" if key.startswith(_TYPED) else key


def _note(block: RawBlock) -> RawBlock:
    """The note that a paragraph with a raised mark at its beginning is."""
    mark = block.key.removeprefix(_TYPED).partition("#")[0]
    text = block.text[len(opening(mark)) :]
    lead = len(block.text) - len(text.lstrip())
    calls = tuple(NoteCall(call.key, call.at - lead) for call in block.calls)
    return replace(block, kind=BlockKind.FOOTNOTE, label=mark, text=text.lstrip(), calls=calls)
