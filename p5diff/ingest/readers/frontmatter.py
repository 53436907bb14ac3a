"""Front matter of Markdown files: the plain scalars of YAML (`---`) and TOML (`+++`).

Only top-level `key: value` pairs are read, which is what statements carry; anything deeper is
left alone and said. TOML is read as every stranger's is (`text/toml.py`).
"""

from __future__ import annotations

import re

from p5diff.model.alignment import Note
from p5diff.text.toml import read as read_toml

_FENCE = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\n")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w\-]{0,60}):(?:[ \t]+(?P<value>.*))?$")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(\n[ \t]*)|(.))", re.S)
_SIMPLE = {
    "n": "\n",
    "t": "\t",
    "_": " ",
    "N": " ",
    " ": " ",
    '"': '"',
    "\\": "\\",
    "/": "/",
    "e": "",
    "0": "",
}


def split_front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], int, tuple[Note, ...]]:
    """(properties, where the body starts, notes) of a text with LF line ends."""
    opening = _FENCE.match(text)
    if not opening:
        return (), 0, ()
    mark = opening.group("mark")
    closing = re.compile(rf"^{re.escape(mark)}[ \t]*(?:\n|\Z)", re.M).search(text, opening.end())
    if not closing:
        return (), 0, ()
    inside = text[opening.end() : closing.start()]
    properties, notes = _toml(inside) if mark == "+++" else (_yaml(inside), ())
    return properties, closing.end(), notes


def _toml(inside: str) -> tuple[tuple[tuple[str, str], ...], tuple[Note, ...]]:
    try:
        values = read_toml(inside)
        return tuple(
            (k, str(v)) for k, v in values.items() if isinstance(v, (str, int, float)) or _is_date(v)
        ), ()
    except ValueError as error:  # a number of more digits than Python writes out is one, too
        return (), (Note(slug="front-matter-unread", message=f"the front matter is no TOML: {error}"),)


def _is_date(value: object) -> bool:
    return hasattr(value, "isoformat")


def _yaml(inside: str) -> tuple[tuple[str, str], ...]:
    """Top-level scalars, those over several lines included."""
    entries: list[tuple[str, list[str]]] = []
    for line in inside.split("\n"):
        match = _KEY.match(line)
        if match:
            entries.append((match.group("key"), [match.group("value") or ""]))
        elif entries and line[:1] in (" ", "\t"):
            entries[-1][1].append(line)
    found = ((key, _scalar("\n".join(lines).strip())) for key, lines in entries)
    return tuple((key, value) for key, value in found if value)


def _scalar(value: str) -> str:
    """A YAML scalar as text: quotes undone, line breaks folded."""
    if len(value) > 1 and value[0] == '"' and value[-1] == '"':
        value = _ESCAPE.sub(_unescape, value[1:-1])
    elif len(value) > 1 and value[0] == "'" and value[-1] == "'":
        value = value[1:-1].replace("''", "'")
    elif value[:1] in ("|", ">"):
        value = value.partition("\n")[2]
    return " ".join(value.split())


def _unescape(match: re.Match[str]) -> str:
    code = match.group(1) or match.group(2) or match.group(3)
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
    if match.group(4):
        return ""
    return _SIMPLE.get(match.group(5), match.group(5))
