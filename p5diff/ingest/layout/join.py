"""Join lines again: spaces where the language has them, divided words made whole.

A hyphen at the end of a line either belongs to the word ("non-proliferation") or only divides
it ("disarma-ment"). The text itself is the witness: how the word stands elsewhere decides, then
how its parts do, then the beginnings and endings that the language module lists.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.text.characters import has_figure, is_wide

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_LAST = re.compile(r"(?P<left>[^\W_]{1,40})(?P<hyphen>[-\u2010\u2011\u00ad])$")
_FIRST = re.compile(r"[^\W_]{1,40}")
_SPACES = re.compile(" {2,}")
_DECIMAL = re.compile(r"(?<!\d)\d{1,12}[.,]$")
"""A number that a line breaks behind its point; sentences end in full width there."""
_NOTE_MARK = re.compile(r"(?:^|[\s,;:)”»،؛。，；：、）])\d{1,2}/$")
"""The mark of a typed note that ends a line ("resolution 23, 1/"). A symbol that a line divides has no space
before its figure, or figures behind it ("A/AC.296/CRP.1/" and "Rev.1")."""
_AND_ALONE = re.compile(r"(?<!\S)و$")
"""The Arabic "and" by itself: it is written onto what follows, and a line breaks behind it before figures."""
NO_EVIDENCE = "nothing speaks for a compound"
"""The reason of a `Division` that nothing in the text or the language decides."""
_FEW = 4
"""Witnesses against a word, where none speaks for it, that still allow joining: a rare slip proves little."""
_LONG_SUFFIX = 5
"""Letters of an ending that is no word of its own, whatever stands before it ("in-ternational")."""
_WHOLE_START, _WHOLE_END = 4, 5
"""Letters of the first and the last part of a compound that are no syllables: "sur-facing" has shorter."""
_STEM, _BEYOND = 3, 2
"""Letters of a first part, and of the second one after it, that only forms of one word share: compounds whose
first part is no word of the text begin as no other word does."""
_HYPHENS = "-\u2010\u2011\u00ad"
_OPENING = "([{“‘„（《〈「『【¿¡"
_CLOSING = ")]}”’.,;:!?，。、；：？！）》〉」』】،؛؟"
_CHINESE_GAP = re.compile(r"(?<=[^\s]) +(?=[^\s])")


class WordWitnesses(NamedTuple):
    """Words of a document as they stand inside its lines: the witnesses for divided words."""

    words: frozenset[str]
    divides: bool = True
    """Whether the document divides words at line ends at all, as far as it can be proved."""
    in_order: tuple[str, ...] = ()
    """The words without their accents, sorted: those that begin alike stand together."""

    def has_form(self, left: str, right: str) -> bool:
        """Whether a word begins as two parts do that are one: "résu" and "mer" as "résumé" does. The first
        part must be no word: "cost" and "sharing" begin as "costs" does."""
        if len(left) < _STEM or len(right) < _BEYOND or left in self.words:
            return False
        start = _plain(left) + _plain(right)[:_BEYOND]
        at = bisect_left(self.in_order, start)
        return at < len(self.in_order) and self.in_order[at].startswith(start)

    @classmethod
    def of(cls, texts: Sequence[str]) -> WordWitnesses:
        """All words but those that a line end may have cut (the last one of a line). Where no
        line ends in a word and a hyphen nobody will ask, and none are collected."""
        if not any(map(_last, texts[:-1])):
            return cls(frozenset())
        words: set[str] = set()
        for text in texts:
            found = _words(text)
            words.update(found if text[-1:] not in _HYPHENS else found[:-1])
            words.update(part for word in found[:-1] if "-" in word for part in word.split("-"))
        return cls(frozenset(words), _divides(texts, words), tuple(sorted(map(_plain, words))))


def _plain(word: str) -> str:
    """A word without its accents: those of its ending change with its form ("résumé", "résumer")."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


