"""JSON: the comparison as published in docs/comparison-format.md, one object."""

from __future__ import annotations

import json

from p5diff.model.codec import to_dict
from p5diff.model.comparison import Comparison


def render(comparison: Comparison) -> str:
    """The comparison as indented JSON with a final newline; key order is the published order."""
    return json.dumps(to_dict(comparison), ensure_ascii=False, indent=2) + "\n"
