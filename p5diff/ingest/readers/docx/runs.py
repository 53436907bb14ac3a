"""The text of one Word paragraph: runs, tracked changes, symbols, formulas, notes, text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from p5diff.ingest.readers.docx.math import linear
from p5diff.ingest.readers.docx.xml import attribute, child, local, number, switch, value
from p5diff.ingest.readers.flow import TextFlow
from p5diff.ingest.readers.symbols import spelled, symbol
from p5diff.model.setaside import SetAsideReason

_REMOVED = {
    "del": SetAsideReason.DELETED,
    "moveFrom": SetAsideReason.DELETED,
    "rt": SetAsideReason.ALTERNATIVE,
}
_SETTINGS = frozenset({"rPr", "pPr", "sdtPr", "ppr", "tblPr", "rubyPr", "sdtEndPr", "fldData"})
_BOXED = frozenset({"drawing", "pict", "object"})
_INSTRUCTIONS = frozenset({"instrText", "delInstrText"})
_LEAST_RISE = 4
"""Half-points by which a run is moved up before it counts as raised: less only mends its line."""
_MOST_RAISED = 6
"""Characters of a run moved up by hand that may be a power or a mark; more is a line of its own."""


class RunLook(NamedTuple):
    """What a run's own properties and its style say of its looks."""

    hidden: bool = False
    struck: bool = False
    raised: bool = False
    bold: bool | None = None
    font: str = ""


@dataclass(slots=True)
class Findings:
    """What a whole document was seen to hold besides plain text, for the notes; and what its runs
    are read with: `style` gives the looks of a character style, `remark` the text of a comment."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    symbols: set[str] = field(default_factory=set)
    comments: int = 0
    foreign: int = 0
    style: Callable[[str], RunLook] = field(default=lambda _: RunLook())
    remark: Callable[[str], str] = field(default=lambda _: "")


def read_runs(element: Any, findings: Findings, line: TextFlow) -> TextFlow:
    """Add the visible text under `element` (a `w:p`, or a wrapper inside one) to `line`; what is
    not visible is set aside there."""
    for inner in element:
        name = local(inner)
        if name in _SETTINGS:
            continue
        if name in _REMOVED:
            findings.deleted += name in {"del", "moveFrom"}
            line.aside(_removed(inner), _REMOVED[name])
        elif name == "r":
            _run(inner, findings, line)
        elif name == "sdt" and child(inner, "sdtPr", "showingPlcHdr") is not None:
            line.aside(_removed(inner), SetAsideReason.INSTRUCTION)
        elif name == "AlternateContent":
            read_runs(_alternative(inner), findings, line)
        elif name in _BOXED:
            _boxed(inner, line)
        elif name in {"oMath", "oMathPara"}:
            line.add(linear(inner))
        elif name == "t":
            line.add(inner.text or "")
        else:
            findings.inserted += name in {"ins", "moveTo"}
            read_runs(inner, findings, line)
    return line


def _removed(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter() if local(t) in {"t", "delText"})


def _boxed(element: Any, line: TextFlow) -> None:
    """Text boxes of a drawing, to be read after the paragraph, and the words that describe it."""
    for inner in element.iter():
        described = inner.get("descr") or inner.get("alt") if local(inner) in {"docPr", "shape"} else ""
        if described:
            line.aside(described, SetAsideReason.ALTERNATIVE)
            break
    line.boxes += outermost(element, "txbxContent")


def outermost(element: Any, name: str) -> Iterator[Any]:
    """Descendants of that name that are not inside another such one."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) == "AlternateContent":
            yield from outermost(_alternative(inner), name)
        else:
            yield from outermost(inner, name)


def _alternative(element: Any) -> Any:
    """The newer form of what Word stores twice, unless only the older one holds text."""
    choice, fallback = child(element, "Choice"), child(element, "Fallback")
    if choice is None:
        return element if fallback is None else fallback
    if fallback is not None and not any(choice.itertext()) and any(fallback.itertext()):
        return fallback
    return choice


