"""Notes that are typed at the end of a text, and the heading above notes that a format marks.

Old documents of the United Nations mark a note "1/" or "a/" and mails "[1]": the mark stands in a sentence
and opens a paragraph at the end. Such paragraphs are notes where they are the last of the text, all their
marks are called before, and a rule, a heading or a count says that a list of notes begins: one from 1, or of
several in turn. Letters count from the first one, below a rule or a heading, and are called once and in turn:
"w/", "c/o" and "and/or" are words.

Worked example. "We recall the Treaty. 1/" … "________" / "1/ Signed in 1968." gives the text "We recall
the Treaty." and the endnote 1, called by that sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from p5diff.ingest.layout.lines import TextLine
from p5diff.ingest.layout.places import Taken, letters
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.language.script import ALPHABETS, HAN
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.model.source import BlockKind

_COUNT = rf"\d{{1,2}}|[{''.join(ALPHABETS.values())}]ـ?"
_NOTE = re.compile(rf"(?:(?P<stroke>{_COUNT})/|\[(?P<square>\d{{1,2}})\])\s?(?P<words>\S.*)", re.S)
_OPENS = rf"(?:(?:{_COUNT})/|\[\d{{1,2}}\]) ?\S"
_MAYBE = re.compile(rf"^{_OPENS}", re.M)
_LAST_PARAGRAPH = re.compile(rf"\n\n{_OPENS}(?:(?!\n\n).)*\Z", re.S)
_MANY = 99
"""Notes that figures of two digits count. Digits of several scripts mixed could mark tens of thousands,
each of which would be looked for in each paragraph."""
_NOTES = (SetAsideReason.FOOTNOTE, SetAsideReason.ENDNOTE)


def may_hold_notes(text: str, *, stored: bool) -> bool:
    """Whether a line of a text opens as a typed note does: a quick look before a thorough one. In stored form
    (`stored`) the last paragraph must: its other lines are sentences of one text."""
    if stored:
        return _LAST_PARAGRAPH.search(text, max(0, text.rfind("\n\n"))) is not None
    return _MAYBE.search(text) is not None


def notes_last(lines: list[TextLine]) -> list[TextLine]:
    """The lines with the notes at the feet of pages moved behind the text, so that they cut no sentence.

    They stand between a typed rule and the end of a page; each paragraph there is a note that the text calls.
    """
    starts = [i for i, line in enumerate(lines) if line.torn]
    feet: list[range] = []
    for start, end in pairwise([*starts, len(lines)]):
        block = lines[start:end]
        opened = [_NOTE.fullmatch(line.text) for line in block if line.blanks or line is block[0]]
        if lines[start].ruled and all(opened):
            feet.append(range(start, end))
    moved = {i for foot in feet for i in foot}
    marks = [_mark(match) for i in sorted(moved) if (match := _NOTE.fullmatch(lines[i].text))]
    text = " ".join(line.text for i, line in enumerate(lines) if i not in moved)
    if (
        len(marks) > _MANY
        or any(map(_is_letter, marks))
        or not all(_call(mark).search(text) for mark in marks)
    ):
        return lines
    behind = [
        lines[i]._replace(blanks=1, torn=False) if i == foot.start else lines[i]
        for foot in feet
        for i in foot
    ]
    return [*(line for i, line in enumerate(lines) if i not in moved), *behind]


def without_notes(
    pieces: list[UnwrappedParagraph], taken: list[Taken], *, language: Language
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The paragraphs without typed notes, their marks and the heading above notes; those set aside."""
    first = _first_note(pieces, taken, language)
    if first < len(pieces):
        pieces, taken = _parted(pieces, taken, first)
    last = pieces[-1] if pieces else None
    noted = any(one.before == len(pieces) and one.item.reason in _NOTES for one in taken)
    if last is None or not noted or len(pieces) < 2 or not is_notes_heading(last.text, language):
        return pieces, taken
    heading = Taken(len(pieces) - 1, _set_aside(last, last.text, SetAsideReason.LABEL))
    at = next(i for i, one in enumerate(taken) if one.before == len(pieces))
    moved = [one._replace(before=min(one.before, len(pieces) - 1)) for one in taken]
    return pieces[:-1], [*moved[:at], heading, *moved[at:]]


@cache
def _headings(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{language.NOTE_HEADINGS})\s?[:：.]?", re.IGNORECASE)


def is_notes_heading(text: str, language: Language) -> bool:
    """Whether a line is the heading of a list of notes and nothing else."""
    return _headings(language).fullmatch(text.strip()) is not None


