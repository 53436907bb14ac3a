"""From matched tokens to edits over the printed text, exact to the last space.

Worked example. `"They met."` → `“They met.”`: all tokens are matched, and the marks differ in print, so
each is deleted and inserted as editorial and the words between are kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Set

from p5diff.align.units.wordtext import WordText
from p5diff.align.words.lcs import CommonRun
from p5diff.model.alignment import Op, WordEdit, make_edit
from p5diff.text.fold import capitals
from p5diff.text.tokens import key

_SILENT = frozenset(".,;:!?'\"()-…·、。，；：！？（）؛،؟¿¡") | {"..", "...", "......"}
"""Punctuation that changes print only. Brackets, signs and percent say something, and are not here."""
_SHORT_PIECE = 3
"""Letters of the longest piece that a false space leaves and that is told to be no word: it has no vowel."""
_LETTER_WORDS = frozenset("aioyuàóвксоуиаяжб")
"""Letters that are words of one of the languages by themselves."""
_VOWELS = frozenset("aeiouyàâäæéèêëîïôöœùûüáíóúаеёиоуыэюя")
_Change = tuple[int, int, int, int, bool]
"""Start and end before, start and end after, editorial? What stands between two changes is kept."""


def whole(before: str, after: str) -> tuple[WordEdit, ...]:
    """The edits where nothing needs comparing: equal texts, or one side empty."""
    changes = [] if before == after else [(0, len(before), 0, len(after), False)]
    return _emit(before, after, changes)


def build_edits(blocks: list[CommonRun], ours: WordText, theirs: WordText) -> tuple[WordEdit, ...]:
    """Edits for the matched `blocks` (indices of tokens) and all that stands between them."""
    changes: list[_Change] = []
    left = CommonRun(0, 0, 0)
    for right in [*blocks, CommonRun(len(ours.pieces), len(theirs.pieces), 0)]:
        if left.size:
            _add_uneven(changes, left, ours, theirs)
        _add_gap(changes, left, right, ours, theirs)
        left = right
    return _emit(ours.text, theirs.text, changes)


def _add_uneven(changes: list[_Change], block: CommonRun, ours: WordText, theirs: WordText) -> None:
    """What differs in print inside a matched run: tokens, and the spaces between them."""
    i, j, size = block
    b, a = ours.starts[i], theirs.starts[j]
    if ours.text[b : ours.end(i + size - 1)] == theirs.text[a : theirs.end(j + size - 1)]:
        return
    for n in range(size):
        if n:
            _add_if_uneven(changes, ours, theirs, b, ours.starts[i + n], a, theirs.starts[j + n])
        b, a = ours.end(i + n), theirs.end(j + n)
        _add_if_uneven(changes, ours, theirs, ours.starts[i + n], b, theirs.starts[j + n], a)


def _add_if_uneven(
    changes: list[_Change], ours: WordText, theirs: WordText, b: int, b2: int, a: int, a2: int
) -> None:
    """A stretch that is the same as compared: editorial where print differs."""
    if ours.text[b:b2] != theirs.text[a:a2]:
        _add(changes, b, b2, a, a2, True)


def _add_gap(
    changes: list[_Change], left: CommonRun, right: CommonRun, ours: WordText, theirs: WordText
) -> None:
    """What stands between two matches, except white space that both sides share at its ends."""
    i, j = left.before + left.size, left.after + left.size
    b, a = ours.end(i - 1) if i else 0, theirs.end(j - 1) if j else 0
    b2, a2 = ours.starts[right.before], theirs.starts[right.after]
    gone, come = right.before > i, right.after > j
    # White space may belong to a token (a mark can stand on a space), so edges are tokens' edges.
    ahead, also = ours.starts[i] if gone else b2, theirs.starts[j] if come else a2
    if ours.text[b:ahead] == theirs.text[a:also]:
        b, a = ahead, also
    behind = ours.end(right.before - 1) if gone else b
    other = theirs.end(right.after - 1) if come else a
    if ours.text[behind:b2] == theirs.text[other:a2]:
        b2, a2 = behind, other
    if b < b2 or a < a2:
        _add(changes, b, b2, a, a2, _is_editorial(ours, i, right.before, theirs, j, right.after))


def _add(changes: list[_Change], b: int, b2: int, a: int, a2: int, editorial: bool) -> None:
    """Append a change, or lengthen the last one where it touches this one and is of its kind."""
    if changes and changes[-1][1] == b and changes[-1][3] == a and changes[-1][4] == editorial:
        b, _, a, _, _ = changes.pop()
    changes.append((b, b2, a, a2, editorial))


def _is_editorial(ours: WordText, i: int, i2: int, theirs: WordText, j: int, j2: int) -> bool:
    """Whether the tokens `i` to `i2` and `j` to `j2` say the same."""
    known = ours.vocabulary.function_words
    gone, come = ours.tokens(i, i2), theirs.tokens(j, j2)
    return (
        _initial(ours, i, i2) == _initial(theirs, j, j2)
        and (
            says_the_same(gone, come, ours.vocabulary.fold)
            or is_torn(gone, come, known)
            or is_torn(come, gone, known)
        )
        and not _dash_at_number(ours, i, i2)
        and not _dash_at_number(theirs, j, j2)
    )


def _initial(text: WordText, start: int, end: int) -> str:
    """How the first word begins, accents apart: most changes are told apart by this alone."""
    words = text.vocabulary.words
    for symbol in text.symbols[start:end]:
        word = words.get(symbol)
        if word is not None:
            first = word[0]
            return first if first.isascii() else unicodedata.normalize("NFD", first)[0]
    return ""


def says_the_same(before: list[str], after: list[str], fold: Callable[[str], str] = str) -> bool:
    """Whether two runs of tokens differ in punctuation, hyphens, spacing or print variants alone.

    >>> says_the_same(["non-proliferation", ","], ["nonproliferation"])
    True
    >>> says_the_same(["n", "°"], ["No", "."])
    True
    """
    ours, theirs = _words(before, fold), _words(after, fold)
    if ours == theirs:
        return True
    one, other = "".join(ours), "".join(theirs)
    if "-" not in one and "-" not in other:
        return False
    return one.replace("-", "") == other.replace("-", "") and not any(w[:3] == "re-" for w in ours + theirs)


def is_torn(whole: list[str], torn: list[str], known: Set[str]) -> bool:
    """Whether one word is printed with a false space, as copies of a PDF have it: the pieces make the word,
    and a short one of them is none. "may be" and "maybe" are different words.

    >>> is_torn(["shall"], ["sh", "all"], {"all"}), is_torn(["away"], ["a", "way"], {"a"})
    (True, False)
    """
    pieces = [key(token) for token in torn]
    if len(whole) != 1 or len(pieces) != 2 or "".join(pieces) != key(whole[0]):
        return False
    return any(_is_no_word(piece) and piece not in known for piece in pieces)


def _is_no_word(piece: str) -> bool:
    """A single letter, or a few without a vowel, in a script that writes vowels."""
    if not piece.isalpha() or piece >= "\u0530":
        return False
    if len(piece) == 1:
        return piece not in _LETTER_WORDS
    return len(piece) <= _SHORT_PIECE and not _VOWELS.intersection(piece)


def _words(tokens: list[str], fold: Callable[[str], str]) -> list[str]:
    """The words as compared; a sign for "number" is the same however it is printed ("n°", "No.")."""
    words: list[str] = []
    for token in tokens:
        word = key(capitals(token))
        if token in ("°", "º") and words and words[-1] == "n":
            words[-1] = "no"
        elif word not in _SILENT:
            words.append(fold(word))
    return words


def _dash_at_number(text: WordText, start: int, end: int) -> bool:
    """A dash beside a number may be a minus or a range: never silent."""
    around = text.tokens(max(start - 1, 0), end + 1)
    return any(t in "-–−" for t in text.tokens(start, end)) and any(t[0].isdigit() for t in around)


def _emit(before: str, after: str, changes: list[_Change]) -> tuple[WordEdit, ...]:
    edits: list[WordEdit] = []
    b = a = 0
    for start, end, start2, end2, editorial in changes:
        if start > b:
            edits.append(make_edit(Op.KEEP, before[b:start], b, start, a, start2))
        if end > start:
            edits.append(make_edit(Op.DELETE, before[start:end], start, end, start2, start2, editorial))
        if end2 > start2:
            edits.append(make_edit(Op.INSERT, after[start2:end2], end, end, start2, end2, editorial))
        b, a = end, end2
    if len(before) > b:
        edits.append(make_edit(Op.KEEP, before[b:], b, len(before), a, len(after)))
    return tuple(edits)
