"""Footnotes and endnotes: found below the text, set aside, and called from where their marks stand.

A superscript is a note's mark only where the page (or the end of the document) has a note that bears
it; any other stays a superscript: 10⁶ is not 106, and km² keeps its 2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from p5diff.ingest.readers.pdf.lines import HAN_START, PageLine
from p5diff.ingest.readers.pdf.measures import PageMeasures
from p5diff.ingest.readers.pdf.paragraphs import LineGroup
from p5diff.ingest.readers.pdf.spelling import MARK, MARK_CLOSE, MARK_OPEN
from p5diff.ingest.readers.pdf.tags import NodeKind
from p5diff.model.source import NoteCall

CALL_OPEN, CALL_CLOSE = "\ufdec", "\ufded"
"""Noncharacters around the key of a note in the text that calls it, until the text is joined."""
_CALL = re.compile(f" ?{CALL_OPEN}([^{CALL_CLOSE}]*){CALL_CLOSE} ?")
_NOTE_START = re.compile(
    rf"(?:{MARK_OPEN}\s?(?P<raised>[^{MARK_OPEN}{MARK_CLOSE}]{{1,9}}?)\s?{MARK_CLOSE}"
    r"|(?P<old>[1-9]\d{0,2}|[a-z]{1,2}|[*†‡]{1,3})\s?/(?=\s|[A-ZÀ-ÞА-Я“\"«])"
    r"|(?P<plain>(?:[1-9]\d{0,2}|[*†‡]{1,3})[.)]?(?=\s|[^\d\s.,/])|[a-z](?:[.)](?=\s)|(?=\s+[A-ZÀ-ÞА-Я“\"«]))))"
    r"\s{0,3}[.)]?\s{0,3}"
)
_OLD_CALL = r"(?<=[\s,.;:)\]”’\"'»\w])\s?(?<!\d)({labels})/(?=[\s,.;:)\]”’\"'»]|$)"
_STAR_CALL = re.compile(r"(?<=[^\s*])(\*{1,3})(?=[\s,.;:)\]”’»]|$)")
_SMALLER = 0.93
"""Of the text's type size: notes are set at least so much smaller, and scans vary by less."""
_MARK_SIZE = 0.75
"""Of the text's type size: the mark before a note is smaller than the note itself."""
_RAISED = 0.8
"""Of the type size: a mark that is higher above a line belongs to the line above."""
_TOUCH = 1.0
"""Points by which the boxes of a mark and its note may overlap."""
_MARK_ALONE = re.compile(r"\d{1,3}|[*†‡]{1,3}")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdmµμ]?m|км|см|мм|м|كم|م|公里|米|ft|in|s|с|sec)$")
_POWER = re.compile(r"(?<![\d.,])10$")
_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_EXPONENT = re.compile(r"[-+−]?[\d()+=−-]+|n")
_HYPHEN_END = re.compile(r"[\u00ad\ufffe\u0002\u2010-]$")
"""A line that a word or an address goes on from: what follows is no mark."""
_ENDS_SENTENCE = re.compile(r"[.!?。！？؟)»”\"]\s*$")
_LONGEST_TITLE = 40
"""Characters of a title over the notes ("Notes", "References"); a sentence is longer."""


@dataclass(slots=True)
class NoteLines:
    """The lines of one note, with its printed mark and a key of its own."""

    label: str
    key: str
    lines: list[PageLine] = field(default_factory=list)


def wrapped_marks(page: list[PageLine], measures: PageMeasures) -> list[PageLine]:
    """A footnote mark that did not fit on its line stands alone on the next: put it back."""
    lines: list[PageLine] = []
    for line, following in zip_longest(page, page[1:]):
        small = not line.row and line.size < _MARK_SIZE * measures.size and _MARK_ALONE.fullmatch(line.text)
        if small and following and _stands_before(line, following):
            following.text = f"{MARK_OPEN}{line.text}{MARK_CLOSE} {following.text}"
        elif small and lines and lines[-1].column == line.column and lines[-1].size > line.size:
            lines[-1].text += f"{MARK_OPEN}{line.text}{MARK_CLOSE}"
        else:
            lines.append(line)
    return lines


