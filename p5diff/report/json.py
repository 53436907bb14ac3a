"""JSON: any result as data; the comparison as published in docs/comparison-format.md."""

from __future__ import annotations

import json
from typing import Any

from p5diff.model.codec import to_dict
from p5diff.model.comparison import Comparison
from p5diff.text.visible import spelled


def render(comparison: Comparison) -> str:
    """The comparison as indented JSON with a final newline; key order is the published order."""
    return dump(to_dict(comparison))


def dump(data: Any) -> str:
    """Indented JSON, readable in every script, in which characters that cannot be seen, or
    steer a terminal, are escapes: what is read back is the same."""
    return spelled(json.dumps(data, ensure_ascii=False, indent=2), _escape) + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
