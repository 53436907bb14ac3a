"""The one canonical TOML form that p5diff writes: fixed order, one line a field, no surprises.

Reading is `tomllib`; this is the other half, for the few shapes that a corpus uses. Characters
that cannot be seen are written as escapes, so that a diff of the file shows them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from p5diff.errors import CorpusError
from p5diff.text.visible import hidden_characters

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def parse(data: bytes, *, place: str) -> dict[str, Any]:
    """The table in `data`; raises `CorpusError` (slug `broken-toml`) naming `place` and line."""
    import tomllib  # two files outside any corpus need none

    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        cause = f"byte {error.start} is not UTF-8"
    except tomllib.TOMLDecodeError as error:
        cause = str(error)
    except RecursionError:
        cause = "tables are nested too deep"
    raise CorpusError(
        "broken-toml",
        f"{place} is not valid TOML",
        cause=cause,
        hint="mend the file at that place; https://toml.io shows the form",
    )


def write(table: Mapping[str, Any]) -> str:
    """The table as TOML: plain values first, then tables, then lists of tables.

    Values: text, int, bool, lists of text, tables of text, lists of tables. Empty ones are left out.
    """
    lines = [*_plain(table)]
    _tables(table, "", lines)
    return "\n".join(lines).strip("\n") + "\n"


def _plain(table: Mapping[str, Any]) -> list[str]:
    return [f"{_key(k)} = {_value(v)}" for k, v in table.items() if not _is_empty(v) and not _nested(v)]


def _tables(table: Mapping[str, Any], prefix: str, lines: list[str]) -> None:
    for key, value in table.items():
        name = f"{prefix}{_key(key)}"
        if isinstance(value, Mapping):
            if not all(isinstance(item, Mapping) for item in value.values()):
                lines += ["", f"[{name}]", *_plain(value)]
            _tables(value, f"{name}.", lines)
        elif _nested(value):
            for item in value:
                lines += ["", f"[[{name}]]", *_plain(item)]
                _tables(item, f"{name}.", lines)


def _nested(value: Any) -> bool:
    return isinstance(value, Mapping) or (
        isinstance(value, list | tuple) and bool(value) and isinstance(value[0], Mapping)
    )


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, list | tuple | Mapping) and not value)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quote(value)
    return "[" + ", ".join(_value(item) for item in value) + "]"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else quote(key)


def quote(text: str) -> str:
    """The text as a TOML basic string.

    >>> quote('a "b"')
    '"a \\\\"b\\\\""'
    """
    hidden = {offset for offset, _ in hidden_characters(text)}
    parts = (_ESCAPES.get(c) or (_unicode(c) if i in hidden else c) for i, c in enumerate(text))
    return '"' + "".join(parts) + '"'


def _unicode(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError("a lone surrogate cannot be stored")
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
