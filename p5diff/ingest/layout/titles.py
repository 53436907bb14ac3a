"""Titles, headings and signatures in a document whose format does not mark them.

Only what the pieces say counts, never how they were laid out, so that a document wrapped
otherwise gives the same. A title is what stands without a sentence end before the first
sentence, at the top or after a signature; a heading is a short line without one between
paragraphs that have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.language.references import is_symbol
from p5diff.model.source import BlockKind
from p5diff.text.dates import place_and_date, whole_date
from p5diff.text.labels import is_bullet, split_label
from p5diff.text.roles import is_office, is_short_line, is_signed
from p5diff.text.segment import ends_sentence

_OPEN = ",，、،;；؛:：-–—"
_LONGEST_TITLE = 600
"""Characters: titles of resolutions run over several lines, paragraphs mostly over more."""
_LONGEST_HEADING = 80
"""Characters: about one line; half of it in scripts that write without spaces."""
_MOST_TITLE_LINES = 6
"""Lines of the longest title seen (three) twice over: a longer run is a list of something."""
_PART = re.compile(r"(?P<word>[^\W\d_]{2,14}) (?P<number>\d{1,3}|[IVXLC]{1,7})(?![^\W_])")
"""A word and a number that open a line: "Article 12", "Глава II"."""
_NO_TITLE = (BlockKind.LIST_ITEM, BlockKind.ROW)
"""What a format marks as an item or a row is no title and no heading."""


def mark(pieces: Sequence[UnwrappedParagraph], *, language: Language) -> list[list[UnwrappedParagraph]]:
    """Groups of pieces that make one block each; title and heading pieces get their level."""
    signed = _signature_runs(pieces, language)
    levels = _levels(pieces, signed, language)
    groups: list[list[UnwrappedParagraph]] = []
    for index, piece in enumerate(pieces):
        level = levels[index]
        marked = piece if piece.level == level else piece._replace(level=level)
        joins = index > 0 and (
            (index in signed and signed.get(index) == signed.get(index - 1))
            or (level == 1 and levels[index - 1] == 1 and not (piece.level or pieces[index - 1].level))
        )
        if joins:
            groups[-1].append(marked)
        else:
            groups.append([marked])
    return groups


def is_closed(text: str, language: Language) -> bool:
    """Whether a piece ends a sentence."""
    return ends_sentence(text, language=language)


def _signature_runs(pieces: Sequence[UnwrappedParagraph], language: Language) -> dict[int, int]:
    """Index of each piece of a signature → index where its run starts."""
    runs: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if index in runs or not _signature_line(piece, language) or not is_signed(piece.text, language):
            continue
        start = index
        while start > 0 and start - 1 not in runs and _signature_line(pieces[start - 1], language):
            start -= 1
        end = index + 1
        while (
            end < len(pieces)
            and _signature_line(pieces[end], language)
            and (is_office(pieces[end].text, language) or is_signed(pieces[end].text, language))
        ):
            end += 1
        if start > 0:
            runs.update(dict.fromkeys(range(start, end), start))
    return runs | _closing_run(pieces, runs, language)


def _closing_run(
    pieces: Sequence[UnwrappedParagraph], runs: dict[int, int], language: Language
) -> dict[int, int]:
    """The lines that end a letter or statement without a mark of signing: a name and an office."""
    end = len(pieces)
    while end > 0 and _is_dated(pieces[end - 1].text, language):
        end -= 1
    start = end
    while start > 0 and start - 1 not in runs and _signature_line(pieces[start - 1], language):
        start -= 1
    office = any(is_office(pieces[i].text, language) for i in range(start, end))
    return dict.fromkeys(range(start, end), start) if office and end - start > 1 and start > 0 else {}


def _signature_line(piece: UnwrappedParagraph, language: Language) -> bool:
    if piece.level or not is_short_line(piece.text, language):
        return False
    return not split_label(piece.text, language=language)[0] and not _is_dated(piece.text, language)


def _levels(pieces: Sequence[UnwrappedParagraph], signed: dict[int, int], language: Language) -> list[int]:
    levels = [piece.level for piece in pieces]
    if any(levels):
        return levels
    closed = [is_closed(piece.text, language) and index not in signed for index, piece in enumerate(pieces)]
    if not any(closed):
        return levels
    starts = [0] + [i + 1 for i in sorted(signed) if i + 1 not in signed]
    for start in starts:
        for index in _title_run(pieces, closed, start, language):
            levels[index] = 1
    for index in range(1, len(pieces) - 1):
        if not levels[index] and index not in signed and _is_heading(pieces, closed, index, language):
            levels[index] = 2
    return levels


def _title_run(
    pieces: Sequence[UnwrappedParagraph], closed: Sequence[bool], start: int, language: Language
) -> list[int]:
    """Pieces from `start` on that are title lines, if a sentence follows them."""
    run: list[int] = []
    parts = _parts(pieces)
    for index in range(start, len(pieces)):
        if _is_dated(pieces[index].text, language) or is_symbol(pieces[index].text):
            continue
        if index in parts or not _can_be_title(pieces[index], closed[index], language):
            break
        run.append(index)
    if not run or len(run) > _MOST_TITLE_LINES:
        return []
    return run if any(closed[run[-1] + 1 :]) else []


def _parts(pieces: Sequence[UnwrappedParagraph]) -> set[int]:
    """The lines that name one of several parts of the text: the same word stands before another number
    ("PART I", "PART II"). They are inside of the text, and no part of its title."""
    named: dict[str, dict[int, str]] = {}
    for index, piece in enumerate(pieces):
        if match := _PART.match(piece.text):
            named.setdefault(match["word"].casefold(), {})[index] = match["number"]
    several = (places for places in named.values() if len(set(places.values())) > 1)
    return {index for places in several for index in places}


def _is_dated(text: str, language: Language) -> bool:
    """Whether a line is a date, alone or with its place."""
    return bool(whole_date(text, language=language) or place_and_date(text, language=language))


def _can_be_title(piece: UnwrappedParagraph, closed: bool, language: Language) -> bool:
    text = piece.text
    if (
        closed
        or piece.kind in _NO_TITLE
        or text[0].islower()
        or text[-1] in _OPEN
        or len(text) > _LONGEST_TITLE
    ):
        return False
    return not split_label(text, language=language)[0]


def _is_heading(
    pieces: Sequence[UnwrappedParagraph], closed: Sequence[bool], index: int, language: Language
) -> bool:
    """A short open line with a beginning, between closed pieces (or headings)."""
    text = pieces[index].text
    if pieces[index].kind in _NO_TITLE:
        return False
    limit = _LONGEST_HEADING // 2 if not language.SEPARATOR else _LONGEST_HEADING
    if closed[index] or text[-1] in _OPEN or len(text) > limit or text[0].islower():
        return False
    label, _ = split_label(text, language=language)
    if label and (is_bullet(label) or label[0] in "(（" or (label[0].isdigit() and language.SEPARATOR)):
        return False
    if _is_dated(text, language):
        return False
    follows = (
        closed[index - 1]
        or pieces[index - 1].text[-1] in ":："
        or _is_dated(pieces[index - 1].text, language)
    )
    return follows and closed[index + 1] and len(pieces[index + 1].text) > len(text)
