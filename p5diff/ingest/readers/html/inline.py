"""The text of one block of a page: inline elements, line breaks, footnote references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from p5diff.ingest.readers.html.main_text import is_invisible
from p5diff.ingest.readers.html.tree import Node

_SPACES = re.compile(r"[ \t\n\r\f]+")
_REFERENCE = re.compile(r"\[?\(?\s{0,9}(\d{1,3}|[*†‡]{1,3}|[a-z])\s{0,9}\)?\]?$")
_NOTE_LINK = re.compile(r"#.*(?:fn|note|ftn|edn|cite|nb|sdfoot)", re.IGNORECASE)
_PARAGRAPH_INDENT = re.compile("^(?:[\u3000]{1,4}|[\u00a0 ]{4,})")
_SENTENCE_END = re.compile(r"[.!?…。！？:：;；؟]['”\"»)）\]]*$")


@dataclass(slots=True)
class Inline:
    """Text under collection; `bold` and `plain` count letters by weight."""

    parts: list[str] = field(default_factory=list)
    in_note: bool = False
    """In a footnote its mark is kept: it is the note's own label, or leads back."""
    bold: int = 0
    plain: int = 0

    def add(self, text: str, *, bold: bool) -> None:
        """Add a piece of text as it stands in the page."""
        self.parts.append(_SPACES.sub(" ", text))
        count = len("".join(text.split()))
        self.bold += count if bold else 0
        self.plain += 0 if bold else count

    def paragraphs(self) -> list[str]:
        """The text as one or more paragraphs: `<br><br>`, or a break before an indent, parts them."""
        lines = [re.sub(" {2,}", " ", line) for line in "".join(self.parts).split("\n")]
        groups: list[list[str]] = [[]]
        for line in lines:
            if not line.strip() or (groups[-1] and _starts_paragraph(groups[-1][-1], line)):
                groups.append([])
            if line.strip():
                groups[-1].append(line)
        return ["\n".join(line.strip() for line in group) for group in groups if group]


def _starts_paragraph(last: str, line: str) -> bool:
    if _PARAGRAPH_INDENT.match(line):
        return True
    return len(last) > 60 and bool(_SENTENCE_END.search(last.rstrip()))


def add_inline(node: Node, into: Inline, *, bold: bool = False) -> None:
    """Add the text of an inline element."""
    if is_invisible(node) or _is_reference(node, into):
        return
    if node.tag == "br":
        into.parts.append("\n")
        return
    bold = bold or node.tag in {"b", "strong"}
    for child in node.children:
        if isinstance(child, str):
            into.add(child, bold=bold)
        elif child.tag not in {"rt", "rp"}:
            add_inline(child, into, bold=bold)


def _is_reference(node: Node, into: Inline) -> bool:
    """A mark that leads to a footnote is no part of the sentence it stands in."""
    if node.tag not in {"sup", "a"} or into.in_note:
        return False
    text = plain_text(node).strip()
    match = _REFERENCE.match(text)
    if not match or not text:
        return False
    links = [node, *(c for c in node.children if isinstance(c, Node))]
    to_note = any(_leads_to_note(link) for link in links if link.tag == "a")
    if node.tag == "a" and not (
        to_note and (text.startswith("[") or "ref" in f"{node.signature} {node.get('name')}")
    ):
        return False
    return bool(to_note or text.startswith("["))


def _leads_to_note(link: Node) -> bool:
    return bool(_NOTE_LINK.search(link.get("href"))) or "noteref" in link.signature


def plain_text(node: Node) -> str:
    """All visible text under an element, white space as in the page."""
    parts: list[str] = []
    stack: list[Node | str] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
        elif not is_invisible(item):
            stack += reversed(item.children)
    return "".join(parts)
