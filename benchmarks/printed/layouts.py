"""A layout drawn by lot, and the document that is set in it."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TEXTS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "texts.toml").read_text(encoding="utf-8")
)
FONTS = {
    "latin": ("Liberation Serif", "Liberation Sans", "DejaVu Serif", "Noto Serif"),
    "zh": ("Noto Serif CJK SC", "Noto Sans CJK SC"),
    "ar": ("Noto Naskh Arabic", "Amiri", "Scheherazade", "KacstOne", "Noto Sans Arabic"),
}
MISNAMED = {"weasyprint": ("Scheherazade", "KacstOne")}
"""Fonts whose letters a program names wrongly in the file: right on the page, rubbish in the text."""
PAGE_OF = {
    "en": "Page {n} of {m}",
    "fr": "Page {n} sur {m}",
    "es": "Página {n} de {m}",
    "ru": "Стр. {n} из {m}",
    "zh": "第{n}页",
    "ar": "صفحة {n}",
}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SYMBOL = "RC/2032/7"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`p`), heading (`h`), title (`t`), item (`i`) or row of a table (`r`), with its label."""

    kind: str
    text: str = ""
    label: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a document is set; lengths in millimetres, sizes in points."""

    language: str
    engine: str
    font: str
    size: float
    page: tuple[int, int]
    margin: int
    columns: int
    indented: bool
    justified: bool
    hyphenated: bool
    head: str
    """`none`, `title`, `symbol`, `sides` (left and right pages differ) or `foot` (a number alone)."""
    notes: bool
    numbered: str
    table: bool
    options: bool
    spaced: bool
    logo: bool
    tagged: bool
    long: bool

    @property
    def name(self) -> str:
        """What the table of results calls it."""
        parts = [self.language, self.engine, self.font, f"{self.size}pt", "x".join(map(str, self.page))]
        flags = (
            "indented",
            "justified",
            "hyphenated",
            "notes",
            "table",
            "options",
            "spaced",
            "logo",
            "tagged",
        )
        parts += [name for name in flags if getattr(self, name)]
        parts += [f"{self.columns} columns"] if self.columns > 1 else []
        return ", ".join([*parts, f"head {self.head}", *([self.numbered] if self.numbered else [])])


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed, and what a reader should find."""

    layout: Layout
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    title: str = ""
    wanted: tuple[str, ...] = field(default=())


def drawn(lot: random.Random, language: str, engine: str) -> Document:
    """A document with a layout drawn by lot."""
    family = language if language in FONTS else "latin"
    cased = language not in {"zh", "ar"}
    columns = lot.choice((1, 1, 1, 2))
    layout = Layout(
        language=language,
        engine=engine,
        font=lot.choice([f for f in FONTS[family] if f not in MISNAMED.get(engine, ())]),
        size=lot.choice((9.5, 10.0, 10.5, 11.0, 12.0, 13.0)),
        page=lot.choice(((210, 297), (210, 297), (216, 279), (148, 210))),
        margin=lot.choice((18, 22, 25, 30)),
        columns=columns,
        indented=lot.random() < 0.4 and language != "ar",
        justified=lot.random() < 0.6,
        hyphenated=cased and lot.random() < 0.5,
        head=lot.choice(("none", "title", "symbol", "sides", "foot")),
        notes=engine != "chromium" and lot.random() < 0.6,
        numbered=lot.choice(("", "1.", "1.", "(a)")),
        table=columns == 1 and lot.random() < 0.5,
        options=lot.random() < 0.4,
        spaced=cased and lot.random() < 0.3,
        logo=lot.random() < 0.3,
        tagged=lot.random() < 0.5,
        long=lot.random() < 0.6,
    )
    return _document(layout, lot)


def _document(layout: Layout, lot: random.Random) -> Document:
    text = TEXTS[layout.language]
    paragraphs = list(text["paragraphs"])
    if layout.long:
        more = [one for one in paragraphs if "*" not in one]
        lot.shuffle(more)
        paragraphs[4:4] = more[:4]
        lot.shuffle(more)
        paragraphs += more
    heads = list(text["heads"])
    blocks = [Block("t", text["title"])]
    for number, paragraph in enumerate(paragraphs, start=1):
        if number in {3, 6, 9} and heads:
            blocks.append(Block("h", heads.pop(0)))
        kept = paragraph if layout.notes else re.sub(r"\*\d\*", "", paragraph)
        label = {"": "", "1.": f"{number}.", "(a)": f"({chr(96 + number)})"}[layout.numbered]
        blocks.append(Block("i" if label else "p", kept, label))
        if layout.table and number == 6:
            blocks += [Block("r", cells=tuple(row)) for row in text["cells"] * (4 if layout.long else 1)]
        if layout.options and number == 3:
            blocks += [Block("p", one) for one in text["options"]]
    notes = tuple(text["notes"]) if layout.notes else ()
    return Document(layout, tuple(blocks), notes, text["title"], tuple(map(_wanted, blocks)))


def _wanted(block: Block) -> str:
    if block.kind == "r":
        return " | ".join(block.cells)
    text = re.sub(r"\*\d\*", "", block.text)
    text = re.sub(r"\^(\d)\^", lambda m: m[1].translate(RAISED), text)
    return f"{block.label} {text}" if block.label else text
