"""docs/alignment.md, "Every threshold": each constant stands in the module that is named, with its value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest

from p5diff.align.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "p5diff" / "align"


def _number(written: str) -> float:
    """ "16 million", "1/3", "−2", "4,000" as a number."""
    plain = written.replace(",", "").replace("−", "-").strip()
    times = 1_000_000 if plain.endswith(" million") else 1
    return float(Fraction(plain.removesuffix(" million").strip())) * times


def _rows() -> Iterator[tuple[str, str, float]]:
    """Name, module and value of every threshold on the page."""
    page = (ROOT / "docs" / "alignment.md").read_text(encoding="utf-8")
    for line in page.split("## Every threshold", 1)[1].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| `") or len(cells) < 5:
            continue
        names, places = re.findall(r"`(\w+)`", cells[0]), re.findall(r"`([\w.]+)`", cells[1])
        values = [_number(value) for value in cells[3].split(", ")]
        for name, value in zip(names, values, strict=True):
            yield from ((name, place, value) for place in places)


ROWS = list(_rows())


def _constants(module: str) -> list[dict[str, float]]:
    """The constants of the modules of that name, by their names."""
    found = []
    for path in FOLDER.rglob(module):
        own: dict[str, float] = {}
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and node.value is not None:
                _take(own, node.targets[0], node.value)
        found.append(own)
    return found


def _take(own: dict[str, float], target: ast.expr, value: ast.expr) -> None:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, two in zip(target.elts, value.elts, strict=True):
            _take(own, one, two)
    elif isinstance(target, ast.Name):
        try:
            number = _evaluated(value)
        except ValueError:
            return
        own[target.id] = number


def _evaluated(value: ast.expr) -> float:
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div):
        return _evaluated(value.left) / _evaluated(value.right)
    number = ast.literal_eval(value)
    if not isinstance(number, int | float):
        raise ValueError(number)
    return number


@pytest.mark.parametrize(("name", "place", "value"), ROWS)
def test_a_threshold_is_what_the_page_says(name: str, place: str, value: float) -> None:
    if place == "Settings":
        assert {field.name: field.default for field in fields(Settings)}[name] == value
        return
    there = [own[name] for own in _constants(place) if name in own]
    assert there == [pytest.approx(value)], f"{place} says otherwise of {name}"


def test_the_page_lists_every_setting() -> None:
    assert {field.name for field in fields(Settings)} <= {
        name for name, place, _ in ROWS if place == "Settings"
    }
    assert len(ROWS) > 50
