"""Which mark stands on which letter of Arabic.

A mark is a glyph of its own, over or under its letter and as often over the next one: where it stands does
not tell. Three witnesses do:

- what the file spells out for the piece that holds both (`ActualText`), or names each of them after;
- the order in which glyphs are drawn: programs that shape text draw a letter and its marks one after another,
  all before or all after it (OpenType shaping: marks are part of their letter's cluster);
- the box of the letter, in which the middle of its mark lies.

Where the first speaks it is followed. Else the second and the third must agree, and no letter may bear two
vowels. All other marks are counted, and a text that holds one of them is read without any: Arabic is written
with vowels or without, and a vowel on the wrong letter is another word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from p5diff.ingest.readers.pdf.bidi import right_to_left
from p5diff.ingest.readers.pdf.drawn import NAMELESS, Drawn

VOWELS = re.compile("[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed]")
"""Signs that Arabic may leave out: vowels, doubling, signs of recitation. Hamza and madda are parts of
letters."""
_SHADDA, _DAGGER = "\u0651", "\u0670"
_STROKE = "\u0640"
_LAM, _ALEF = "\u0644", "\u0627"
_BESIDE = 0.12
"""Of the type size: how far outside the box of its letter the middle of a mark may stand: over a narrow
letter such as alef marks are wider than it, and some typefaces shift them by so much."""
_MOSTLY = 0.5
"""Share of its width by which a mark lies over its letter."""
_MOST_MARKS = 3
"""Marks on one letter: doubling, a vowel, and a small alef."""

Names = Mapping[tuple[str, int], str]


class Cluster(NamedTuple):
    """A letter, or several that are one glyph, with its marks."""

    text: str
    letter: Drawn
    glyphs: tuple[Drawn, ...]
    box: tuple[float, float]
    """Left and right of the letter, in points."""


class MarkOrder:
    """Whether the fonts of a document draw marks before or after their letters."""

    def __init__(self, pages: Sequence[Sequence[Drawn]], names: Names) -> None:
        self._votes: dict[str, Counter[int]] = defaultdict(Counter)
        for page in pages:
            glyphs = _Glyphs(page, names)
            for at, glyph in enumerate(glyphs.ordered):
                if not glyphs.is_mark(glyph):
                    continue
                fitting = [step for step in (1, -1) if _fits(glyph, glyphs.letter(at, step))]
                if len(fitting) == 1:
                    self._votes[glyph.key[0]][fitting[0]] += 1

    def step(self, mark: Drawn) -> int:
        """1 where the letter follows its marks, as it does in text that is drawn from the left, -1 where it
        comes before them."""
        votes = self._votes[mark.key[0]]
        return -1 if votes[-1] > votes[1] else 1


def learn(pages: Sequence[Sequence[Drawn]], names: dict[tuple[str, int], str], order: MarkOrder) -> None:
    """Fill in what letters and marks draw that stand together where the file names one of them, for the first
    time, after both, or spells both out: the letter draws the letters of that text, its mark the others."""
    first: set[tuple[str, int]] = set()
    for page in pages:
        _learn_strokes(page, names)
        glyphs = _Glyphs(page, names)
        for members in _groups(glyphs, order):
            said = {glyphs.claim(g) for g in members if g.spelt} or {
                glyphs.claim(g) for g in members if g.key not in first
            }
            told = [text for text in said if _letters(text) and _marks(text)]
            if len(told) == 1:
                _share_out(told[0], members, glyphs, names)
            first.update(glyph.key for glyph in members)
            _part_marks(members[1:], glyphs, names)


def _learn_strokes(page: Sequence[Drawn], names: dict[tuple[str, int], str]) -> None:
    """A flat glyph on the line that is named after a letter is the stroke of that letter, which is drawn
    beside it: as a letter of the same name, or as one that has none."""
    glyphs = _Glyphs(page, names)
    for stroke, letter in pairwise(page):
        said = _letters(glyphs.text(stroke))
        if not stroke.is_stroke or stroke.own or stroke.spelt or not right_to_left(said):
            continue
        beside = abs(letter.box[0] - stroke.box[1]) < _BESIDE * stroke.size and not glyphs.is_mark(letter)
        beside = beside and letter.height > 2 * stroke.height  # two low letters of one name are none
        known = glyphs.text(letter)
        if said != [_STROKE] and beside and known in ("", NAMELESS, "".join(said)):
            names[stroke.key] = _STROKE
            if known != "".join(said):
                names[letter.key] = "".join(said)


def _part_marks(marks: list[Drawn], glyphs: _Glyphs, names: dict[tuple[str, int], str]) -> None:
    """A mark that the file names after several, one of which is drawn beside it, draws the others: no letter
    is doubled twice, or bears a vowel twice."""
    texts = [glyphs.text(mark) for mark in marks]
    for mark, text in zip(marks, texts, strict=True):
        if mark.own or mark.spelt or len(_marks(text)) < 2 or _letters(text):
            continue
        beside = {
            c for other, t in zip(marks, texts, strict=True) if other is not mark and len(t) == 1 for c in t
        }
        rest = "".join(c for c in text if c not in beside)
        if rest and rest != text:
            names[mark.key] = rest


def _share_out(text: str, members: list[Drawn], glyphs: _Glyphs, names: dict[tuple[str, int], str]) -> None:
    letter, *marks = members
    letters, rest = _letters(_plain(text)), _marks(_plain(text))
    unknown = []
    for mark in marks:
        own = glyphs.text(mark)
        if not own or own == NAMELESS or _letters(own):
            unknown.append(mark)
        else:
            rest = [c for c in rest if c not in own]
    if not _is_known(letter, glyphs):
        names[letter.key] = "".join(letters)
    if len({mark.key for mark in unknown}) == 1 and rest:
        names[unknown[0].key] = "".join(rest)


def _is_known(letter: Drawn, glyphs: _Glyphs) -> bool:
    own = glyphs.text(letter)
    return bool(own) and NAMELESS not in own and not _marks(own)


def _groups(glyphs: _Glyphs, order: MarkOrder) -> Iterator[list[Drawn]]:
    """Each letter of a page that has marks, and these."""
    borne = defaultdict[int, list[Drawn]](list)
    letters: dict[int, Drawn] = {}
    for at, mark in enumerate(glyphs.ordered):
        if glyphs.is_mark(mark):
            letter = glyphs.letter(at, order.step(mark))
            if letter and _fits(mark, letter):
                letters[id(letter)] = letter
                borne[id(letter)].append(mark)
    for key, letter in letters.items():
        yield [letter, *borne[key]]


def placed_marks(page: Sequence[Drawn], names: Names, order: MarkOrder) -> tuple[list[Cluster], int]:
    """The letters of a page with their marks, and how many marks have no certain letter. `names` are what
    glyphs draw that are read otherwise than the file names them."""
    glyphs = _Glyphs(page, names)
    found = list(_spelt_out(glyphs))
    units = {id(glyph): n for n, one in enumerate(found) for glyph in one.glyphs}
    groups = list(_groups(glyphs, order))
    for letter, *marks in groups:
        if (number := units.get(id(letter))) is not None:
            own = [mark for mark in marks if id(mark) not in units]
            found[number] = _with_marks(found[number], own, glyphs, before=order.step(letter) > 0)
    taken = {id(glyph) for one in found for glyph in one.glyphs}
    borne = {
        id(letter): [mark for mark in marks if id(mark) not in taken]
        for letter, *marks in groups
        if id(letter) not in taken
    }
    placed = {id(mark) for marks in borne.values() for mark in marks} | taken
    lines = sorted(glyph.base for glyph in glyphs.ordered if not glyphs.is_mark(glyph))
    unplaced = sum(
        glyphs.is_mark(mark)
        and id(mark) not in placed
        and not _is_part(glyphs.text(mark))
        and _has_line(mark, lines)
        for mark in glyphs.ordered
    )
    for letter in glyphs.ordered:
        marks = borne.get(id(letter), [])
        if id(letter) in taken or glyphs.is_mark(letter):
            continue
        if not (marks or letter.spelt or _marks(glyphs.claim(letter))):
            continue
        text = _composed(letter, marks, glyphs, before=not marks or order.step(marks[0]) > 0)
        if text is None and not marks:
            continue
        if text is None:
            unplaced += 1
            text = "".join(_letters(glyphs.text(letter)) or [NAMELESS])
        found.append(Cluster(text, letter, (letter, *marks), letter.loose))
    unplaced += sum(not is_possible(one.text) for one in found)
    return found, unplaced


def is_possible(text: str) -> bool:
    """Whether no letter of a text bears two vowels, or is doubled twice.

    >>> is_possible("مُدَّة"), is_possible("مَُدة")
    (True, False)
    """
    for marks in re.split(r"[^\u0610-\u061a\u064b-\u065f\u0670]", unicodedata.normalize("NFD", text)):
        vowels = [c for c in marks if "\u064b" <= c <= "\u0652" and c != _SHADDA]
        if len(vowels) > 1 or len(marks) != len(set(marks)):
            return False
    return True


class _Glyphs:
    """The inked glyphs of a page in the order in which they are drawn, with what they are."""

    def __init__(self, page: Sequence[Drawn], names: Names) -> None:
        self.ordered = list(page)
        self._names = names
        self.spelt_out = dict(self._spelt_marks())
        self._under = {id(one) for one, other in pairwise(page) if self._is_over(one, other)}
        self._under |= {id(other) for one, other in pairwise(page) if self._is_over(other, one)}

    def _spelt_marks(self) -> Iterator[tuple[int, str]]:
        """What glyphs draw of a piece that is spelled out as marks alone: the first all, others nothing."""
        seen: set[int] = set()
        for glyph in self.ordered:
            if glyph.spelt and not _letters(glyph.spelt[1]):
                yield id(glyph), "" if glyph.spelt[0] in seen else glyph.spelt[1]
                seen.add(glyph.spelt[0])

    def _is_over(self, one: Drawn, other: Drawn) -> bool:
        """Whether one of two neighbours that are named after the same letter with its marks is the mark: no
        font tells, and it lies over the other, which is wider."""
        claim = self.claim(one)
        if any(glyph.is_raised or _is_all_marks(self.text(glyph)) for glyph in (one, other)):
            return False
        if one.own or claim != self.claim(other) or not _marks(claim) or not _letters(claim):
            return False
        width = one.box[1] - one.box[0]
        shared = min(one.box[1], other.box[1]) - max(one.box[0], other.box[0])
        return shared > _MOSTLY * width and width < other.box[1] - other.box[0]

    def text(self, glyph: Drawn) -> str:
        """What a glyph draws, as far as its font, its neighbours or its name tell."""
        if id(glyph) in self.spelt_out:
            return self.spelt_out[id(glyph)]
        text = self._names.get(glyph.key, glyph.named)
        return unicodedata.normalize("NFKC", text) if text.strip() else text

    def claim(self, glyph: Drawn) -> str:
        """What the file says the glyph is drawn for, with others or by itself."""
        return unicodedata.normalize("NFKC", glyph.spelt[1] if glyph.spelt else glyph.named)

    def told(self, mark: Drawn) -> str | None:
        """The marks that a glyph draws; None where they are not known."""
        text = self.text(mark)
        return text if id(mark) in self.spelt_out or _is_all_marks(text) else None

    def is_mark(self, glyph: Drawn) -> bool:
        """Whether a glyph draws marks alone."""
        if id(glyph) in self.spelt_out:
            return True
        text = "".join(sorted(glyph.own)) or self.text(glyph)
        if text and text != NAMELESS and not (_marks(text) and _letters(text)):
            return bool(_marks(text))
        return (glyph.is_raised or id(glyph) in self._under) and bool(_marks(self.claim(glyph)))

    def letter(self, at: int, step: int) -> Drawn | None:
        """The next glyph that is no mark and no stroke."""
        for _ in range(2 * _MOST_MARKS):
            at += step
            if not 0 <= at < len(self.ordered):
                return None
            glyph = self.ordered[at]
            if not self.is_mark(glyph) and self.text(glyph) != _STROKE:
                return glyph
        return None


def _spelt_out(glyphs: _Glyphs) -> Iterator[Cluster]:
    """Pieces that the file spells out whole. Some programs spell out one glyph of several, with all their
    letters: such are left."""
    pieces: dict[int, list[Drawn]] = {}
    for glyph in glyphs.ordered:
        if glyph.spelt:
            pieces.setdefault(glyph.spelt[0], []).append(glyph)
    for members in pieces.values():
        text = members[0].spelt[1] if members[0].spelt else ""
        letters = [glyph for glyph in members if not glyphs.is_mark(glyph)]
        level = all(abs(glyph.base - members[0].base) < glyph.size for glyph in members)
        marks = _marks(unicodedata.normalize("NFD", text))
        whole = not marks or len(members) > 1
        if letters and level and whole and text.strip():
            box = min(glyph.loose[0] for glyph in letters), max(glyph.loose[1] for glyph in letters)
            yield Cluster(_plain(text), letters[0], tuple(members), box)


def _with_marks(unit: Cluster, marks: list[Drawn], glyphs: _Glyphs, *, before: bool) -> Cluster:
    """A piece that is spelled out with the marks of its letter that are drawn outside of it: some programs
    spell out a letter after all its marks, some after none of them."""
    told = [glyphs.told(mark) for mark in (reversed(marks) if before else marks)]
    if _marks(unit.text):
        own = [mark for mark in marks if _has(unit.text, glyphs.text(mark))]
        return unit._replace(glyphs=(*unit.glyphs, *own))
    if not marks or None in told or len(unit.text) != 1:
        return unit
    text = unit.text + "".join(filter(None, told))
    return unit._replace(text=_plain(text), glyphs=(*unit.glyphs, *marks))


def _composed(letter: Drawn, marks: list[Drawn], glyphs: _Glyphs, *, before: bool) -> str | None:
    """A letter with its marks in the order of reading; None where it is not certain. `before` is whether its
    marks are drawn before it, the last one first."""
    claims = {glyphs.claim(glyph) for glyph in (letter, *marks)}
    told = [glyphs.told(mark) for mark in (reversed(marks) if before else marks)]
    if _is_known(letter, glyphs) and None not in told:
        return _on_letters(glyphs.text(letter), list("".join(filter(None, told))), claims)
    if len(claims) == 1 and _letters(claim := claims.pop()):
        return _plain(claim)
    return None


def _on_letters(own: str, marks: list[str], claims: set[str]) -> str | None:
    """Marks, in the order of reading, on a letter, or on one of several that are one glyph."""
    letters = _letters(own)
    if len(letters) <= 1:
        return _plain(own + "".join(marks))
    for claim in claims:
        if _letters(claim) == letters and sorted(_marks(claim)) == sorted(marks):
            return _plain(claim)
    vowels = [n for n, mark in enumerate(marks) if mark not in (_SHADDA, _DAGGER)]
    if len(letters) != 2 or not marks:
        return None
    if len(vowels) == 2:  # one each; doubling comes before the vowel of its letter
        cut = vowels[0] + 1
        return _plain(letters[0] + "".join(marks[:cut]) + letters[1] + "".join(marks[cut:]))
    if letters == [_LAM, _ALEF] and len(vowels) <= 1:
        # A bare alef bears no vowel; only the ending of a word is written on it as often as before it.
        return _plain(letters[0] + "".join(marks) + letters[1])
    return None


def _fits(mark: Drawn, letter: Drawn | None) -> bool:
    """Whether the middle of a mark lies in the box of a letter in its line."""
    if letter is None:
        return False
    reach = _BESIDE * mark.size
    level = abs(mark.base - letter.base) < mark.size
    return level and letter.loose[0] - reach < mark.middle < letter.loose[1] + reach


def _has_line(mark: Drawn, lines: Sequence[float]) -> bool:
    """Whether letters stand in the line of a mark. `lines` are the heights of those of its page, in order. A
    mark over the first line of a page may show at the foot of the page before: it is none of that page's."""
    at = bisect_right(lines, mark.base - mark.size)
    return at < len(lines) and lines[at] < mark.base + mark.size


def _plain(text: str) -> str:
    """Letters without their forms, each with its marks in one order."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text))


def _marks(text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c) == "Mn"]


def _letters(text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c) != "Mn"]


def _has(text: str, marks: str) -> bool:
    """Whether a text holds these marks."""
    return bool(marks) and set(unicodedata.normalize("NFD", marks)) <= set(unicodedata.normalize("NFD", text))


def _is_all_marks(text: str) -> bool:
    return bool(text) and not _letters(text)


def _is_part(text: str) -> bool:
    """Whether a mark is a part of a letter (hamza, madda): it is no vowel that may be left out."""
    return bool(text) and not VOWELS.search(text) and right_to_left(text) is False and text != NAMELESS
