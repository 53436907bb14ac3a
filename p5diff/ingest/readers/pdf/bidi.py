"""From the order of the page to the order of reading, for lines with right-to-left letters.

A page shows the result of the bidirectional algorithm (Unicode Annex 9). Here its rules for
letters, numbers and what stands between them are run backwards over the characters from left to
right: Arabic is turned round; Latin words and numbers keep their direction; a full stop or a
bracket beside a number belongs to the Arabic around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_RIGHT = frozenset({"R", "AL"})
_STRETCH = re.compile("(R+)")
_NUMBER_ARABIC = re.compile(r"\d+(?:[.,:/\u00a0\u066b\u066c]\d+)*")
_NUMBER_LATIN = re.compile(r"[#$€£%‰°]*\d+(?:[.,:/+\-\u2212\u00a0]\d+)*[#$€£%‰°]*")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"))


def right_to_left(characters: Iterable[str]) -> bool:
    """Whether any of the characters is written from right to left."""
    return any(unicodedata.bidirectional(c) in _RIGHT for text in characters for c in text)


def logical(visual: list[str], *, after_arabic: bool = True) -> str:
    """The text in reading order of one line whose characters come from left to right.

    `visual` holds one entry a glyph (a ligature has several letters, already in reading order).
    `after_arabic` tells whether the last letter before this line was Arabic, which decides
    whether "7-9" at its start is one number or two.

    >>> logical(list("cba 12.5 רק".replace("ר", "ب").replace("ק", "ا")))
    'اب 12.5 cba'
    """
    classes = "".join("R" if right_to_left([text]) else "n" for text in visual)
    result: list[str] = []
    position, arabic = len(visual), after_arabic
    for stretch in reversed(_STRETCH.split(classes)):
        start = position - len(stretch)
        glyphs, position = visual[start:position], start
        if stretch.startswith("R"):
            result += reversed(glyphs)
            arabic = True
        elif glyphs:
            result.append(_turn("".join(glyphs), arabic))
    return "".join(result)


def _turn(text: str, arabic: bool) -> str:
    """A stretch without right-to-left letters, between such letters or at an edge."""
    letters = [i for i, c in enumerate(text) if unicodedata.bidirectional(c) == "L"]
    if not letters:
        return _numbers(text, arabic)
    start, end = _latin_run(text, letters[0], letters[-1] + 1)
    return _numbers(text[end:], arabic) + text[start:end] + _numbers(text[:start], arabic)


def _latin_run(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from the first to the last Latin letter with the numbers joined to it.

    Numbers that follow a Latin word stand to its right and keep its direction ("LHC/2031/17").
    """
    if (match := re.match(r"[^\s\d]?[\d/.:,()\-]*\d(?!\w)", text[end:])) or (
        match := re.match(r"(?: \d+)+(?![\w.])", text[end:])
    ):
        end += match.end()
    if match := re.search(r"(?<!\S)\d[\d/.,:\-]*[ -]?$", text[:start]):
        start = match.start()
    while (
        end < len(text)
        and text[end] in ")]"
        and text[start:end].count("(["[text[end] == "]"]) > text[start:end].count(text[end])
    ):
        end += 1
    return start, end


def _numbers(text: str, arabic: bool) -> str:
    """Numbers keep their direction, everything around them is turned round."""
    pattern = _NUMBER_ARABIC if arabic else _NUMBER_LATIN
    result, position = [], len(text)
    for match in reversed(list(pattern.finditer(text))):
        result.append(_reversed(text[match.end() : position]))
        result.append(match.group())
        position = match.start()
    result.append(_reversed(text[:position]))
    return "".join(result)


def _reversed(text: str) -> str:
    return text[::-1]


def balanced(text: str) -> str:
    """Brackets of a right-to-left text the right way round.

    Some PDFs name the mirrored glyph, some the character. A pair whose closing bracket comes
    before its opening one everywhere is turned; mixed cases stay as they are.
    """
    for opening, closing in _PAIRS:
        if _depths(text, closing, opening) and not _depths(text, opening, closing):
            text = text.translate({ord(opening): closing, ord(closing): opening})
    return text


def _depths(text: str, opening: str, closing: str) -> bool:
    """Whether the brackets pair off: never closed before opened, all closed at the end."""
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return False
    return depth == 0 and opening in text