def look(properties: Any | None, base: RunLook) -> RunLook:
    """The looks that a `w:rPr` gives, where it is silent those of its style."""
    if properties is None:
        return base

    def either(*names: str, usual: bool) -> bool:
        found = [s for name in names if (s := switch(properties, name)) is not None]
        return any(found) if found else usual

    align = value(properties, "vertAlign")
    fonts = child(properties, "rFonts")
    bold = switch(properties, "b")
    return RunLook(
        hidden=either("vanish", usual=base.hidden),
        struck=either("strike", "dstrike", usual=base.struck),
        raised=base.raised if align is None else align == "superscript",
        bold=base.bold if bold is None else bold,
        font=base.font if fonts is None else attribute(fonts, "ascii") or base.font,
    )


def _run(run: Any, findings: Findings, line: TextFlow) -> None:
    properties = child(run, "rPr")
    style = None if properties is None else value(properties, "rStyle")
    looks = look(properties, findings.style(style) if style else RunLook())
    if not looks.hidden and not looks.struck:
        lifted = number(value(run, "rPr", "position")) >= _LEAST_RISE
        _shown(run, findings, line, looks, lifted=lifted)
        return
    apart = TextFlow()
    _shown(run, findings, apart, looks._replace(raised=False), lifted=False)
    text = apart.text
    findings.hidden += len(text) if looks.hidden else 0
    line.aside(text, SetAsideReason.HIDDEN if looks.hidden else SetAsideReason.STRUCK)
    line.asides += apart.asides
    line.boxes += apart.boxes
    for key in apart.keys:
        line.call(key)


def _shown(run: Any, findings: Findings, line: TextFlow, looks: RunLook, *, lifted: bool) -> None:
    custom = False
    for inner in run:
        name = local(inner)
        if name in _PRINTED:
            text = _PRINTED[name](inner, findings, looks)
            if custom and name in {"t", "sym"}:
                line.asides.append((text, SetAsideReason.NOTE_MARK))
            elif looks.raised or (lifted and len(text.strip()) <= _MOST_RAISED):
                line.raise_(text)
            else:
                line.add(text, bold=looks.bold)
        elif name in {"footnoteReference", "endnoteReference"}:
            line.call(f"{name[:-9]}-{attribute(inner, 'id') or ''}")
            custom = attribute(inner, "customMarkFollows") in {"1", "true", "on"}
        elif name == "ruby":
            base, above = child(inner, "rubyBase"), child(inner, "rt")
            read_runs(base if base is not None else (), findings, line)
            line.aside("" if above is None else _removed(above), SetAsideReason.ALTERNATIVE)
        elif name in _BOXED:
            _boxed(inner, line)
        elif name in _INSTRUCTIONS:
            line.aside(inner.text or "", SetAsideReason.INSTRUCTION)
        elif name == "delText":
            line.aside(inner.text or "", SetAsideReason.DELETED)
        elif name == "commentReference":
            findings.comments += 1
            line.aside(findings.remark(attribute(inner, "id") or ""), SetAsideReason.COMMENT)
        elif name not in _SETTINGS:
            read_runs((inner,) if name == "AlternateContent" else inner, findings, line)


_CODE = re.compile(r"[0-9a-fA-F]{1,6}")


def _symbol(element: Any, findings: Findings, looks: RunLook) -> str:
    text = attribute(element, "char") or ""
    font = attribute(element, "font") or looks.font
    code = int(text, 16) if _CODE.fullmatch(text) else 0
    if known := symbol(code, font):
        return known
    if 0xF000 <= code <= 0xF0FF:
        findings.symbols.add(f"U+{code:04X} in {font or 'a symbol font'}")
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else ""


_PRINTED: dict[str, Callable[[Any, Findings, RunLook], str]] = {
    "t": lambda element, _, looks: spelled(element.text or "", looks.font),
    "tab": lambda element, *_: "\t",
    "ptab": lambda element, *_: "\t",
    "br": lambda element, *_: "\n",
    "cr": lambda element, *_: "\n",
    "noBreakHyphen": lambda element, *_: "\u2011",
    "softHyphen": lambda element, *_: "",
    "sym": _symbol,
}


def mark_is_gone(paragraph: Any) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one continues it."""
    properties = child(paragraph, "pPr", "rPr")
    return properties is not None and any(local(inner) in {"del", "moveFrom"} for inner in properties)
