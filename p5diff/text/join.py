"""Join lines again: spaces where the language has them, divided words made whole.

A hyphen at the end of a line either belongs to the word ("non-proliferation") or only divides
it ("disarma-ment"). The text itself is the witness: how the word stands elsewhere decides, then
how its parts do, then the beginnings and endings that the language module lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from p5diff.language import LANGUAGES
from p5diff.text.characters import is_han, is_wide

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_LAST = re.compile(r"(?P<left>[^\W_]{1,40})(?P<hyphen>[-\u2010\u2011\u00ad])$")
_FIRST = re.compile(r"[^\W_]{1,40}")
_OPENING = "([{“‘«„（《〈「『【¿¡/"
_CLOSING = ")]}”’.,;:!?%，。、；：？！）》〉」』】،؛؟"
_CHINESE_GAP = re.compile(r"(?<=[^\s]) +(?=[^\s])")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a document as they stand inside its lines: the witnesses for divided words."""

    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """All words but those that a line end may have cut (the last one of a line)."""
        counts: Counter[str] = Counter()
        for text in texts:
            found = [m.group().lower() for m in _WORD.finditer(text)]
            counts.update(found if text[-1:] not in "-\u2010\u2011\u00ad" else found[:-1])
        return cls(frozenset(counts))


@dataclass(frozen=True, slots=True)
class Division:
    """A word that a line end divided, and what became of its hyphen."""

    word: str
    kept: bool
    reason: str


def join_lines(
    texts: Sequence[str], *, language: str, words: Vocabulary
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


def _divided(last: str, text: str, language: str, words: Vocabulary) -> Division | None:
    """What a hyphen at the end of `last` is, or None where there is none."""
    left, right = _LAST.search(last), _FIRST.match(text)
    if not left or not right:
        return None
    first, second = left.group("left"), right.group()
    if left.group("hyphen") == "\u00ad":
        return Division(first + second, False, "soft hyphen")
    kept, reason = _keep_hyphen(first, second, last[: left.start()], language, words)
    return Division(f"{first}-{second}" if kept else first + second, kept, reason)


def _keep_hyphen(first: str, second: str, before: str, language: str, words: Vocabulary) -> tuple[bool, str]:
    """Whether the hyphen is the word's own, and by which evidence."""
    left, right = first.lower(), second.lower()
    if not right[0].islower() or second[0].isupper() or not left.isalpha() or before.endswith("-"):
        return True, "capital, figure or chain"
    if f"{left}-{right}" in words.words:
        return True, "stands with its hyphen elsewhere"
    if left + right in words.words:
        return False, "stands without a hyphen elsewhere"
    known = LANGUAGES.get(language)
    if known and left in known.COMPOUND_STARTS:
        return True, "usual first part of a compound"
    if known and right.startswith(known.SUFFIXES) and right in known.SUFFIXES:
        return False, "usual ending"
    if left in words.words and right in words.words:
        return True, "both parts are words of the text"
    if known and right.startswith(known.SUFFIXES) and left not in words.words:
        return False, "usual ending"
    if left in words.words or right in words.words:
        return len(left) > 2 and language == "en", "one part is a word of the text"
    return False, "neither part is a word of the text"


def space_between(left: str, right: str, *, language: str) -> str:
    """What stands between two lines that are one: a space, or nothing.

    >>> space_between("2009年伦敦和", "2011年", language="zh"), space_between("the", "end", language="en")
    ('', ' ')
    """
    if not left or not right:
        return ""
    a, b = left[-1], right[0]
    if language == "zh" and (is_wide(a) or is_wide(b) or (a.isdigit() and b.isdigit())):
        return ""
    if is_han(a) and is_han(b):
        return ""
    if _glued_mark(left, right) or (b in _CLOSING and language != "fr"):
        return ""
    return "" if language == "fr" and b in ").,]}" else " "


def _glued_mark(left: str, right: str) -> bool:
    """Whether a mark at the line end or start binds both sides without a space."""
    a, before = left[-1], left[-2:-1]
    if a in "([{“‘«„（《〈「『【¿¡":
        return not (a == "«" and before in ("", " ") and len(left) > 1 and False)
    binds = a in "—/-\u2010\u2011" or left.endswith("--") or (a == "–" and before.isdigit())
    if binds and before not in ("", " "):
        return True
    return right[0] == "—" and right[1:2] not in ("", " ")


def spacing(text: str, *, language: str) -> str:
    """Single spaces; in Chinese, none beside a full-width character.

    >>> spacing("2009年伦敦和 2011年 NPT 会议", language="zh")
    '2009年伦敦和2011年NPT会议'
    """
    text = re.sub(r" {2,}", " ", text).strip(" ")
    if language != "zh":
        return text
    return _CHINESE_GAP.sub(lambda m: _chinese_gap(text, m), text)


def _chinese_gap(text: str, gap: re.Match[str]) -> str:
    beside = text[gap.start() - 1], text[gap.end()]
    return "" if any(is_wide(c) or c in "“”‘’…―—" for c in beside) else " "
