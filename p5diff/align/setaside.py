"""What was set aside on both sides, compared: footnotes with footnotes, headers with headers.

Equal words correspond whatever their reason, since one format calls a header what another finds
as a running head. What is left corresponds where the same kind of piece shares enough words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from p5diff.align.units.lexicon import reader_for
from p5diff.align.words.changes import WordDiffer
from p5diff.language import Language
from p5diff.model.alignment import Op, PairKind, WordEdit
from p5diff.model.comparison import SetAsideChange, SetAsideChanges
from p5diff.model.setaside import UNCOMPARED, SetAside, SetAsideReason

_RECURRING = (SetAsideReason.HEADER, SetAsideReason.FOOTER, SetAsideReason.RUNNING_HEAD)
_NOTES = (SetAsideReason.FOOTNOTE, SetAsideReason.ENDNOTE)
_LIKE = 0.5
"""Shared words from which two pieces of a kind are one, reworded: with less, most are others'."""
_LIKE_LABELLED = 0.25
"""The same where both bear the same mark: a quarter is what a recast pair has, too."""
_SHORT = 8
"""Words of a note of one sentence at most that may be written anew without sharing any."""
_MOST_PAIRS = 40_000
"""Pairs that are compared word by word: 200 notes against 200. Beyond, neighbours only."""
_NEAR = 40
"""Places apart within which two pieces of a long list are compared: all with all would take hours."""
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


def compare_set_aside(
    before: Sequence[SetAside], after: Sequence[SetAside], *, language: Language
) -> SetAsideChanges:
    """Every piece of both sides in exactly one change, in the order of the text after; what was
    dropped stands at the end."""
    ours, theirs = list(_compared(before)), list(_compared(after))
    links = _equal(ours, theirs)
    links |= _alike(ours, theirs, links)
    differ = WordDiffer(reader_for(language))
    backward = {j: i for i, j in links.items()}
    changes = [
        _change(ours[backward[j]] if j in backward else None, piece, differ) for j, piece in enumerate(theirs)
    ]
    changes += [_change(piece, None, differ) for i, piece in enumerate(ours) if i not in links]
    return SetAsideChanges(changes=tuple(changes))


def _compared(pieces: Sequence[SetAside]) -> Iterator[SetAside]:
    """What is worth comparing; a line that recurs on many pages once."""
    seen: set[str] = set()
    for piece in pieces:
        if piece.reason in UNCOMPARED or not _WORD.search(piece.text):
            continue
        if piece.reason in _RECURRING:
            shape = _DIGITS.sub("0", piece.text)
            if shape in seen or not any(char.isalpha() for char in shape):
                continue
            seen.add(shape)
        yield piece


def _key(piece: SetAside) -> str:
    text = _DIGITS.sub("0", piece.text) if piece.reason in _RECURRING else piece.text
    return " ".join(text.split())


def _equal(ours: Sequence[SetAside], theirs: Sequence[SetAside]) -> dict[int, int]:
    """Index before → index after of pieces with the same words; of several, in their order, the
    same kind first."""
    links: dict[int, int] = {}
    taken: set[int] = set()
    for strict in (True, False):
        places: dict[tuple[str, ...], list[int]] = {}
        for j in reversed([j for j in range(len(theirs)) if j not in taken]):
            places.setdefault(_name(theirs[j], strict), []).append(j)
        for i, piece in enumerate(ours):
            found = places.get(_name(piece, strict)) if i not in links else None
            if found:
                links[i] = found.pop()
                taken.add(links[i])
    return links


def _name(piece: SetAside, strict: bool) -> tuple[str, ...]:
    return (_key(piece), piece.reason.value) if strict else (_key(piece),)


def _alike(ours: Sequence[SetAside], theirs: Sequence[SetAside], links: dict[int, int]) -> dict[int, int]:
    """Links between what is left, the likest first."""
    taken = set(links.values())
    left = [i for i in range(len(ours)) if i not in links]
    right = [j for j in range(len(theirs)) if j not in taken]
    near = len(left) * len(right) > _MOST_PAIRS
    words_left = {i: Counter(_WORD.findall(ours[i].text.casefold())) for i in left}
    words_right = {j: Counter(_WORD.findall(theirs[j].text.casefold())) for j in right}
    found: list[tuple[float, int, int]] = []
    for i, j in product(left, right):
        if (near and abs(i - j) > _NEAR) or _kind(ours[i]) != _kind(theirs[j]):
            continue
        shared = _shared(words_left[i], words_right[j])
        labelled = bool(ours[i].label) and ours[i].label == theirs[j].label
        if shared >= (_LIKE_LABELLED if labelled else _LIKE):
            found.append((-shared - labelled * _LIKE_LABELLED, i, j))
    result: dict[int, int] = {}
    for _, i, j in sorted(found):
        if i not in result and j not in taken:
            result[i] = j
            taken.add(j)
    return result | _same_note(
        ours, theirs, [i for i in left if i not in result], [j for j in right if j not in taken]
    )


def _same_note(
    ours: Sequence[SetAside], theirs: Sequence[SetAside], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """Links between notes that share no words, but are short, bear one mark and are called by one sentence:
    the note on that sentence, written anew."""

    def place(piece: SetAside) -> tuple[str, ...] | None:
        short = piece.reason in _NOTES and len(_WORD.findall(piece.text)) <= _SHORT
        return (piece.label, piece.sentence) if short and piece.label and piece.sentence else None

    there = {key: j for j in reversed(right) if (key := place(theirs[j]))}
    return {i: there[key] for i in reversed(left) if (key := place(ours[i])) in there and key is not None}


def _kind(piece: SetAside) -> str:
    if piece.reason in _NOTES:
        return SetAsideReason.FOOTNOTE.value
    if piece.reason in _RECURRING:
        return SetAsideReason.HEADER.value
    return piece.reason.value


def _shared(one: Counter[str], two: Counter[str]) -> float:
    """Shared words as a share of the longer text."""
    return (one & two).total() / max(one.total(), two.total(), 1)


def _change(before: SetAside | None, after: SetAside | None, differ: WordDiffer) -> SetAsideChange:
    if before is None or after is None:
        kind = PairKind.NEW if before is None else PairKind.DROPPED
        edits = differ.diff(before.text if before else "", after.text if after else "")
        return SetAsideChange(kind=kind, before=before, after=after, edits=edits)
    if _key(before) == _key(after):
        edits = differ.diff(after.text, after.text)
        return SetAsideChange(kind=PairKind.UNCHANGED, before=before, after=after, edits=edits)
    edits = differ.diff(before.text, after.text)
    return SetAsideChange(kind=_verdict(edits), before=before, after=after, edits=edits)


def _verdict(edits: Sequence[WordEdit]) -> PairKind:
    changed = [edit for edit in edits if edit.op is not Op.KEEP]
    return PairKind.EDITORIAL if all(edit.editorial for edit in changed) else PairKind.REWORDED