def _stands_before(mark: PageLine, line: PageLine) -> bool:
    """Whether a mark stands at the beginning of a note, raised so much that it is a line of its own."""
    beside = mark.right < line.left + _TOUCH if not line.rtl else mark.left > line.right - _TOUCH
    return mark.place == line.place and beside and 0 <= mark.base - line.base < _RAISED * line.size


def split_notes(
    pages: Sequence[list[PageLine]], rules: Mapping[int, Sequence[float]], measures: PageMeasures
) -> tuple[list[list[PageLine]], list[NoteLines]]:
    """Set apart the notes at the foot of each column: below a typed rule, or small and marked.

    `rules` are the heights of each page's typed rules.
    """
    body: list[list[PageLine]] = []
    notes: list[NoteLines] = []
    tagged = any(_is_note(line) for page in pages for line in page)
    for page in pages:
        if tagged:  # the file says what its notes are
            body.append([line for line in page if not _is_note(line)])
            _add_tagged(notes, [line for line in page if _is_note(line)])
            continue
        foot: list[PageLine] = []
        for column in sorted({line.column for line in page}):
            own = [line for line in page if line.column == column]
            foot += (
                _below_rule(own, rules.get(own[0].page, ()), measures)
                or _foot(own, page, measures)
                or _called_foot(own, measures)
            )
        kept = {id(line) for line in foot}
        body.append([line for line in page if id(line) not in kept])
        _add_notes(notes, foot)
    return body, notes


def _below_rule(lines: list[PageLine], rules: Sequence[float], measures: PageMeasures) -> list[PageLine]:
    """The lines below the lowest typed rule that has notes under it: small ones, or ones that bear
    a raised or old-style mark ("1/")."""
    for height in sorted(rules):
        below = [line for line in lines if line.base < height]
        if not below:
            continue
        if all(line.size < _SMALLER * measures.size for line in below):
            return below
        match = _NOTE_START.match(below[0].text)
        if match and (match["raised"] or match["old"] or match[0].startswith("*")):
            return below
    return []


def _foot(lines: list[PageLine], page: list[PageLine], measures: PageMeasures) -> list[PageLine]:
    """The last lines of a column that are small, bear a mark, and have no text below them."""
    start = len(lines)
    while start > 0 and lines[start - 1].size < _SMALLER * measures.size:
        start -= 1
    while start < len(lines) and not _NOTE_START.match(lines[start].text):
        start += 1
    foot = lines[start:]
    below = (o for o in page if foot and o.size >= _SMALLER * measures.size and o.base < foot[0].base)
    return [] if any(_above_one_another(foot[0], other) for other in below) else foot


def _called_foot(lines: list[PageLine], measures: PageMeasures) -> list[PageLine]:
    """The last lines of a column that are as large as the text, where a gap parts them from it and they begin
    with raised marks that the text above them holds."""
    start = len(lines)
    for at in range(len(lines) - 1, 0, -1):
        gapped = lines[at - 1].base - lines[at].base > measures.least_gap(lines[at])
        if _raised_label(lines[at]) and (gapped or start < len(lines)):
            start = at
        elif gapped:
            break
    if start == len(lines) or lines[start - 1].base - lines[start].base <= measures.least_gap(lines[start]):
        return []
    called = {label for line in lines[:start] for mark in _amid(line.text) for label in _labels(mark)}
    marks = {label for line in lines[start:] for label in _labels(_raised_label(line))}
    return lines[start:] if marks <= called else []


def _raised_label(line: PageLine) -> str:
    """The raised mark that a line begins with, or nothing."""
    match = _NOTE_START.match(line.text)
    return (match["raised"] or "") if match else ""


def _amid(text: str) -> list[str]:
    """The raised marks of a line but the one that it begins with."""
    return [mark[1] for mark in MARK.finditer(text) if mark.start() > 0]


