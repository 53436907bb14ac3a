"""Lines back into paragraphs: each gap between two lines is a break or it is not.

The decision rests on what both lines say and on what the document does elsewhere (`measure`).
Where nothing decides, the text stays together if the sentence is open and apart if it is closed.

Worked example. "The states met" / "in May." / "" / "and left." The first gap joins; so does the blank
line, if blank lines stand inside sentences elsewhere in the document, and else it is a break.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from p5diff.ingest.layout.gaps import LineGap, gaps, width_of
from p5diff.ingest.layout.join import Division, WordWitnesses, join_lines
from p5diff.ingest.layout.lines import TextLine
from p5diff.ingest.layout.measure import COMMAS, LayoutEvidence, evidence, has_room, is_near
from p5diff.language import Language
from p5diff.model.source import BlockKind
from p5diff.text.clauses import OPEN
from p5diff.text.labels import first_of_series, split_label
from p5diff.text.roles import is_signed
from p5diff.text.segment import ends_sentence
from p5diff.text.stored import heading_level

_COLUMN = 12
"""Lines whose indents differ by more stand in different places of the page."""
_HYPHENS = "-\u2010\u2011\u00ad"
_HALF_CLOSED = ":：;；"
_STOPS = frozenset(".!?؟。！？")


class UnwrappedParagraph(NamedTuple):
    """A paragraph or heading to be. `level` is a heading's depth, 0 for text; `lines` are the
    source lines and `starts` where each begins in `text`."""

    text: str
    level: int = 0
    lines: tuple[TextLine, ...] = ()
    starts: tuple[int, ...] = ()
    divisions: tuple[Division, ...] = ()
    added: int = 0
    """How many characters at the start come from the format (a list number), not from lines."""
    calls: tuple[tuple[str, int], ...] = ()
    """Keys of the notes that it calls, each with the number of letters before the mark."""
    kind: BlockKind = BlockKind.LINES
    """What the format marks it as; LINES where it marks nothing."""
    quoted: bool = False
    """Whether the format marks it as part of a block quotation."""
    linked: bool = False
    """Whether all its words are links."""
    setting: str = ""
    """What its format says of where and how it is set: equal for paragraphs that are set alike."""


def unwrap(lines: Sequence[TextLine], *, language: Language) -> list[UnwrappedParagraph]:
    """The paragraphs that the lines were."""
    words = WordWitnesses.of([line.text for line in lines])
    return [piece(group, language=language, words=words) for group in grouped(lines, language=language)]


def grouped(lines: Sequence[TextLine], *, language: Language) -> list[list[TextLine]]:
    """The lines of each paragraph."""
    if not lines:
        return []
    found = gaps(lines, language=language)
    weight = evidence(lines, found)
    groups: list[list[TextLine]] = [[lines[0]]]
    seen = {split_label(lines[0].text, language=language)[0]}
    for gap in found:
        if _breaks(gap, weight, seen, groups[-1][0].indent, language):
            groups.append([])
            seen.add(gap.label)
        groups[-1].append(gap.after)
    return groups


def piece(
    lines: Sequence[TextLine], *, language: Language, words: WordWitnesses, marked: bool = False
) -> UnwrappedParagraph:
    """One paragraph from its lines; a `#` mark makes it a heading, unless the format has `marked`
    what it is: then it is a letter of the text."""
    level = 0 if marked else heading_level(lines[0].text)
    texts = [line.text for line in lines]
    if level:
        texts[0] = texts[0][level:].lstrip(" ")
    text, starts, divisions = join_lines(texts, language=language, words=words)
    return UnwrappedParagraph(text=text, level=level, lines=tuple(lines), starts=starts, divisions=divisions)


def _breaks(gap: LineGap, weight: LayoutEvidence, seen: set[str], indent: int, language: Language) -> bool:
    """Whether a paragraph ends here. Evidence is asked from certain to likely."""
    if heading_level(gap.after.text) or heading_level(gap.before.text):
        return True
    if abs(gap.before.indent - gap.after.indent) > _COLUMN and not gap.lower:
        return True
    if _parts_signature(gap, weight, language) or _is_ruled(gap):
        return True
    room = has_room(gap, weight, indent=0 if gap.ended else indent)
    if gap.label and _label_opens(gap, weight, room, seen):
        return True
    divided = _is_divided(gap) or (gap.clipped and _stays_with_block(gap, weight))
    if gap.lower and not divided:
        half = gap.before.text[-1] in _HALF_CLOSED and _on_purpose(gap, weight, room)
        return half or _parted(gap, weight, room, language)
    return not divided and _breaks_by_layout(gap, weight, room)


def _stays_with_block(gap: LineGap, weight: LayoutEvidence) -> bool:
    """Whether a line goes on without a blank line, where such lines part the paragraphs."""
    solid = not (gap.after.blanks or gap.after.torn) and gap.after.indent <= gap.before.indent
    return solid and weight.parted and not weight.noisy_blanks


def _is_ruled(gap: LineGap) -> bool:
    """Whether a rule parts what is said on its sides: a sentence or a lead-in ends before it."""
    return gap.after.ruled and not gap.lower and (gap.ended or gap.before.text[-1] in _HALF_CLOSED)


def _is_divided(gap: LineGap) -> bool:
    """Whether a hyphen cuts a word at the end of the line ("mid-" / "May"), which never ends a paragraph. One
    above a blank line and a capital may be a dash, and so may one that closes a line of capitals alone."""
    before, after = gap.before.text, gap.after.text
    if before[-1] not in _HYPHENS or not before[-2:-1].isalnum() or not after[0].isalnum() or gap.label:
        return False
    if not gap.lower and (
        (gap.after.blanks and not gap.after.torn)
        or (before.isupper() and after[0].isupper() and not after.isupper())
    ):
        return False
    return before[-2].isalpha() or gap.lower or after[0].isdigit()


def _parted(gap: LineGap, weight: LayoutEvidence, room: bool, language: Language) -> bool:
    """Whether a blank line parts two paragraphs though the second opens in lower case: clauses of
    a preamble, terms of a list. The line before had room for more, so that nobody had to end it, or
    ends as clauses or sentences do."""
    parted = gap.after.blanks > 0 and not gap.after.torn and not weight.noisy_blanks
    return parted and (room or gap.before.text[-1] in OPEN or _stops(gap, language))


def _stops(gap: LineGap, language: Language) -> bool:
    """Whether the line before ends a sentence, as it would seem if the next one began with a capital."""
    before, after = gap.before.text, gap.after.text
    return before[-1] in _STOPS and ends_sentence(before, after[0].upper() + after[1:], language=language)


def _parts_signature(gap: LineGap, weight: LayoutEvidence, language: Language) -> bool:
    """Whether one of two short lines is signed: the lines of a signature stand alone."""
    before, after = gap.before.text, gap.after.text
    widest = max(width_of(before, weight.metric), width_of(after, weight.metric))
    if gap.lower or widest * 4 > weight.measure * 3:
        return False
    return is_signed(before, language) or is_signed(after, language)


def _breaks_by_layout(gap: LineGap, weight: LayoutEvidence, room: bool) -> bool:
    """Nothing in the words forbids a break: indents, room and blank lines decide."""
    closed = gap.ended or gap.before.text[-1] in _HALF_CLOSED
    if weight.indented and gap.after.indent > weight.base:
        inset = gap.before.indent == gap.after.indent and not gap.after.blanks
        return closed or room or not inset  # a block set in as a whole has its lines at one place
    if closed:
        return _breaks_after_end(gap, weight, room)
    return _breaks_in_sentence(gap, weight, room)


def _label_opens(gap: LineGap, weight: LayoutEvidence, room: bool, seen: set[str]) -> bool:
    """A label opens a paragraph after an end, after room, or where it goes on a series."""
    if gap.before.text[-1] == "." and not gap.ended:
        return False  # "document No." / "12. He …": the number belongs to the abbreviation
    if gap.ended or gap.before.text[-1] in _HALF_CLOSED or _on_purpose(gap, weight, room):
        return True
    if gap.before.text[-1] in ",，、" or gap.before.text.endswith((" and", " or", " et", " y", " и")):
        return not first_of_series(gap.label) and len(seen) > 1
    return gap.after.blanks > 0 and not weight.noisy_blanks


def _on_purpose(gap: LineGap, weight: LayoutEvidence, room: bool) -> bool:
    """Whether the line before ends where it does because someone ended it."""
    if weight.wrapped:
        return room
    short = width_of(gap.before.text, weight.metric) <= weight.measure * 0.75
    return short or (gap.after.blanks > 0 and not weight.noisy_blanks and not gap.after.torn)


def _breaks_after_end(gap: LineGap, weight: LayoutEvidence, room: bool) -> bool:
    """The sentence is closed: a new paragraph, or the next sentence of this one?"""
    if gap.dated or weight.unwrapped or (weight.wrapped and room):
        return True
    if weight.least_blanks and not gap.after.torn:
        return gap.after.blanks >= weight.least_blanks
    if weight.indented:
        return _on_purpose(gap, weight, room) and (room or gap.after.blanks > 1)
    if gap.after.torn:
        short = width_of(gap.before.text, weight.metric) <= weight.measure * 0.75
        return short if not weight.wrapped else gap.after.blanks > 0 and weight.prefer_break
    if gap.after.blanks and weight.noisy_blanks:
        return _on_purpose(gap, weight, room) or (weight.wrapped and weight.prefer_break)
    return gap.after.blanks > 0


def _goes_over(gap: LineGap, weight: LayoutEvidence) -> bool:
    """Whether the end of a page cuts a sentence: a line too long for a title ends in the open, where small
    letters tell nothing, or with a comma, where commas end no clauses, and one that is prose follows."""
    long = width_of(gap.before.text, weight.metric) * 2 > weight.measure
    first = gap.after.text[0]
    uncased = first.isalpha() and first.upper() == first.lower()
    comma = gap.before.text[-1] in COMMAS and not weight.clauses and first.isalpha()
    goes_on = comma or (gap.open_end and uncased)
    return gap.after.torn and goes_on and long and gap.after.text[-1] in _STOPS


def _breaks_in_sentence(gap: LineGap, weight: LayoutEvidence, room: bool) -> bool:
    """The sentence is open: only a line that ends on purpose ends a paragraph here."""
    if weight.wrapped and room and weight.parted and not gap.after.blanks and is_near(gap, weight):
        return False  # wrapped by hand: a word that would just have fitted parts no paragraph
    if weight.unwrapped and _goes_over(gap, weight):
        return False
    if weight.unwrapped or (weight.wrapped and room):
        return True
    before, after = (width_of(line.text, weight.metric) for line in (gap.before, gap.after))
    if not weight.wrapped and (before * 2 <= weight.measure or before * 1.15 + 2 < after):
        return room
    if weight.indented:  # an indent would have shown a paragraph: the blank line is noise
        return False
    return gap.after.blanks > 0 and not weight.noisy_blanks and not gap.after.torn
