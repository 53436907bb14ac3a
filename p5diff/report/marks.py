"""Text in Markdown: escaped so that it stays text, and marks that every reader takes for marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from p5diff.model.alignment import Op
from p5diff.text.visible import visible

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$^]")
_AT_START = re.compile(r"^(\s*)([-+=:>]|\d{1,9}(?=[.)]))")
_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)")
_STAR = {Op.INSERT: "**", Op.DELETE: "~~"}
_TAG = {Op.INSERT: "ins", Op.DELETE: "del"}


def escaped(text: str, *, start: bool = False) -> str:
    """Text that Markdown prints as it is: no emphasis, link, tag, or list (at a line's `start`).

    >>> escaped("*a* <b> https://x.y")
    '\\\\*a\\\\* \\\\<b\\\\> https\\\\://x.y'
    """
    safe = _SPECIAL.sub(r"\\\g<0>", visible(text).replace("\n", " "))
    safe = _LINK.sub(r"\g<0>\\", safe)
    return _AT_START.sub(_escape_start, safe) if start else safe


def _escape_start(match: re.Match[str]) -> str:
    """`- a` → `\\- a`, but `1. a` → `1\\. a`: only the punctuation can be escaped."""
    space, first = match.groups()
    return f"{space}{first}\\" if first[0].isdigit() else f"{space}\\{first}"


def marked(pieces: Iterable[tuple[Op, str]], *, start: bool = True) -> str:
    """Pieces of text as one line: `~~dropped~~ **new**`.

    Spaces at the ends stay outside the marks. Where a reader of Markdown would not take the
    asterisks for marks (between a letter and a bracket, as often in Chinese), tags do.
    """
    parts = _parts(pieces)
    texts = [escaped(text, start=start and index == 0) for index, (_, text) in enumerate(parts)]
    result = ""
    for index, (op, _) in enumerate(parts):
        text = texts[index]
        if op is Op.KEEP:
            result += text
            continue
        after = _first(parts[index + 1][0], texts[index + 1]) if index + 1 < len(parts) else ""
        star = _STAR[op]
        if _opens(result[-1:], text[0]) and _opens(after, text[-1]) and not result.endswith(star[0]):
            result += f"{star}{text}{star}"
        else:
            result += f"<{_TAG[op]}>{text}</{_TAG[op]}>"
    return result


def _parts(pieces: Iterable[tuple[Op, str]]) -> list[tuple[Op, str]]:
    """Marked pieces without their outer spaces, which become pieces of their own."""
    parts: list[tuple[Op, str]] = []
    for op, text in pieces:
        core = text.strip()
        if op is Op.KEEP or not core:
            parts.append((op, text))
            continue
        at = text.index(core)
        lead, trail = text[:at], text[at + len(core) :]
        parts += [(o, t) for o, t in ((Op.KEEP, lead), (op, core), (Op.KEEP, trail)) if t]
    return parts


def _first(op: Op, text: str) -> str:
    return text[0] if op is Op.KEEP else _STAR[op][0]


def _opens(outside: str, inside: str) -> bool:
    """Whether marks between these characters count as marks (CommonMark, flanking)."""
    if inside.isspace():
        return False
    return not _punctuation(inside) or not outside or outside.isspace() or _punctuation(outside)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