def _above_one_another(one: PageLine, other: PageLine) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _is_note(line: PageLine) -> bool:
    return line.node is not None and line.node.kind is NodeKind.NOTE


def _add_tagged(notes: list[NoteLines], lines: Sequence[PageLine]) -> None:
    """The same for the notes of a tagged file, each an element."""
    for line in lines:
        last = notes[-1].lines[-1] if notes else None
        within = last and last.node and line.node and last.node.root is line.node.root
        match = _NOTE_START.match(line.text)
        if within and not (match and (match["raised"] or match["old"])):  # Word puts a page's notes into one
            notes[-1].lines.append(line)
            continue
        label = (match["raised"] or match["old"] or match["plain"]).strip(" .()") if match else ""
        notes.append(NoteLines(label, f"p{line.page}-{label or 'note'}-{len(notes)}", [line]))


def _add_notes(notes: list[NoteLines], foot: list[PageLine]) -> None:
    """Part the lines into notes; lines before the first mark go on with the note of the page before."""
    last: PageLine | None = None
    for line in foot:
        match = _begins_note(last, line, notes[-1].label if notes else "")
        if match or not notes:
            label = (match["raised"] or match["old"] or match["plain"]).strip(" .()") if match else ""
            notes.append(NoteLines(label, f"p{line.page}-{label or 'note'}-{len(notes)}"))
        notes[-1].lines.append(line)
        last = line


def _begins_note(last: PageLine | None, line: PageLine, label: str) -> re.Match[str] | None:
    """The mark of a note that begins with this line, or None where the note before goes on."""
    match = _NOTE_START.match(line.text)
    if not match or match["raised"] or last is None:
        return match
    if _HYPHEN_END.search(last.text):
        return None
    if match["old"]:
        return match
    number = match["plain"]
    if number.isdigit() and label.isdigit() and not int(label) < int(number) <= int(label) + 3:
        return None
    gap = last.base - line.base > 1.3 * line.size
    return match if gap or _ENDS_SENTENCE.search(last.text) else None


def end_notes(groups: list[LineGroup]) -> tuple[list[LineGroup], list[NoteLines]]:
    """Numbered paragraphs at the very end that superscripts of the text call: the other groups, and
    the notes. A line of title above them goes with the first.

    Every note must be called, the first call of all must be among them, and they may not go on with
    the numbers of the paragraphs before.
    """
    called = {
        label
        for group in groups
        for line in group.lines
        for mark in MARK.finditer(line.text)
        if mark.start() > 0
        for label in _labels(mark[1])
        if label.isdigit()
    }
    start = len(groups)
    while start > 0 and (number := _note_number(groups[start - 1])) in called and number:
        start -= 1
    numbers = [int(_note_number(group)) for group in groups[start:]]
    if not numbers or numbers[0] != min(map(int, called)):
        return groups, []
    if any(b != a + 1 for a, b in pairwise(numbers)):
        return groups, []
    if start and _note_number(groups[start - 1]) == str(numbers[0] - 1):
        return groups, []
    notes = [
        NoteLines(str(n), f"end-{n}", group.lines) for n, group in zip(numbers, groups[start:], strict=True)
    ]
    return groups[:start], notes


def _note_number(group: LineGroup) -> str:
    match = _NOTE_START.match(group.lines[0].text)
    label = (match["raised"] or match["old"] or match["plain"]).strip(" .()") if match else ""
    return label if label.isdigit() else ""


def _labels(mark: str) -> list[str]:
    """The labels in one raised mark: "1, 2" are two."""
    return [part for part in re.split(r"[\s,;]+", mark.strip(" .()[]")) if part]


