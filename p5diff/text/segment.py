"""Sentences: where they end, in six languages.

Spans are half-open in code points; they cover everything but the white space between sentences,
in order. A full stop ends a sentence when a space and a possible beginning follow, unless what
stands before it is an abbreviation, an initial, or a number that counts the paragraph. Full-width
marks (。！？) end one wherever they stand, with the closing marks after them. Semicolons and
colons never do.
"""

from __future__ import annotations

import re
from functools import cache

from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.model.alignment import Span
from p5diff.text.characters import is_wide

_CLOSERS = "\"'”’»›)\\]}）」』】〉》〕"
_NOTE = r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)?"
_CANDIDATE = re.compile(
    rf"(?:(?P<wide>[。！？｡]+)[{_CLOSERS}]*|(?P<narrow>[.?!…؟۔．]+)(?: ?»|[{_CLOSERS}])*{_NOTE})"
)
_MAY_END = frozenset(".?!…؟۔．。！？｡¹²³⁰⁴⁵⁶⁷⁸⁹" + _CLOSERS.replace("\\", ""))
"""What a sentence can end with: the last characters of all that `_CANDIDATE` matches."""
_IN_END = "".join(_MAY_END) + " [0123456789"
"""All that such an end can hold, but for the digits of other scripts."""
_GOES_ON = "，、；：,;:"
_OPENERS = re.compile(r"[\"'“‘«„‹(\[{¿¡–—\-* ]{0,8}")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“«„'’‘,;:/]{1,24}$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_JOINTS = ("", ".", "-")
"""What stands after an initial, if anything."""
_LOOK = 40


def sentences(text: str, *, language: Language) -> list[Span]:
    """Spans of the sentences of one paragraph (its label already split off).

    >>> from p5diff.language import en
    >>> [tuple(s) for s in sentences("Mr. Lee met No. 5. They agreed.", language=en)]
    [(0, 18), (19, 31)]
    """
    text = text.rstrip()
    spans: list[Span] = []
    start = _skip_space(text, 0)
    for match in _CANDIDATE.finditer(text):
        end = match.end()
        if end <= start or not _ends(text, match, start, language):
            continue
        spans.append(Span(start, end))
        start = _skip_space(text, end)
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans


def ends_sentence(text: str, following: str = "", *, language: Language) -> bool:
    """Whether `text` ends with the end of a sentence, given what follows it (if anything)."""
    if text[-1:] not in _MAY_END:
        return False
    tail = text[-_LOOK * 2 :]
    joined = f"{tail} {following[:_LOOK]}".rstrip() if following else tail
    words = tail.rstrip(_IN_END)
    for match in _CANDIDATE.finditer(joined, 0 if words[-1:].isdecimal() else len(words)):
        if match.start() < len(tail) <= match.end():
            return not following or _ends(joined, match, 0, language)
    return False


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _ends(text: str, match: re.Match[str], start: int, language: Language) -> bool:
    """Whether the candidate ends the sentence that began at `start`."""
    end = match.end()
    if end >= len(text):
        return True
    if match.group("wide"):
        return text[end] not in _GOES_ON
    if not language.SEPARATOR and _chinese_goes_on(text, match):
        return False
    if not text[end].isspace() and not (not language.SEPARATOR and is_wide(text[end])):
        return False
    return _begins_after(text, match, start, language)


def _begins_after(text: str, match: re.Match[str], start: int, language: Language) -> bool:
    """Whether what follows the mark can begin a sentence, and the mark is not its word's own."""
    ahead = text[match.end() : match.end() + _LOOK].lstrip()
    head = ahead[_match_end(_OPENERS, ahead) :]
    marks = match.group("narrow")
    if not head or head[0].islower():
        return not ahead
    if "…" in marks or marks.startswith(".."):
        return language.CASED and head[0].isupper()
    before = text[max(start, match.start() - _LOOK) : match.start()]
    return marks != "." or not _stop_of_word(before, head, language)


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _chinese_goes_on(text: str, match: re.Match[str]) -> bool:
    """In Chinese, an ellipsis joins, and a Latin stop ends nothing but Latin sentences."""
    marks = match.group("narrow")
    if marks == "．":
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return before.isdigit() or not is_han(after)
    return "…" in marks or (marks[0] == "." and text[match.end() : match.end() + 1] != " ")


def _stop_of_word(before: str, head: str, language: Language) -> bool:
    """Whether the full stop after `before` belongs to its last word, not to the sentence."""
    found = _WORD_BEFORE.search(before.rpartition(" ")[2])
    if not found:
        return False
    word = found.group()
    if before == word and len(word) <= 3 and (word.isdigit() or (len(word) == 1 and word.isalpha())):
        return True  # a number or letter that opens the text counts it: "4. The …"
    lower = word.lower().strip("-–—")
    words = language
    if lower in words.ENDING_ABBREVIATIONS or _is_initial(word):
        return not _starts_sentence(head, language)
    counted = lower in words.NUMBER_ABBREVIATIONS and (head[0].isdigit() or _is_roman(head))
    return counted or lower in words.ABBREVIATIONS


def _is_initial(word: str) -> bool:
    """A capital letter, or letters with stops between: "А", "J.-P", "U.S"."""
    if word[1:2] not in _JOINTS:
        return False
    parts = re.split(r"[.\-]", word)
    return all(len(part) == 1 and part.isalpha() and not is_han(part) for part in parts) and (
        len(parts) > 1 or word.isupper()
    )


def _is_roman(head: str) -> bool:
    return re.match(r"[IVXLC]+\b", head) is not None


def _starts_sentence(head: str, language: Language) -> bool:
    """Whether the next word, capitalised, is one that begins sentences rather than names."""
    found = _WORD_AFTER.match(head)
    if found and len(found.group()) == 1 and head[1:2] == ".":
        return False  # another initial: "А. А. Иванов"
    return bool(found) and found.group().lower() in _starters(language)  # type: ignore[union-attr]


@cache
def _starters(language: Language) -> frozenset[str]:
    return language.COMMON_WORDS
