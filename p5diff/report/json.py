"""JSON: any result as data; the comparison as published in docs/comparison-format.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from json.encoder import encode_basestring
from typing import Any

from p5diff.model.codec import to_dict
from p5diff.model.comparison import FORMAT_VERSION, Comparison
from p5diff.report.selection import ALL, Selection
from p5diff.text.visible import spelled


def render(comparison: Comparison, *, selection: Selection = ALL) -> str:
    """The comparison as indented JSON with a final newline; key order is the published order."""
    return "".join(in_pieces(comparison, selection=selection))


def in_pieces(comparison: Comparison, *, selection: Selection = ALL) -> Iterator[str]:
    """The same, a piece at a time.

    A selection leaves out the other changes and says so in `filter`, with their number; the tally stays
    that of the whole comparison.
    """
    # What is long becomes data item by item as it is written: all at once it takes several times the text.
    data = to_dict(replace(comparison, changes=(), paragraphs=(), ledger=()))
    data["paragraphs"], data["ledger"] = comparison.paragraphs, comparison.ledger
    data["changes"] = comparison.changes
    if selection.filters:
        kept = [selection.matches(change) for change in comparison.changes]
        data["changes"] = [item for item, keep in zip(comparison.changes, kept, strict=True) if keep]
        data["filter"] = {
            "only": sorted(selection.kinds),
            "topics": sorted(selection.topics),
            "hidden": kept.count(False),
        }
    return _lines(data, " " * _INDENT)


_INDENT = 2
"""Spaces a level, as published."""


def envelope(kind: str, data: Mapping[str, Any], *, version: str = FORMAT_VERSION) -> str:
    """Any result but a comparison, a series or a concordance, which have schemas of their own, as one object
    that says of which format and kind it is, then holds `data`.

    >>> print(envelope("topics", {"topics": []}, version="1.0"), end="")
    {
      "format_version": "1.0",
      "kind": "topics",
      "topics": []
    }
    """
    return dump({"format_version": version, "kind": kind, **data})


def dump(data: Any, *, indent: int | None = _INDENT) -> str:
    """JSON, readable in every script, in which characters that cannot be seen, or steer a
    terminal, are escapes: what is read back is the same. Without `indent` it is one line, half as long.

    Values of the model among the data are written as `to_dict` makes them.

    >>> dump({"a": [1, "б"]})
    '{\\n  "a": [\\n    1,\\n    "б"\\n  ]\\n}\\n'
    """
    if indent is not None:
        return "".join(_lines(data, " " * indent))
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=to_dict)
    return spelled(text, _escape) + "\n"


def _lines(data: Any, step: str) -> Iterator[str]:
    """The text in pieces, each made safe by itself: of a long one several copies would be held at once."""
    for piece in _members(data, "\n", step):
        yield spelled(piece, _escape)
    yield "\n"


def _members(value: Any, line: str, step: str) -> Iterator[str]:
    """What `_indented` writes, a member at a time, and of a list among the members an item at a time."""
    if type(value) is not dict or not value:
        yield _indented(value, line, step)
        return
    deeper = line + step
    for number, (key, item) in enumerate(value.items()):
        yield f"{',' if number else '{'}{deeper}{_key(key)}: "
        if type(item) in {list, tuple} and item:
            within = deeper + step
            for place, one in enumerate(item):
                yield f"{',' if place else '['}{within}{_indented(one, within, step)}"
            yield f"{deeper}]"
        else:
            yield _indented(item, deeper, step)
    yield f"{line}}}"


def _indented(value: Any, line: str, step: str) -> str:
    """What `json.dumps` writes with an indent, which it does in Python, a mark at a time: that took longer
    than to compare the texts. `line` begins a line at the depth of the value."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is dict:
        deeper = line + step
        items = [f"{deeper}{_key(key)}: {_indented(item, deeper, step)}" for key, item in value.items()]
        return f"{{{','.join(items)}{line}}}" if items else "{}"
    if kind is list or kind is tuple:
        deeper = line + step
        items = [deeper + _indented(item, deeper, step) for item in value]
        return f"[{','.join(items)}{line}]" if items else "[]"
    if kind in _PLAIN:
        return json.dumps(value)
    made = to_dict(value)
    return json.dumps(value, ensure_ascii=False) if made is value else _indented(made, line, step)


_PLAIN = frozenset({int, float, bool, type(None)})


def _key(key: Any) -> str:
    """A key; one that is no text is named as JSON names it."""
    return encode_basestring(key if isinstance(key, str) else json.dumps(key))


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