def resolve(groups: Sequence[LineGroup], notes: Sequence[NoteLines]) -> None:
    """Turn the marks of the groups' lines into calls of notes; others become plain superscripts.

    A mark calls the note of its own page that bears it, else the next one: a note may not have found
    room on its page, and notes at the end are called from anywhere. An old-style mark ("1/") that only one
    note of the document bears calls that one from later pages as well.
    """
    keys: dict[int, dict[str, str]] = {}
    old: dict[int, set[str]] = {}
    single = _single_old(notes)
    for note in notes:
        page = note.lines[0].page
        keys.setdefault(page, {}).setdefault(note.label, note.key)
        if _is_old(note):
            old.setdefault(page, set()).add(note.label)
    for group in groups:
        for line in group.lines:
            later = {
                label: key
                for page in sorted(keys, reverse=True)
                if page > line.page
                for label, key in keys[page].items()
            }
            before = {label: key for label, (page, key) in single.items() if page < line.page}
            here = keys.get(line.page, {})
            marks = before | {label: here[label] for label in old.get(line.page, ())}
            line.text = _resolved(line.text, here, later, marks)


def _is_old(note: NoteLines) -> bool:
    match = _NOTE_START.match(note.lines[0].text)
    return bool(match and match["old"])


def _single_old(notes: Sequence[NoteLines]) -> dict[str, tuple[int, str]]:
    """The old-style labels that one note alone bears → its page and key."""
    counts = Counter(note.label for note in notes)
    return {
        note.label: (note.lines[0].page, note.key)
        for note in notes
        if _is_old(note) and counts[note.label] == 1
    }


def _resolved(text: str, here: Mapping[str, str], later: Mapping[str, str], old: Mapping[str, str]) -> str:
    """A line's text with its marks told apart; `here` and `later` are the notes of its page and of
    the pages after, `old` those called as "1/" here; each label → key."""
    known = {**later, **here}

    def raised(match: re.Match[str]) -> str:
        labels = _labels(match[1])
        before = text[: match.start()].rstrip()
        power = bool(_POWER.search(before)) and not all(label in here for label in labels)
        exponent = power or (bool(_UNIT.search(before)) and match[1].strip() in {"2", "3"})
        if labels and not exponent and all(label in known for label in labels):
            return "".join(f"{CALL_OPEN}{known[label]}{CALL_CLOSE}" for label in labels)
        mark = match[1]
        return mark.translate(_SUPERSCRIPTS) if _EXPONENT.fullmatch(mark.strip()) else mark

    result = MARK.sub(raised, text)
    if old:
        pattern = _OLD_CALL.format(labels="|".join(re.escape(label) for label in sorted(old)))
        result = re.sub(pattern, lambda m: f"{CALL_OPEN}{old[m[1]]}{CALL_CLOSE}", result)
    if any(label.startswith("*") for label in known):
        result = _STAR_CALL.sub(
            lambda m: f"{CALL_OPEN}{known[m[1]]}{CALL_CLOSE}" if m[1] in known else m[0], result
        )
    return result


def without_calls(text: str) -> tuple[str, tuple[NoteCall, ...]]:
    """A joined text without the calls in it, and where they stood. No two words are joined by it."""
    parts: list[str] = []
    calls: list[NoteCall] = []
    position = length = 0
    for match in _CALL.finditer(text):
        before, after = text[position : match.start()], text[match.end() : match.end() + 1]
        parts.append(before)
        length += len(before)
        calls.append(NoteCall(match[1], length))
        if _wants_space(before or "".join(parts)[-1:], after):
            parts.append(" ")
            length += 1
        position = match.end()
    parts.append(text[position:])
    return "".join(parts), tuple(calls)


def _wants_space(before: str, after: str) -> bool:
    """Whether a space stands where a mark was: before a word or an opening sign, not between Han."""
    if not before or not after or after == CALL_OPEN or before.endswith(" "):
        return False
    if HAN_START.match(after) and not after.isascii():
        return after in "“‘" and before[-1].isascii()
    return after.isalnum() or after in "([{“‘«\"'¿¡–—"


def note_text(text: str) -> str:
    """A note's joined text without its own mark, its other marks as superscripts."""
    match = _NOTE_START.match(text)
    rest = text[match.end() :] if match else text
    return superscripted(rest).strip()


def superscripted(text: str) -> str:
    """A text that calls no notes: what is raised in it as superscripts."""
    return MARK.sub(lambda m: m[1].translate(_SUPERSCRIPTS), text)
