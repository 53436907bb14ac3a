"""What styles.xml says of a paragraph: outline level, numbering, centring, weight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from p5diff.ingest.readers.docx.runs import RunLook, look
from p5diff.ingest.readers.docx.xml import attribute, child, children, number, switch, value
from p5diff.ingest.readers.lineage import lineage

_HEADING = re.compile(r"heading ([1-9])$")
_NAMED = {"title": 1, "subtitle": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The paragraph properties p5diff asks for; None where neither style nor parents say."""

    name: str = ""
    outline: int | None = None
    number_id: str | None = None
    number_level: int | None = None
    centred: bool | None = None
    bold: bool | None = None
    kept_with_next: bool | None = None
    indent: str | None = None

    @property
    def contents(self) -> bool:
        """Whether this is the style of a table of contents."""
        return self.name.startswith(("toc ", "table of figures"))


class WordStyles:
    """All paragraph styles, each with its parents' properties filled in."""

    def __init__(self, root: Any | None) -> None:
        self._elements = (
            {} if root is None else {attribute(s, "styleId") or "": s for s in children(root, "style")}
        )
        self._known: dict[str, Style] = {}
        self._looks: dict[str, RunLook] = {}
        self._default = next((key for key, s in self._elements.items() if _is_default(s)), "")

    def of(self, paragraph: Any) -> Style:
        """The paragraph's properties: its own before its style's."""
        properties = child(paragraph, "pPr")
        if properties is None:
            return self.style(self._default)
        base = self.style(value(properties, "pStyle") or self._default)
        return _merged(_read(properties, base.name), base)

    def style(self, key: str) -> Style:
        """The style of that id, with what it inherits."""
        for own, parent in lineage(key, self._parent, self._known):
            self._known[own] = _merged(_of_style(self._elements[own]), self._known.get(parent, Style()))
        return self._known.get(key, Style())

    def look(self, key: str) -> RunLook:
        """The looks of the character style of that id, with what it inherits."""
        for own, parent in lineage(key, self._parent, self._looks):
            self._looks[own] = look(child(self._elements[own], "rPr"), self._looks.get(parent, RunLook()))
        return self._looks.get(key, RunLook())

    def _parent(self, key: str) -> str | None:
        """The style on which one is based, "" for one that stands by itself; None for an unknown one."""
        element = self._elements.get(key)
        return None if element is None else value(element, "basedOn") or ""


def _is_default(style: Any) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}


def _of_style(element: Any) -> Style:
    name = (value(element, "name") or "").lower()
    properties = child(element, "pPr")
    read = Style(name=name) if properties is None else _read(properties, name)
    level = _NAMED.get(name) or (int(match[1]) if (match := _HEADING.match(name)) else None)
    return Style(
        name=name,
        outline=level if read.outline is None else read.outline,
        number_id=read.number_id,
        number_level=read.number_level,
        centred=read.centred,
        bold=switch(element, "rPr", "b"),
        kept_with_next=read.kept_with_next,
        indent=read.indent,
    )


def _read(properties: Any, name: str) -> Style:
    """Properties written in a `w:pPr`. An outline level of 9 is Word's word for body text."""
    outline = value(properties, "outlineLvl")
    alignment = value(properties, "jc")
    level = value(properties, "numPr", "ilvl")
    return Style(
        name=name,
        outline=None if outline is None else (number(outline, 9) + 1) % 10,
        number_id=value(properties, "numPr", "numId"),
        number_level=None if level is None else number(level),
        centred=None if alignment is None else alignment == "center",
        kept_with_next=switch(properties, "keepNext"),
        indent=_indent(properties),
    )


def _merged(own: Style, parent: Style) -> Style:
    def first(one: Any, other: Any) -> Any:
        return other if one is None else one

    return Style(
        name=own.name or parent.name,
        outline=first(own.outline, parent.outline),
        number_id=first(own.number_id, parent.number_id),
        number_level=first(own.number_level, parent.number_level),
        centred=first(own.centred, parent.centred),
        bold=first(own.bold, parent.bold),
        kept_with_next=first(own.kept_with_next, parent.kept_with_next),
        indent=first(own.indent, parent.indent),
    )


def _indent(properties: Any) -> str | None:
    """How far a paragraph stands in from the margin at which its lines begin, as it is written."""
    found = child(properties, "ind")
    return None if found is None else attribute(found, "left") or attribute(found, "start")