def _words(text: str) -> list[str]:
    """The words of a line in lower case, with one kind of hyphen."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [m.group().lower().replace("\u2010", "-").replace("\u2011", "-") for m in _WORD.finditer(text)]


def _last(text: str) -> re.Match[str] | None:
    """The word that a hyphen at the end of the line divides or belongs to."""
    return _LAST.search(text[-41:]) if text[-1:] in _HYPHENS else None


def _divides(texts: Sequence[str], words: set[str]) -> bool:
    """Whether words are divided: proved where the whole word stands elsewhere. A document whose
    line-end hyphens are several and never proved only breaks lines after hyphens of its own."""
    proved = whole = other = 0
    for last, text in pairwise(texts):
        left = _last(last)
        right = _FIRST.match(text) if left else None
        if not left or not right:
            continue
        first, second = left.group("left").lower(), right.group().lower()
        proved += first + second in words or left.group("hyphen") == "\u00ad"
        whole += f"{first}-{second}" in words
        other += 1
    return proved > 0 or (whole == 0 and other < _FEW)


class Division(NamedTuple):
    """A word that a line end divided, and what became of its hyphen."""

    word: str
    kept: bool
    reason: str


def join_lines(
    texts: Sequence[str], *, language: Language, words: WordWitnesses
) -> tuple[str, tuple[int, ...], tuple[Division, ...]]:
    """One line from many: the text, where each line starts in it, and the words made whole."""
    joined: list[str] = []
    starts: list[int] = []
    divisions: list[Division] = []
    length = 0
    last = ""
    for text in texts:
        piece, hyphen = text, _divided(last, text, language, words)
        if hyphen:
            divisions.append(hyphen)
            if not hyphen.kept:
                joined[-1] = joined[-1][:-1]
                length -= 1
        elif joined:
            gap = space_between(last, text, language=language)
            joined.append(gap)
            length += len(gap)
        starts.append(length)
        joined.append(piece)
        length += len(piece)
        last = text
    return "".join(joined), tuple(starts), tuple(divisions)


def _divided(last: str, text: str, language: Language, words: WordWitnesses) -> Division | None:
    """What a hyphen at the end of `last` is, or None where there is none."""
    left = _last(last)
    right = _FIRST.match(text) if left else None
    if not left or not right:
        return None
    first, second = left.group("left"), right.group()
    if left.group("hyphen") == "\u00ad":
        return Division(first + second, False, "soft hyphen")
    around = last[: -len(left.group())], text[right.end() :]
    kept, reason = _keep_hyphen(first, second, around, language, words)
    return Division(f"{first}-{second}" if kept else first + second, kept, reason)


def _keep_hyphen(
    first: str, second: str, around: tuple[str, str], language: Language, words: WordWitnesses
) -> tuple[bool, str]:
    """Whether the hyphen is the word's own, and by which evidence: the first that speaks."""
    left, right = first.lower(), second.lower()
    known = language
    chained = around[0].endswith(tuple(_HYPHENS)) or around[1].startswith(tuple(_HYPHENS))
    apart = left in words.words and right in words.words
    capital = not second[0].islower() and not is_shouted(first, second)
    evidence = (
        (capital or not left.isalpha(), True, "capital or figure"),
        (f"{left}-{right}" in words.words, True, "stands with its hyphen elsewhere"),
        (left + right in words.words, False, "stands without a hyphen elsewhere"),
        (left + right in known.COMMON_WORDS | known.STARTING_WORDS, False, "a common word"),
        (chained, True, "one of several hyphens in the word"),
        (len(right) >= _LONG_SUFFIX and right in known.SUFFIXES, False, "usual ending"),
        (left in known.COMPOUND_STARTS, True, "usual first part of a compound"),
        (right in known.COMPOUND_ENDS, True, "usual last part of a compound"),
        (words.has_form(left, right), False, "another form of it stands elsewhere"),
        (left + right in _verb_forms(known), False, "a form of a verb"),
        (len(left) > 1 and left[-1] in known.UNFINISHED, False, "its first part ends as no word does"),
        (not words.divides, True, "no word of the text is divided for sure"),
        (right in known.SUFFIXES, False, "usual ending"),
        (apart, True, "both parts are words of the text"),
        (right.startswith(known.SUFFIXES), False, "usual ending"),
    )
    for holds, kept, reason in evidence:
        if holds:
            return kept, reason
    return False, NO_EVIDENCE


