"""Formulas of Word (Office Math), written on one line: 10⁶, x₁ as x_1, (a + b)/c, √(x)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from p5diff.ingest.readers.docx.xml import child, children, local
from p5diff.ingest.readers.raised import superscript

_DEEPEST = 40
"""Formulas nest a few levels; a file that nests more is made to exhaust a reader."""
_SETTINGS = frozenset(
    "rPr ctrlPr sSupPr sSubPr sSubSupPr sPrePr fPr radPr naryPr dPr funcPr limLowPr limUppPr accPr barPr "
    "boxPr borderBoxPr eqArrPr groupChrPr mPr phantPr oMathParaPr".split()
)


def linear(element: Any, depth: int = 0) -> str:
    """The formula under `element` on one line; deeper parts than any formula has come out flat."""
    if depth > _DEEPEST:
        return "".join(element.itertext())
    parts = []
    for inner in element:
        name = local(inner)
        if name in _SETTINGS:
            continue
        if name == "t":
            parts.append(inner.text or "")
        else:
            parts.append(_FORMS.get(name, linear)(inner, depth + 1))
    return "".join(parts)


def _part(element: Any, name: str, depth: int) -> str:
    found = child(element, name)
    return "" if found is None else linear(found, depth)


def _grouped(text: str) -> str:
    """In brackets where it is more than one sign or figure."""
    bare = text.strip()
    return bare if bare.isalnum() or len(bare) <= 1 else f"({bare})"


def _raised(element: Any, depth: int) -> str:
    base = _part(element, "e", depth)
    return (base if base.isalnum() else _grouped(base)) + superscript(_part(element, "sup", depth))


def _lowered(element: Any, depth: int) -> str:
    return _part(element, "e", depth) + "_" + _grouped(_part(element, "sub", depth))


def _both(element: Any, depth: int) -> str:
    return _lowered(element, depth) + superscript(_part(element, "sup", depth))


def _fraction(element: Any, depth: int) -> str:
    return f"{_grouped(_part(element, 'num', depth))}/{_grouped(_part(element, 'den', depth))}"


def _root(element: Any, depth: int) -> str:
    degree = _part(element, "deg", depth).strip()
    return (superscript(degree) if degree else "") + "√" + _grouped(_part(element, "e", depth))


def _delimited(element: Any, depth: int) -> str:
    settings = child(element, "dPr")
    begin, end, bar = (_character(settings, name, usual) for name, usual in _DELIMITERS)
    return begin + bar.join(linear(e, depth) for e in children(element, "e")) + end


_DELIMITERS = (("begChr", "("), ("endChr", ")"), ("sepChr", "|"))


def _character(settings: Any | None, name: str, usual: str) -> str:
    found = None if settings is None else child(settings, name)
    if found is None:
        return usual
    return next((str(v) for key, v in found.attrib.items() if key.rpartition("}")[2] == "val"), usual)


def _large(element: Any, depth: int) -> str:
    sign = _character(child(element, "naryPr"), "chr", "∫")
    low, high = _part(element, "sub", depth), _part(element, "sup", depth)
    bounds = ("_" + _grouped(low) if low else "") + (superscript(high) if high else "")
    return f"{sign}{bounds} {_part(element, 'e', depth)}"


def _matrix(element: Any, depth: int) -> str:
    rows = (", ".join(linear(e, depth) for e in children(row, "e")) for row in children(element, "mr"))
    return "[" + "; ".join(rows) + "]"


def _function(element: Any, depth: int) -> str:
    return f"{_part(element, 'fName', depth)} {_part(element, 'e', depth)}"


_FORMS: dict[str, Callable[[Any, int], str]] = {
    "sSup": _raised,
    "sSub": _lowered,
    "sSubSup": _both,
    "f": _fraction,
    "rad": _root,
    "d": _delimited,
    "nary": _large,
    "m": _matrix,
    "func": _function,
}
