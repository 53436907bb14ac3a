"""The text of one Word paragraph: runs, tracked changes, symbols, notes, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from p5diff.ingest.readers.docx.xml import attribute, child, children, local, number, switch

_GONE = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "rPr", "pPr", "sdtPr", "ppr"}
)
_BOXED = frozenset({"drawing", "pict", "object"})
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xFC: "✓", 0x6C: "●", 0x6E: "■", 0x2D: "–", 0xBE: "—"}
"""The bullets and dashes of the Symbol and Wingdings fonts that documents really use."""


@dataclass(slots=True)
class Findings:
    """What a whole document was seen to hold besides plain text, for the notes."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    symbols: set[str] = field(default_factory=set)
    comments: int = 0
    foreign: int = 0


@dataclass(slots=True)
class Line:
    """A paragraph while it is read: its text, the notes it refers to, the boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    @property
    def text(self) -> str:
        """What was read so far."""
        return "".join(self.parts)


def read_runs(element: Any, findings: Findings, line: Line) -> Line:
    """Add the visible text under `element` (a `w:p`, or a wrapper inside one) to `line`."""
    for inner in element:
        name = local(inner)
        if name in _GONE:
            findings.deleted += name in {"del", "moveFrom"}
        elif name == "r":
            _run(inner, findings, line)
        elif name == "AlternateContent":
            read_runs(_alternative(inner), findings, line)
        elif name in _BOXED:
            line.boxes += outermost(inner, "txbxContent")
        elif name == "t":
            line.parts.append(inner.text or "")
        else:
            findings.inserted += name in {"ins", "moveTo"}
            read_runs(inner, findings, line)
    return line


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


def _run(run: Any, findings: Findings, line: Line) -> None:
    if switch(run, "rPr", "vanish"):
        findings.hidden += sum(len(t.text or "") for t in children(run, "t"))
        return
    before = len(line.parts)
    custom = False
    for inner in run:
        name = local(inner)
        if name in _PRINTED:
            text = _PRINTED[name](inner, findings)
            line.parts.append("" if custom and name in {"t", "sym"} else text)
        elif name in {"footnoteReference", "endnoteReference"}:
            line.footnotes.append((name[:-9], attribute(inner, "id") or ""))
            custom = attribute(inner, "customMarkFollows") in {"1", "true", "on"}
        elif name == "ruby":
            read_runs(
                child(inner, "rubyBase") if child(inner, "rubyBase") is not None else (), findings, line
            )
        elif name in _BOXED:
            line.boxes += outermost(inner, "txbxContent")
        elif name not in _GONE:
            findings.comments += name == "commentReference"
            read_runs((inner,), findings, line) if name == "AlternateContent" else read_runs(
                inner, findings, line
            )
    _weigh(run, sum(len(part.strip()) for part in line.parts[before:]), line)


def _weigh(run: Any, letters: int, line: Line) -> None:
    bold = switch(run, "rPr", "b")
    line.bold += letters if bold else 0
    line.plain += letters if bold is False else 0


def _symbol(element: Any, findings: Findings) -> str:
    text = attribute(element, "char") or ""
    code = int(text, 16) if text and all(c in "0123456789abcdefABCDEF" for c in text[:6]) else 0
    if 0xF000 <= code <= 0xF0FF:
        if code & 0xFF in _SYMBOLS:
            return _SYMBOLS[code & 0xFF]
        findings.symbols.add(f"U+{code:04X} in {attribute(element, 'font') or 'a symbol font'}")
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else ""


def _break(element: Any, findings: Findings) -> str:
    return "\n"


_PRINTED: dict[str, Callable[[Any, Findings], str]] = {
    "t": lambda element, _: element.text or "",
    "tab": lambda element, _: "\t",
    "ptab": lambda element, _: "\t",
    "br": _break,
    "cr": _break,
    "noBreakHyphen": lambda element, _: "\u2011",
    "softHyphen": lambda element, _: "",
    "sym": _symbol,
}


def mark_is_gone(paragraph: Any) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one continues it."""
    properties = child(paragraph, "pPr", "rPr")
    return properties is not None and any(local(inner) in {"del", "moveFrom"} for inner in properties)


def note_number(text: str | None) -> int:
    """The number of a note's id; Word's separators have ids of 0 and below or a type."""
    return number(text, -1)
