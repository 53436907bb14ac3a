"""JSON: any result as data; the comparison as published in docs/comparison-format.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from p5diff.model.codec import to_dict
from p5diff.model.comparison import FORMAT_VERSION, Comparison
from p5diff.report.selection import ALL, Selection
from p5diff.text.visible import spelled


def render(comparison: Comparison, *, selection: Selection = ALL) -> str:
    """The comparison as indented JSON with a final newline; key order is the published order.

    A selection leaves out the other changes and says so in `filter`, with their number; the tally stays
    that of the whole comparison.
    """
    data = to_dict(comparison)
    if selection.filters:
        kept = [selection.matches(change) for change in comparison.changes]
        data["changes"] = [item for item, keep in zip(data["changes"], kept, strict=True) if keep]
        data["filter"] = {
            "only": sorted(selection.kinds),
            "topics": sorted(selection.topics),
            "hidden": kept.count(False),
        }
    return dump(data)


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


def dump(data: Any, *, indent: int | None = 2) -> str:
    """JSON, readable in every script, in which characters that cannot be seen, or steer a
    terminal, are escapes: what is read back is the same. Without `indent` it is one line, half as long."""
    separators = (",", ":") if indent is None else None
    return spelled(json.dumps(data, ensure_ascii=False, indent=indent, separators=separators), _escape) + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
