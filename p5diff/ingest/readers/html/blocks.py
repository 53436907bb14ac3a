"""Walk a page's tree and give out its blocks: headings, paragraphs, list items, notes."""

from __future__ import annotations

import re

from p5diff.ingest.readers.docx.numbering import lettered, roman
from p5diff.ingest.readers.html.inline import Inline, add_inline, plain_text
from p5diff.ingest.readers.html.main_text import Weight, is_furniture, is_invisible
from p5diff.ingest.readers.html.tree import BLOCK, Node
from p5diff.model.source import BlockKind, RawBlock

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_NOTE_NAME = re.compile(
    r"(?:^|[\s_#-])(?:_?(?:ftn|fn|edn|sdfootnote)\d*|foot-?notes?|end-?notes?|references)(?:$|[\s_:-]|\d)"
)
_NOTE_START = re.compile(
    r"^\s{0,9}[\[(^]{0,3}\s{0,9}(\d{1,3}|[*†‡]{1,3}|[a-z])\s{0,9}[\])^.:]{0,3}\s{0,9}[↑↩^]?\s{0,9}"
)
_BACK = re.compile(r"\s{0,9}[↩↑⤴]\ufe0e?\s{0,9}$")
_BOLD_LENGTH = 160
_ENDS_SENTENCE = re.compile(r"[.!?;:,。！？；：，،؛]$")
_OWN_LABEL = re.compile(r"^[\s\u3000]*(?:\(?\w{1,4}[.)、）]|[•–-])")


class Walker:
    """Collects blocks in page order; `main` is the part that holds the statement."""

    def __init__(self, main: Node, weights: dict[int, Weight]) -> None:
        self.blocks: list[RawBlock] = []
        self._main, self._weights = main, weights
        self._inside = 0
        self._furniture = 0
        self._note = 0
        self._label = ""
        self._inline = Inline()

    def walk(self, node: Node) -> list[RawBlock]:
        """All blocks under `node`."""
        self._block(node)
        self._flush()
        return self.blocks

    def _block(self, node: Node) -> None:
        if is_invisible(node):
            return
        here, aside, note = node is self._main, self._is_aside(node), self._is_note(node)
        self._inside += here
        self._furniture += aside
        self._note += note
        self._inline.in_note = bool(self._note)
        if node.tag == "pre":
            self._preformatted(node)
        elif node.tag in {"ol", "ul", "menu", "dir"}:
            self._list(node)
        else:
            self._children(node)
        self._inside -= here
        self._furniture -= aside
        self._note -= note
        self._inline.in_note = bool(self._note)

    def _is_aside(self, node: Node) -> bool:
        main = self._weights.get(id(self._main), Weight())
        return bool(self._inside) and is_furniture(node, self._weights, main) and not self._is_note(node)

    @staticmethod
    def _is_note(node: Node) -> bool:
        if node.get("role").lower() in {"doc-endnotes", "doc-footnote", "doc-endnote"}:
            return True
        return (
            node.tag in BLOCK
            and bool(_NOTE_NAME.search(node.signature))
            and node.tag not in {"body", "article"}
        )

    def _children(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._inline.add(child, bold=False)
            elif child.tag in BLOCK or _holds_blocks(child):
                self._flush(node)
                self._block(child)
            else:
                add_inline(child, self._inline)
        if node.tag in BLOCK:
            self._flush(node)

    def _list(self, node: Node) -> None:
        """Items with the label a browser would print before them."""
        self._flush(node)
        items = [c for c in node.children if isinstance(c, Node) and c.tag == "li"]
        number = _whole(node.get("start"), len(items) if "reversed" in node.attributes else 1)
        for child in node.children:
            if isinstance(child, str) or child.tag != "li":
                self._inline.add(child, bold=False) if isinstance(child, str) else self._block(child)
                continue
            number = _whole(child.get("value"), number)
            self._flush(node)
            self._label = _item_label(node, child, number)
            self._block(child)
            self._label = ""
            number += -1 if "reversed" in node.attributes else 1
        self._flush(node)

    def _preformatted(self, node: Node) -> None:
        self._flush()
        text = plain_text(node).strip("\n")
        if text.strip():
            kind = BlockKind.LINES if self._inside and not self._furniture else BlockKind.FURNITURE
            self.blocks.append(RawBlock(text=text, kind=kind))

    def _flush(self, node: Node | None = None) -> None:
        """Close the paragraph under collection and file it."""
        inline, self._inline = self._inline, Inline(in_note=bool(self._note))
        paragraphs = inline.paragraphs()
        label = self._label if paragraphs else ""
        for text in paragraphs:
            self.blocks.append(self._filed(text.strip("\u00a0\u3000 "), label, inline, node, len(paragraphs)))
            self._label = label = ""

    def _filed(self, text: str, label: str, inline: Inline, node: Node | None, of: int) -> RawBlock:
        tag = _heading_tag(node)
        if not self._inside or self._furniture:
            return RawBlock(text=text, kind=BlockKind.FURNITURE)
        if self._note and not tag:
            return _note_block(text, label)
        if tag:
            return RawBlock(text=" ".join(text.split()), kind=BlockKind.HEADING, level=_HEADINGS[tag])
        bold = inline.bold > 0 and inline.plain == 0 and of == 1
        if bold and not label and len(text) <= _BOLD_LENGTH and not _ENDS_SENTENCE.search(text):
            return RawBlock(text=text, kind=BlockKind.HEADING, level=3)
        return RawBlock(text=text, label=label)


def _note_block(text: str, label: str) -> RawBlock:
    match = _NOTE_START.match(text)
    if match and not label:
        label, text = match[1], text[match.end() :]
    return RawBlock(text=_BACK.sub("", text), kind=BlockKind.FOOTNOTE, label=label.strip(".()"))


def _heading_tag(node: Node | None) -> str:
    while node is not None and (node.tag not in BLOCK or node.tag in {"div", "center"}):
        node = node.parent
    return node.tag if node is not None and node.tag in _HEADINGS else ""


def _holds_blocks(node: Node) -> bool:
    """An inline element around blocks (`<a><div>…`, `<font><p>…`) is walked as a block itself."""
    stack = [node]
    while stack:
        inner = stack.pop()
        for child in inner.children:
            if isinstance(child, Node):
                if child.tag in BLOCK:
                    return True
                stack.append(child)
    return False


def _item_label(node: Node, item: Node, number: int) -> str:
    if "none" in node.get("style") and "list-style" in node.get("style"):
        return ""
    if node.tag != "ol":
        return "" if _OWN_LABEL.match(plain_text(item)[:40].strip()) else "•"
    kind = item.get("type") or node.get("type") or _style_type(node)
    forms = {"a": lettered, "A": lambda n: lettered(n).upper(), "i": lambda n: roman(n).lower(), "I": roman}
    return f"{forms.get(kind, str)(number)}."


def _style_type(node: Node) -> str:
    match = re.search(r"list-style(?:-type)?\s*:\s*(lower|upper)-(alpha|latin|roman)", node.get("style"))
    if not match:
        return "1"
    letter = "i" if match[2] == "roman" else "a"
    return letter.upper() if match[1] == "upper" else letter


def _whole(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text.strip()) else default