def _first_note(pieces: Sequence[UnwrappedParagraph], taken: Sequence[Taken], language: Language) -> int:
    """The first of the typed notes at the end; the number of paragraphs where there are none."""
    none = first = len(pieces)
    marks: list[str] = []
    while first > 0 and len(marks) <= _MANY and pieces[first - 1].kind is BlockKind.LINES:
        match = _NOTE.fullmatch(pieces[first - 1].text)
        if match is None:
            break
        marks.insert(0, _mark(match))
        first -= 1
    if not 0 < len(marks) <= _MANY or len(set(marks)) < len(marks) or first == 0:
        return none
    ruled = any(one.before == first and one.item.reason is SetAsideReason.RULE for one in taken)
    headed = is_notes_heading(pieces[first - 1].text, language)
    text = "\n".join(piece.text for piece in pieces[:first])
    calls = [match.start() for mark in marks if (match := _call(mark).search(text))]
    if any(map(_is_letter, marks)):
        begins = (ruled or headed) and calls == sorted(calls) and _counts_letters(marks)
    else:
        begins = ruled or headed or _counts(marks)
    return first if begins and len(calls) == len(marks) else none


def _is_letter(mark: str) -> bool:
    return mark[0].isalpha()


def _counts(marks: Sequence[str]) -> bool:
    """Whether figures are in turn: one from 1, or several."""
    numbers = [int(mark.strip("[]/")) for mark in marks]
    in_turn = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return in_turn and (numbers[0] == 1 or len(numbers) > 1)


def _counts_letters(marks: Sequence[str]) -> bool:
    """Whether letters are the first of an alphabet, in turn."""
    run = "".join(mark.rstrip("/ـ") for mark in marks)
    return any(alphabet.startswith(run) for alphabet in ALPHABETS.values())


def _mark(match: re.Match[str]) -> str:
    return f"{match['stroke']}/" if match["stroke"] else f"[{match['square']}]"


@cache
def _call(mark: str) -> re.Pattern[str]:
    """The mark in a sentence: a figure with a stroke stands apart from words and other figures."""
    if mark.startswith("["):
        return re.compile(rf" ?{re.escape(mark)}")
    return re.compile(
        rf"(?: |(?<=[.,;:)”»،؛。，；、）{HAN}]))(?<![\d/]){re.escape(mark)}(?=[\s.,;:)”»،؛。，；、{HAN}]|$)"
    )


def _parted(
    pieces: Sequence[UnwrappedParagraph], taken: Sequence[Taken], first: int
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The paragraphs up to the first note without the marks of notes; marks and notes set aside."""
    notes: list[Taken] = []
    marks: list[str] = []
    for piece in pieces[first:]:
        match = _NOTE.fullmatch(piece.text)
        assert match is not None
        marks.append(_mark(match))
        item = _set_aside(piece, match["words"], SetAsideReason.ENDNOTE)
        label = SetAside(
            text=item.text,
            reason=item.reason,
            page=item.page,
            offset=item.offset,
            label=marks[-1],
            place=f"{item.reason.value} {marks[-1].strip('[]/')}",
        )
        notes.append(Taken(first, label, f"typed-end:{marks[-1]}"))
    kept: list[UnwrappedParagraph] = []
    waiting = list(taken)
    found: list[Taken] = []
    once: set[str] = set()
    for index, whole in enumerate(pieces[:first]):
        piece = whole
        while waiting and waiting[0].before <= index:
            found.append(waiting.pop(0))
        for mark in [mark for mark in marks if mark not in once]:
            while (match := _call(mark).search(piece.text)) and match.group().strip() != piece.text.strip():
                piece = _without(piece, match, f"typed-end:{mark}")
                found.append(Taken(index, _set_aside(piece, mark, SetAsideReason.NOTE_MARK)))
                if _is_letter(mark):
                    once.add(mark)
                    break
        kept.append(piece)
    rest = [one._replace(before=min(one.before, first)) for one in waiting]
    return kept, [*found, *rest, *notes]


def _without(piece: UnwrappedParagraph, match: re.Match[str], key: str) -> UnwrappedParagraph:
    """The paragraph without a mark, and with a call where it stood."""
    at, gone = match.start(), len(match.group())
    place, size = letters(piece.text[:at]), letters(match.group())
    calls = tuple((k, n - size if n > place else n) for k, n in piece.calls)
    return piece._replace(
        text=piece.text[:at] + piece.text[match.end() :],
        starts=tuple(start - gone if start > at else start for start in piece.starts),
        calls=tuple(sorted((*calls, (key, place)), key=lambda call: call[1])),
    )


def _set_aside(piece: UnwrappedParagraph, text: str, reason: SetAsideReason) -> SetAside:
    line = piece.lines[0] if piece.lines else None
    return SetAside(
        text=" ".join(text.split()),
        reason=reason,
        page=line.page if line else 0,
        offset=line.start if line else -1,
    )
