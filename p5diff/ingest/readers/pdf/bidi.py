"""From the order of the page to the order of reading, for lines with right-to-left letters.

A page shows the result of the bidirectional algorithm (Unicode Annex 9). Here its rules for
letters, numbers and what stands between them are run backwards over the characters from left to
right: Arabic is turned round; Latin words and numbers keep their direction; a full stop or a
bracket beside a number belongs to the Arabic around it.

A bracket is drawn mirrored in right-to-left text, and files name it after its look or after its sense,
often both in one line. So its look is told by what stands beside it (`drawn`), and its sense follows
from the direction it is read in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_RIGHT = frozenset({"R", "AL"})
_STRETCH = re.compile("(R+)")
_NUMBER_ARABIC = re.compile(r"\d+(?:[.,:/\u00a0\u066b\u066c]\d+)*")
_NUMBER_LATIN = re.compile(r"[#$€£%‰°]*\d+(?:[.,:/+\-\u2212\u00a0]\d+)*[#$€£%‰°]*")
_OPENING, _CLOSING = "([{«‹", ")]}»›"
_MIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_OUTSIDE = frozenset('.,;:!?،؛؟…/-–—"“”')
"""Signs that stand outside of brackets: beside one, they tell no more than an edge."""
_SMALL_FIGURE = "[⁰¹²³⁴-⁹₀-₉\ufdd0-\ufdef]"
"""Raised and lowered figures, and what stands for them: to the right of the Latin letters before them."""
_RAISED = re.compile(f"{_SMALL_FIGURE}+")
_UNIT = re.compile(rf"(?:[kcdmµ]?m|[km]?[gl]|ha|[kMGT]?Wh?|[kMGT]?Hz|t){_SMALL_FIGURE}*")
"""A unit is read after its number, where a Latin word is read before one ("RC 48"); both look the same."""
_STOPS = frozenset(".,;:!?،؛؟…")


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
    visual = drawn(visual)
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
    if match := _RAISED.match(text[end:]):
        end += match.end()
    if (match := re.match(r"[^\s\d]?[\d/.:,()\-]*\d(?!\w)", text[end:])) or (
        not _UNIT.fullmatch(text[start:end]) and (match := re.match(r"(?: \d+)+(?![\w.])", text[end:]))
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
    """Read from right to left: a sign that looks like an opening bracket closes."""
    return text[::-1].translate(_MIRRORED)


def drawn(visual: list[str]) -> list[str]:
    """The same characters from left to right, each bracket named after its look.

    What a bracket encloses stands on its inner side, a space or the end of the line on the other. Where
    both sides are alike the pair decides: of two brackets with their words between them the left one
    opens to the right. What neither tells keeps its name.

    >>> "".join(drawn(list("ج )ب( ا"))), "".join(drawn(list(")EU) ا")))
    ('ج (ب) ا', '(EU) ا')
    >>> "".join(drawn(list("[ج][ب] ا")))
    '[ج][ب] ا'
    """
    result = list(visual)
    undecided: list[int] = []
    for index, text in enumerate(visual):
        if len(text) != 1 or text not in _OPENING + _CLOSING:
            continue
        look = _look(visual, index)
        if look is None:
            undecided.append(index)
        elif text not in (_OPENING if look == "open" else _CLOSING):
            result[index] = text.translate(_MIRRORED)
    for number, index in enumerate(undecided):
        result[index] = _by_pair(result, index, frozenset(undecided[number:]))
    return result


def _look(visual: list[str], index: int) -> str | None:
    """`open` where the words stand to the right of the bracket, `close` where to the left."""
    left, right = _side(visual, index, -1), _side(visual, index, 1)
    if left == right == "edge" and any(map(_STOPS.__contains__, visual[max(index - 1, 0) : index + 2])):
        return "open"  # a stop stands right before or after what closes, which opens to the right in Arabic
    if left == right:
        return None
    return "open" if right == "word" else "close"


def _side(visual: list[str], index: int, step: int) -> str:
    """What stands beside a bracket: `word`, or `edge`. Further brackets are looked through."""
    index += step
    while 0 <= index < len(visual) and len(visual[index]) == 1 and visual[index] in _OPENING + _CLOSING:
        index += step
    if not 0 <= index < len(visual):
        return "edge"
    text = visual[index]
    return "edge" if text.isspace() or text in _OUTSIDE else "word"


def _by_pair(visual: list[str], index: int, undecided: frozenset[int]) -> str:
    """A bracket between two words ("word(s)"): it closes what opened before, or opens what closes
    after. A sign inside Arabic words that calls itself a bracket again and again has no such partner."""
    text = visual[index]
    opening = text if text in _OPENING else text.translate(_MIRRORED)
    closing = opening.translate(_MIRRORED)
    told = [(i, t) for i, t in enumerate(visual) if t in (opening, closing) and i not in undecided]
    if _is_alone((t for i, t in reversed(told) if i < index), opening):
        return closing
    return opening if _is_alone((t for i, t in told if i > index), closing) else text


def _is_alone(brackets: Iterable[str], wanted: str) -> bool:
    """Whether one of these brackets has no partner before it in them."""
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket == wanted else -1
        if depth > 0:
            return True
    return False
