"""Formulas in MathML (web pages, OpenDocument), written on one line: 10⁶, x_1, (a+b)/c, √x."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from p5diff.ingest.readers.raised import superscript

_SILENT = frozenset({"annotation", "annotation-xml", "none", "mprescripts"})
_DEEPEST = 40
"""Formulas nest a few levels; a file that nests more is made to exhaust a reader."""


class FormulaPart(NamedTuple):
    """An element of a formula: its name, and its elements and texts."""

    name: str
    inside: Sequence[FormulaPart | str]


def linear(part: FormulaPart, depth: int = 0) -> str:
    """The formula on one line; deeper parts than any formula has come out flat.

    >>> linear(FormulaPart("msup", [FormulaPart("mn", ["10"]), FormulaPart("mn", ["6"])]))
    '10⁶'
    """
    if part.name in _SILENT:
        return ""
    if depth > _DEEPEST:
        return "".join(_flat(part))
    parts = [p for p in part.inside if isinstance(p, FormulaPart) and p.name not in _SILENT]
    form = _FORMS.get(part.name)
    if form is not None and len(parts) >= form[0]:
        return form[1]([linear(inner, depth + 1) for inner in parts])
    said = _words if part.name == "mtext" else _sign
    return "".join(said(p) if isinstance(p, str) else linear(p, depth + 1) for p in part.inside)


def _flat(part: FormulaPart) -> Iterator[str]:
    """The signs under a part in order, however deep it is."""
    stack: list[FormulaPart | str] = [part]
    while stack:
        inner = stack.pop()
        if isinstance(inner, str):
            yield _sign(inner)
        elif inner.name not in _SILENT:
            stack += reversed(inner.inside)


def _sign(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> str:
    """Words amid a formula keep the spaces that part them from it: "x if y"."""
    return re.sub(r"\s+", " ", text)


def _grouped(text: str) -> str:
    return text if text.isalnum() or len(text) <= 1 else f"({text})"


_FORMS: dict[str, tuple[int, Callable[[list[str]], str]]] = {
    "msup": (2, lambda p: _grouped(p[0]) + superscript(p[1])),
    "msub": (2, lambda p: f"{p[0]}_{_grouped(p[1])}"),
    "msubsup": (3, lambda p: f"{p[0]}_{_grouped(p[1])}" + superscript(p[2])),
    "munder": (2, lambda p: f"{p[0]}_{_grouped(p[1])}"),
    "mover": (2, lambda p: p[0] + p[1]),
    "munderover": (3, lambda p: f"{p[0]}_{_grouped(p[1])}" + superscript(p[2])),
    "mfrac": (2, lambda p: f"{_grouped(p[0])}/{_grouped(p[1])}"),
    "msqrt": (1, lambda p: "√" + _grouped("".join(p))),
    "mroot": (2, lambda p: superscript(p[1]) + "√" + _grouped(p[0])),
    "mtr": (1, ", ".join),
    "mtable": (1, "; ".join),
}
"""Name → how many parts it must have, and how they are written."""