@cache
def _verb_forms(language: Language) -> frozenset[str]:
    """Every word in the tables of a language's verbs, in lower case: witnesses where the text has none."""
    forms = (form for sets in language.verbs().values() for made in sets.values() for form in made)
    return frozenset(word for form in forms for word in _WORD.findall(form.lower()))


def is_shouted(first: str, second: str) -> bool:
    """Whether both parts are of capitals alone, so that a capital behind the hyphen tells nothing."""
    return len(first) > 1 and len(second) > 1 and first.isupper() and second.isupper()


def is_known_compound(left: str, right: str, *, language: Language, words: WordWitnesses) -> bool:
    """Whether two parts in lower case are a compound though a program divides words.

    Its last part is usual in compounds and no ending of other words, and its first part is a word, or both
    are too long for syllables ("cost-sharing", "twenty-first").
    """
    if left in language.COMPOUND_TENS:
        return right not in language.SUFFIXES
    if right not in language.COMPOUND_ENDS - language.COMPOUND_SYLLABLES:
        return False
    if left in language.COMPOUND_SYLLABLES:
        return False
    long = len(left) >= _WHOLE_START and len(right) >= _WHOLE_END
    return long or left in words.words or left in language.COMPOUND_STARTS


def space_between(left: str, right: str, *, language: Language) -> str:
    """What stands between two lines that are one: a space, or nothing.

    >>> from p5diff.language import en, zh
    >>> space_between("2009年伦敦和", "2011年", language=zh), space_between("the", "end", language=en)
    ('', ' ')
    """
    if not left or not right:
        return ""
    a, b = left[-1], right[0]
    figures = b.isdigit() and (a.isdigit() or _DECIMAL.search(left))
    if not language.SEPARATOR and (is_wide(a) or is_wide(b) or figures):
        return ""
    if is_han(a) and is_han(b):
        return ""
    if b == "%" and not language.SEPARATOR:
        return ""  # elsewhere a line breaks before it only where a space stood
    if _glued_mark(left, right) or (b in _CLOSING and b not in language.SPACED_MARKS):
        return ""
    return " "


def _glued_mark(left: str, right: str) -> bool:
    """Whether a mark at the line end or start binds both sides without a space."""
    a, before = left[-1], left[-2:-1]
    if a in _OPENING or _goes_on_with_stroke(left, right):
        return True
    if right[0].isdigit() and _AND_ALONE.search(left):
        return True
    if a == "/" and _NOTE_MARK.search(left) and not has_figure(right.split(maxsplit=1)[0]):
        return False
    binds = a in "—/-\u2010\u2011" or left.endswith("--") or (a == "–" and before.isdigit())
    if binds and before not in ("", " "):
        return True
    dash = 2 if right.startswith("--") else 1 if right[0] == "—" else 0
    return dash > 0 and right[dash : dash + 1] not in ("", " ")


def _goes_on_with_stroke(left: str, right: str) -> bool:
    """Whether a stroke between two words or figures opens the line ("October" / "/November"): some programs
    break lines before it. A path ("/etc/hosts") has a second one, and stands by itself."""
    word = right.split(maxsplit=1)[0]
    return word[0] == "/" and word[1:2].isalnum() and "/" not in word[1:] and left[-1].isalnum()


def spacing(text: str, *, language: Language) -> str:
    """Single spaces; in Chinese, none beside a full-width character.

    >>> from p5diff.language import zh
    >>> spacing("2009年伦敦和 2011年 NPT 会议", language=zh)
    '2009年伦敦和2011年NPT会议'
    """
    text = _SPACES.sub(" ", text).strip(" ") if "  " in text else text.strip(" ")
    if language.SEPARATOR:
        return text
    return _CHINESE_GAP.sub(lambda m: _chinese_gap(text, m), text)


def _chinese_gap(text: str, gap: re.Match[str]) -> str:
    beside = text[gap.start() - 1], text[gap.end()]
    if "|" in beside:
        return " "  # it parts the cells of a row
    return "" if any(is_wide(c) or c in "“”‘’…―—" for c in beside) else " "
