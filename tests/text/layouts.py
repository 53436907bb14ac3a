"""Lay paragraphs out as printers and programs do: any width, blank lines, indents, furniture."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

UDHR = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "arb", "zh": "cmn_hans"}
_NO_START = "，。、；：？！）》”’」』,.;:!?)"
_NO_END = "《（“‘「『("
_UNIT = re.compile(
    r" +|[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’―…·]|[^ \u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’―…·]+"
)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a source is set. `noise` is the share of lines inside paragraphs with a blank after."""

    width: int
    indent: int = 0
    blanks: int = 0
    noise: float = 0.0
    page: int = 0
    """Lines a page, 0 for no page furniture."""


def declaration(shared: Path, language: str) -> list[str]:
    """The paragraphs of the Universal Declaration that end a sentence."""
    return [text for text in whole_declaration(shared, language) if text[-1] in ".。!؟?"]


def whole_declaration(shared: Path, language: str) -> list[str]:
    """All its paragraphs."""
    root = ElementTree.parse(shared / "data/udhr" / f"{UDHR[language]}.xml").getroot()
    return [" ".join(e.text.split()) for e in root.iter() if e.tag.endswith("}para") and e.text]


def lay_out(paragraphs: Sequence[str], layout: Layout, language: str, rng: random.Random) -> str:
    """The paragraphs as a source text."""
    out: list[str] = []
    printed = number = 0
    for index, paragraph in enumerate(paragraphs):
        lines = wrap(paragraph, layout.width - layout.indent, language)
        if index:
            out.extend([""] * layout.blanks)
        for place, line in enumerate(lines):
            if place and rng.random() < layout.noise:
                out.append("")
            out.append(" " * layout.indent + line if place == 0 else line)
            printed += 1
            if layout.page and printed % layout.page == 0:
                number += 1
                out.extend(furniture(number + 1, rng))
    return "\n".join(out) + "\n"


def furniture(number: int, rng: random.Random) -> list[str]:
    """What stands between two pages."""
    return rng.choice(
        [
            ["", f"- {number} -", ""],
            [f"\f{number}"],
            ["", f"Page {number}", ""],
            ["", "CD/1934", str(number), ""],
        ]
    )


def wrap(text: str, width: int, language: str) -> list[str]:
    """Greedy wrapping by columns; in Chinese between characters, with the usual prohibitions."""
    lines, current, used = [], "", 0
    for unit in units(text, language):
        size = sum(map(columns, unit))
        if current.strip() and used + size - trailing(unit) > width:
            lines.append(current.rstrip())
            current, used = "", 0
            if unit.isspace():
                continue
        current += unit
        used += size
    return [*lines, current.rstrip()] if current.strip() else lines


def trailing(unit: str) -> int:
    return len(unit) - len(unit.rstrip(" "))


def units(text: str, language: str) -> list[str]:
    if language != "zh":
        return re.findall(r"\S+ *", text)
    merged: list[str] = []
    for unit in _UNIT.findall(text):
        glued = merged and unit[0] != " " and merged[-1][-1] != " "
        if glued and (unit[0] in _NO_START or merged[-1][-1] in _NO_END):
            merged[-1] += unit
        else:
            merged.append(unit)
    return merged


def columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
