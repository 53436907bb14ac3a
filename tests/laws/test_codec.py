"""Law 4: what is written down is read back, and fits its published schema."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from p5diff import from_dict, to_dict
from p5diff.errors import InputError
from p5diff.model.comparison import FORMAT_VERSION, Comparison
from p5diff.model.schema import schema
from tests.conftest import ROOT
from tests.laws.strategies import comparisons

PUBLISHED = ROOT / "p5diff/data/schemas/comparison-2.0.json"


@cache
def published() -> Draft202012Validator:
    """The published schema, itself checked, read once: reading it costs more than a case."""
    read = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


def test_published_schema_is_the_one_of_the_types() -> None:
    wanted = json.dumps(schema(Comparison), ensure_ascii=False, indent=2) + "\n"
    assert PUBLISHED.read_text(encoding="utf-8") == wanted


@given(comparisons())
def test_round_trip(comparison: Comparison) -> None:
    """`from_dict(to_dict(x)) == x`, and the JSON validates against its schema."""
    data = json.loads(json.dumps(to_dict(comparison)))
    assert from_dict(Comparison, data) == comparison
    published().validate(data)


def test_another_format_version_is_refused() -> None:
    with pytest.raises(InputError, match="format"):
        from_dict(Comparison, {"format_version": "9.0"})


@pytest.mark.parametrize("rest", [{}, {"before": 3}])
def test_a_wrong_shape_is_refused(rest: dict[str, object]) -> None:
    with pytest.raises(InputError, match="not a Comparison"):
        from_dict(Comparison, {"format_version": FORMAT_VERSION, **rest})
