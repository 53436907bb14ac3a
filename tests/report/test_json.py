"""JSON as the library of Python writes it, byte for byte, but made faster and part by part."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import compare_texts, to_dict
from p5diff.report.json import dump, render
from p5diff.report.selection import Selection
from p5diff.text.visible import visible

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
DATA = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=30,
)


@given(DATA)
def test_the_same_bytes_as_the_library(data: object) -> None:
    """Law: where nothing is hidden, `dump` writes what `json.dumps` writes; and it is read back the same."""
    plain = json.dumps(data, ensure_ascii=False, indent=2)
    if visible(plain) == plain:
        assert dump(data) == plain + "\n"
        assert dump(data, indent=None) == json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    assert (
        json.loads(plain.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass"))
        == json.loads(dump(data))
        or "NaN" in plain
    )


def test_hidden_characters_are_escapes_in_keys_and_values() -> None:
    data = {"a\u202eb": ["\x1b[31m", "\u200b", 'say "no" \\ now', "各方"]}
    written = dump(data)
    assert "\\u202e" in written and "\\u001b[31m" in written and "\\u200b" in written and "各方" in written
    assert json.loads(written) == data


def test_a_comparison_is_written_as_its_data() -> None:
    done = compare_texts(
        "The States will report. They met “in Geneva”. They agreed.",
        "The States may report. They met “in Geneva”. They part.",
    )
    assert render(done) == json.dumps(to_dict(done), ensure_ascii=False, indent=2) + "\n"
    picked = json.loads(render(done, selection=Selection(kinds=frozenset({"unchanged"}))))
    assert [change["kind"] for change in picked["changes"]] == ["unchanged"]
    assert picked["filter"]["hidden"] == len(done.changes) - 1
    assert picked["tally"] == to_dict(done)["tally"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        {"a": {}, "b": [], "c": [[], {}, [1, [2]]], "d": ({"e": "\u202e"}, None)},
        [{"a": [1, 2]}, "x"],
        "text",
        {"one": [{"two": [{"three": ["é", True, 0.5]}]}], "four": {"five": [6]}},
    ],
)
def test_written_in_pieces_it_is_what_json_writes(data: object) -> None:
    """Long results are written a piece at a time; every mark stands where the library puts it."""
    wanted = json.dumps(data, indent=2, ensure_ascii=False).replace("\u202e", "\\u202e")
    assert dump(data) == wanted + "\n"
