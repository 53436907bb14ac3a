"""Roles: title, heading, letter, body, signature, date and place, told from the stored text.

The rules see blocks of lines and nothing of the source, so a text that a person edits keeps or
gains its roles by the same rules:

- a heading line (`#`) is a title at depth 1, a heading below;
- a signature is a short block without a sentence that bears a mark of signing, or an office,
  where a letter or the document ends;
- a letter is what stands before such a signature, or before the next title, if its title names
  a letter or a sentence in it sends a document on;
- a date is a block that is a date and nothing else; a place, a name beside one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.memo import memo
from p5diff.model.statement import Role
from p5diff.text.dates import AROUND_DATE, LONGEST_DATE, is_place, place_and_date, whole_date
from p5diff.text.labels import split_label
from p5diff.text.segment import ends_sentence

_SHORT = 90
"""Characters of a short line: about one line of print, half of it in scripts without spaces."""
_COUNTED = 4
"""Characters of what counts annexes: "I", "XVII", "2"."""
_LONGEST_ANNEX = 100
"""Chinese characters of the longest line that names the letter to which something is attached: date, country,
office and addressee have about 60."""
_MOST_LINES = 10
"""Lines of an address, a date or a block of signatures; what has more is text."""


class TextBlock(NamedTuple):
    """Lines that stand together in stored text; `level` is the heading depth, 0 for none."""

    lines: tuple[str, ...]
    level: int = 0


def assign(blocks: Sequence[TextBlock], *, language: Language) -> list[Role]:
    """The role of each block."""
    roles = [_own_role(block, language) for block in blocks]
    _mark_signatures(blocks, roles, language)
    _mark_letter(blocks, roles, language)
    _mark_places(blocks, roles, language)
    return roles


@memo(2048)  # asked of the lines on both sides of a gap, and again once they are a text
def is_signed(text: str, language: Language) -> bool:
    """Whether a line bears the mark of a signature."""
    return _pattern(language, "SIGNED").search(text) is not None


def is_office(text: str, language: Language) -> bool:
    """Whether a line names an office that signs."""
    return _pattern(language, "OFFICES").search(text) is not None


def sends_document(text: str, language: Language) -> bool:
    """Whether a sentence sends a document on."""
    return _pattern(language, "TRANSMITTALS").search(text) is not None


def names_letter(text: str, language: Language) -> bool:
    """Whether a title is that of a letter."""
    return _pattern(language, "LETTER_TITLES").search(text) is not None


def names_annex(text: str, language: Language) -> bool:
    """Whether a line only says that something is attached: "Annex II", "Annex to the letter dated …"; in
    Chinese the word stands last, "…的信的附件"."""
    line = text.strip(" .:：[]()*_")
    if not language.SEPARATOR:
        front = next((line.removesuffix(one) for one in language.ANNEX_TITLES if line.endswith(one)), "")
        if front.endswith("的") and len(front) <= _LONGEST_ANNEX and names_letter(front[:-1], language):
            return True
    word, _, rest = line.partition(" ")
    if word.casefold() not in language.ANNEX_TITLES:
        return False
    return not rest or len(rest) <= _COUNTED or names_letter(rest, language)


def is_short_line(text: str, language: Language) -> bool:
    """Whether a line can belong to a signature: short, no sentence, nothing left open."""
    limit = _SHORT // 2 if not language.SEPARATOR else _SHORT
    if len(text) > limit or text[-1] in ":：;；、":
        return False
    return text.endswith((")", "）")) or not ends_sentence(text, language=language)


def is_running(line: str) -> bool:
    """Whether a line by itself can only be running text: no heading, and too long for a signature,
    a date or a place."""
    return not line.startswith("#") and len(line.strip(AROUND_DATE)) > max(_SHORT, LONGEST_DATE)


@cache
def _pattern(language: Language, name: str) -> re.Pattern[str]:
    parts = getattr(language, name)
    return re.compile("|".join(f"(?:{p})" for p in parts), re.IGNORECASE)


def _own_role(block: TextBlock, language: Language) -> Role:
    """What the block is by itself."""
    if block.level:
        return Role.TITLE if block.level == 1 else Role.HEADING
    if len(block.lines) == 1:
        line = block.lines[0]
        if whole_date(line, language=language) or place_and_date(line, language=language):
            return Role.DATE
    return Role.BODY


def _mark_signatures(blocks: Sequence[TextBlock], roles: list[Role], language: Language) -> None:
    """Blocks with a mark of signing; blocks of offices just before a title or at the end."""
    for index, block in enumerate(blocks):
        if roles[index] is not Role.BODY or not _can_sign(block, language):
            continue
        signed = any(is_signed(line, language) for line in block.lines)
        office = len(block.lines) > 1 and any(is_office(line, language) for line in block.lines)
        if signed or (office and _closes(blocks, roles, index, language)):
            roles[index] = Role.SIGNATURE


def _can_sign(block: TextBlock, language: Language) -> bool:
    return len(block.lines) <= _MOST_LINES and all(is_short_line(line, language) for line in block.lines)


def _closes(blocks: Sequence[TextBlock], roles: Sequence[Role], index: int, language: Language) -> bool:
    """Whether nothing but dates, places and titles follows directly."""
    if index == 0:
        return False
    rest = [i for i in range(index + 1, len(blocks)) if roles[i] is not Role.DATE]
    return (
        not rest
        or blocks[rest[0]].level == 1
        or (rest == [index + 1] and is_place(blocks[rest[0]].lines[0], language=language))
    )


def _mark_letter(blocks: Sequence[TextBlock], roles: list[Role], language: Language) -> None:
    """The letter, if the document opens with one and something follows it."""
    end = _letter_end(blocks, roles)
    if end is None:
        return
    opening = [i for i in range(end) if blocks[i].level == 1]
    named = any(names_letter(" ".join(blocks[i].lines), language) for i in opening)
    sends = any(
        sends_document(" ".join(blocks[i].lines), language) for i in range(end) if roles[i] is Role.BODY
    )
    if not (sends or (named and any(roles[i] is Role.SIGNATURE for i in range(end + 1)))):
        return
    for index in range(end):
        if roles[index] is Role.BODY:
            roles[index] = Role.LETTER


def _letter_end(blocks: Sequence[TextBlock], roles: Sequence[Role]) -> int | None:
    """Index after the last block that a letter could have: its signature, or the next title."""
    first_text = next((i for i, b in enumerate(blocks) if not b.level and roles[i] is Role.BODY), None)
    if first_text is None:
        return None
    for index in range(first_text, len(blocks)):
        if roles[index] is Role.SIGNATURE:
            follows = any(roles[i] is Role.BODY for i in range(index + 1, len(blocks)))
            return index + 1 if follows else None
        if blocks[index].level == 1:
            return index
    return None


def _mark_places(blocks: Sequence[TextBlock], roles: list[Role], language: Language) -> None:
    """A single short name beside a date is its place."""
    for index, block in enumerate(blocks):
        if (
            roles[index] is not Role.BODY
            or len(block.lines) != 1
            or not is_place(block.lines[0], language=language)
        ):
            continue
        if split_label(block.lines[0], language=language)[0]:
            continue
        beside = [roles[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
        if Role.DATE in beside:
            roles[index] = Role.PLACE
