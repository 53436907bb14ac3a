"""The one canonical TOML form that p5diff writes: fixed order, one line a field, no surprises.

Reading is `tomllib`; this is the other half, for the few shapes that a corpus uses. Characters
that cannot be seen are written as escapes, so that a diff of the file shows them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from p5diff.errors import CorpusError
from p5diff.text.toml import read
from p5diff.text.visible import hidden_characters

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}

_NAMING = ("language", "edition", "url", "line", "before")
"""Keys that tell which item of a list of tables is which, though its other values change."""


def parse(data: bytes, *, place: str) -> dict[str, Any]:
    """The table in `data`; raises `CorpusError` (slug `broken-toml`) naming `place` and line."""
    try:
        return read(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        cause = f"byte {error.start} is not UTF-8"
    except ValueError as error:
        cause = str(error)
    raise CorpusError(
        "broken-toml",
        f"{place} is not valid TOML",
        cause=cause,
        hint="mend the file at that place; https://toml.io shows the form",
    )


def edit(data: bytes, table: Mapping[str, Any], *, place: str) -> bytes:
    """The TOML file `data` with the values of `table`, its comments, order and layout kept.

    What is the same stays as it was written; keys that `table` has not, or has empty, go; new
    ones come in the form of `write`. Lists of tables are matched by what names an item (the
    language and edition of a text, the address of a source), else by place.
    Raises `CorpusError` (slug `broken-toml`).
    """
    if parse(data, place=place) == _pruned(table):
        return data
    from tomlkit import parse as parse_keeping  # on the way to a write only

    document = parse_keeping(data.decode("utf-8"))
    _edit_table(document, table)
    edited = document.as_string().encode("utf-8")
    if parse(edited, place=place) != _pruned(table):
        raise CorpusError(
            "cannot-edit",
            f"{place} cannot be changed in the form it is written in",
            cause="its tables stand in an order, or in a form, in which the change has no place",
            hint="bring its tables into the order of docs/corpus-format.md, and try again",
        )
    return edited


def _pruned(value: Any) -> Any:
    """The value as a parser of its own written form gives it back."""
    if isinstance(value, Mapping):
        return {key: _pruned(item) for key, item in value.items() if not _is_empty(item)}
    if isinstance(value, list | tuple):
        return [_pruned(item) for item in value]
    return _LONE.sub("\ufffd", value) if isinstance(value, str) else value


_LONE = re.compile("[\ud800-\udfff]")
"""A byte that is no text, of a file name or an argument: it is stored as U+FFFD."""


def _edit_table(old: Any, wanted: Mapping[str, Any]) -> None:
    new = {key: value for key, value in wanted.items() if not _is_empty(value)}
    for key in [key for key in old if key not in new]:
        del old[key]
    for key, value in new.items():
        held = old.get(key)
        if held is not None and _same(held, value):
            continue
        if isinstance(held, dict) and isinstance(value, Mapping):
            _edit_table(held, value)
        elif _nested(value) and isinstance(held, list) and held and isinstance(held[0], dict):
            _edit_list(old, key, value)
        else:
            _put(old, key, value)


def _same(held: Any, value: Any) -> bool:
    plain = held.unwrap() if hasattr(held, "unwrap") else held
    return bool(plain == _pruned(value) and isinstance(plain, bool) == isinstance(value, bool))


def _put(old: Any, key: str, value: Any) -> None:
    """Set a key, in the form of `write`; a plain value goes before the tables."""
    from tomlkit import parse as parse_keeping

    item = parse_keeping(write({key: value}))[key]
    if key in old:
        if hasattr(old[key], "trivia"):
            item.trivia.comment_ws, item.trivia.comment = old[key].trivia.comment_ws, old[key].trivia.comment
        old[key] = item
        return
    plain = [name for name, held in old.items() if not isinstance(held, dict) and not _nested(held)]
    if isinstance(value, Mapping) or _nested(value):
        old.append(key, item)
    else:
        _insert(old, plain[-1] if plain else "", key, item)


def _insert(old: Any, after: str, key: str, item: Any) -> None:
    """Put a plain value behind another, so that what stands before the next table stays there."""
    from tomlkit.container import Container

    container = old if isinstance(old, Container) else old.value
    if after:
        container._insert_after(after, key, item)
    else:
        container._insert_at(0, key, item)


def _edit_list(old: Any, key: str, new: Any) -> None:
    held = list(old[key])
    spare = list(range(len(held)))
    chosen: list[int | None] = []
    for position, item in enumerate(new):
        found = next((n for n in spare if _names(held[n]) == _names(item)), None)
        if found is None and not _names(item) and position in spare:
            found = position
        if found is not None:
            spare.remove(found)
        chosen.append(found)
    kept = [number for number in chosen if number is not None]
    if kept != sorted(kept):  # put in another order: nothing of the old layout can stay
        _put(old, key, new)
        return
    for number, item in zip(chosen, new, strict=True):
        if number is not None:
            _edit_table(held[number], item)
    for number in reversed(spare):
        del old[key][number]
    for position, (number, item) in enumerate(zip(chosen, new, strict=True)):
        if number is None:
            old[key].insert(position, _fresh(key, item))


def _fresh(key: str, item: Mapping[str, Any]) -> Any:
    from tomlkit import parse as parse_keeping

    table = parse_keeping(write({key: [item]}))[key][0]
    table.trivia.indent = "\n"
    return table


def _names(item: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(item[key]) for key in _NAMING if item.get(key))


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
    if 0xD800 <= code <= 0xDFFF:  # a byte that is no text, of a file name or an argument
        return "\\uFFFD"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
