"""How much each figure counts. Written by `benchmarks/learn_weights.py`; do not edit by hand."""

from __future__ import annotations

WORDING_WEIGHTS: dict[str, float] = {
    "overlap": 4.0,
    "held_before": 1.0,
    "held_after": 1.0,
    "edit": 3.0,
    "letters": 3.0,
    "topics": 0.5,
    "numbers": 0.3,
    "foreign": -2.0,
}
WORDING_BIAS = -5.0
PLACE_WEIGHTS: dict[str, float] = {
    **WORDING_WEIGHTS,
    "margin_before": 2.0,
    "margin_after": 2.0,
    "neighbours": 2.0,
    "expected": 1.0,
    "expected_strict": 1.0,
    "gap_only": 1.0,
}
PLACE_BIAS = -6.0
