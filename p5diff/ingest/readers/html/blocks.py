"""Walk a page's tree and give out its blocks: headings, paragraphs, list items, rows, notes."""

from __future__ import annotations

import re
from dataclasses import replace

from p5diff.ingest.readers.docx.numbering import lettered, roman
from p5diff.ingest.readers.flow import TextFlow, is_labelled
from p5diff.ingest.readers.html.inline import add_inline, parted_text, plain_text, reason_of, squeezed, unseen
from p5diff.ingest.readers.html.main_text import Weight, is_furniture, is_invisible
from p5diff.ingest.readers.html.notes import Notes
from p5diff.ingest.readers.html.tree import BLOCK, COMMENT, Node
from p5diff.ingest.readers.raised import opening
from p5diff.ingest.readers.tables import Cell, table
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_NOTE_NAME = re.compile(
    r"(?:^|[\s_#-])(?:_?(?:ftn|fn|edn|sdfootnote)\d*|foot-?notes?|end-?notes?|references)(?:$|[\s_:-]|\d)"
)
_NOTE_ROLES = frozenset(
    {
        "doc-endnotes",
        "doc-footnote",
        "doc-endnote",
        "footnote",
        "footnotes",
        "endnote",
        "endnotes",
        "rearnote",
        "rearnotes",
    }
)
_NOTE_START = re.compile(
    r"^\s{0,9}[\[(^]{0,3}\s{0,9}(\d{1,3}|[*†‡]{1,3}|[a-z])\s{0,9}[\])^.:]{0,3}\s{0,9}[↑↩^]?\s{0,9}"
)
_BACK = re.compile(r"\s{0,9}[↩↑⤴]\ufe0e?\s{0,9}$")
_BOXES = frozenset("div td th section article main body blockquote center fieldset details".split())
"""Elements that part a page into boxes."""
_BOLD_LENGTH = 160
"""Characters: a longer bold block is stressed text, and no heading."""
_ENDS_SENTENCE = re.compile(r"[.!?;:,。！？；：，،؛]$")


class Walker:
    """Collects blocks in page order; `main` is the part that holds the statement."""

    def __init__(self, main: Node, weights: dict[int, Weight], notes: Notes) -> None:
        self.blocks: list[RawBlock] = []
        self._main, self._weights, self._notes = main, weights, notes
        self._inside = 0
        self._furniture = 0
        self._note = 0
        self._quote = 0
        self._link = 0
        self._key = ""
        self._label = ""
        self._flow = TextFlow()
        self._boxes: dict[int, int] = {}
        self._around = set()
        node: Node | None = main
        while node is not None:
            self._around.add(id(node))
            node = node.parent

    def walk(self, node: Node) -> list[RawBlock]:
        """All blocks under `node`."""
        self._block(node)
        self._flush()
        return self.blocks

    def _block(self, node: Node) -> None:
        if is_invisible(node) or (reason_of(node) and id(node) not in self._around):
            self._unread(node)
            return
        here, aside, note = node is self._main, self._is_aside(node), self._is_note(node)
        self._inside += here
        self._furniture += aside
        self._note += note
        self._quote += node.tag == "blockquote"
        self._link += node.tag == "a"
        if id(node) in self._notes.notes:
            self._key = self._notes.notes[id(node)]
        if node.tag == "hr" and self._inside:
            self._flush(node.parent)
            self.blocks.append(RawBlock(text="", kind=BlockKind.SET_ASIDE, reason=SetAsideReason.RULE))
        elif node.tag == "pre":
            self._preformatted(node)
        elif node.tag in {"ol", "ul", "menu", "dir"}:
            self._list(node)
        elif node.tag == "table" and id(node) not in self._around and not self._note and not self._furniture:
            self._table(node)
        elif node.tag == "figcaption":
            self._caption(node)
        else:
            self._children(node)
        self._inside -= here
        self._furniture -= aside
        self._note -= note
        self._quote -= node.tag == "blockquote"
        self._link -= node.tag == "a"

    def _unread(self, node: Node) -> None:
        """Set aside what is hidden, struck out or deleted as a whole."""
        text, reason = unseen(node) if is_invisible(node) else (squeezed(parted_text(node)), reason_of(node))
        if text.strip():
            self._flush(node.parent)
            self.blocks.append(RawBlock(text=" ".join(text.split()), kind=BlockKind.SET_ASIDE, reason=reason))

    def _caption(self, node: Node) -> None:
        start = len(self.blocks)
        self._children(node)
        for place, block in enumerate(self.blocks[start:], start):
            if block.is_text:
                self.blocks[place] = RawBlock(
                    text=block.text, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.CAPTION
                )

    def _is_aside(self, node: Node) -> bool:
        main = self._weights.get(id(self._main), Weight())
        return bool(self._inside) and is_furniture(node, self._weights, main) and not self._is_note(node)

    def _is_note(self, node: Node) -> bool:
        if node.get("role").lower() in _NOTE_ROLES or node.get("epub:type") in _NOTE_ROLES:
            return True
        if id(node) in self._notes.notes:
            return True
        return (
            node.tag in BLOCK
            and bool(_NOTE_NAME.search(node.signature))
            and node.tag not in {"body", "article"}
        )

    def _children(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._flow.add(squeezed(child))
            elif child.tag != COMMENT and (child.tag in BLOCK or _holds_blocks(child)):
                self._flush(node)
                self._block(child)
            else:
                add_inline(child, self._flow, self._notes, in_note=bool(self._note))
        if node.tag in BLOCK:
            self._flush(node)

    def _list(self, node: Node) -> None:
        """Items with the label a browser would print before them."""
        self._flush(node)
        items = [c for c in node.children if isinstance(c, Node) and c.tag == "li"]
        number = _whole(node.get("start"), len(items) if "reversed" in node.attributes else 1)
        for child in node.children:
            if isinstance(child, str):
                self._flow.add(squeezed(child))
                continue
            if child.tag != "li":
                self._block(child) if child.tag != COMMENT else add_inline(child, self._flow, self._notes)
                continue
            number = _whole(child.get("value"), number)
            self._flush(node)
            self._label = _item_label(node, child, number)
            self._block(child)
            self._label = ""
            number += -1 if "reversed" in node.attributes else 1
        self._flush(node)

    def _table(self, node: Node) -> None:
        """A table's rows as paragraphs, unless it only lays out the page."""
        self._flush(node)
        before, self.blocks = self.blocks, []
        rows: list[list[Cell]] = []
        for part in _rows(node):
            if part.tag != "tr" or is_invisible(part) or reason_of(part):
                self._block(part)  # a caption, or what stands in a table against the rules
                self._flush(part)
                rows.append([self._taken()])
                continue
            cells: list[Cell] = []
            for cell in part.children:
                if isinstance(cell, Node) and cell.tag in {"td", "th"}:
                    self._flush(part)  # words before it that stand in no cell are no part of its own
                    self._block(cell)
                    cells.append(self._taken())
                elif isinstance(cell, Node):
                    self._block(cell) if cell.tag != COMMENT else add_inline(cell, self._flow, self._notes)
                else:
                    self._flow.add(squeezed(cell))
            self._flush(part)
            loose = self._taken()
            rows.append([*cells, loose] if loose else cells)
        self.blocks = before
        self.blocks += table(rows, layout=node.get("role").lower() in {"presentation", "none"})

    def _taken(self) -> list[RawBlock]:
        taken, self.blocks = self.blocks, []
        return taken

    def _preformatted(self, node: Node) -> None:
        self._flush()
        text = plain_text(node).strip("\n")
        if text.strip():
            text_here = self._inside and not self._furniture
            kind = BlockKind.LINES if text_here else BlockKind.SET_ASIDE
            reason = None if text_here else SetAsideReason.FURNITURE
            self.blocks.append(RawBlock(text=text, kind=kind, reason=reason))

    def _flush(self, node: Node | None = None) -> None:
        """Close the paragraph under collection and file it."""
        flow, self._flow = self._flow, TextFlow()
        tag = _heading_tag(node)
        linked = self._link > 0 or 0 < flow.bold + flow.plain <= flow.linked
        setting = self._setting(node) if not flow.is_blank else ""
        pattern = RawBlock(text="", label=self._label, quoted=self._quote > 0, linked=linked, setting=setting)
        blocks = flow.blocks(paragraphs=not tag, block=pattern)
        words = sum(block.is_text for block in blocks)
        if words:
            self._label = ""
        self.blocks += (self._filed(block, flow, tag, words) for block in blocks)

    def _setting(self, node: Node | None) -> str:
        """The box that holds a paragraph, by its number on the page, and how all of its words are set."""
        look = _look(node) if node is not None else ""
        while node is not None and (node.tag not in _BOXES or _is_paragraph(node)):
            node = node.parent
        box = self._boxes.setdefault(id(node), len(self._boxes) + 1)
        return f"{box} {look}"

    def _filed(self, block: RawBlock, flow: TextFlow, tag: str, of: int) -> RawBlock:
        if not block.is_text:
            return block
        text = block.text.strip("\u00a0\u3000 ")
        if not self._inside or self._furniture:
            outside = SetAsideReason.NAVIGATION if self._furniture else SetAsideReason.FURNITURE
            return RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=outside)
        if self._note and not tag:
            return self._note_block(text, block.label, flow)
        if tag:
            return replace(
                block, text=" ".join(text.split()), kind=BlockKind.HEADING, level=_HEADINGS[tag], label=""
            )
        bold = flow.bold > 0 and flow.plain == 0 and of == 1
        if bold and not block.label and len(text) <= _BOLD_LENGTH and not _ENDS_SENTENCE.search(text):
            return replace(block, text=text, kind=BlockKind.HEADING, level=3)
        kind = BlockKind.LIST_ITEM if block.label == "•" else BlockKind.PARAGRAPH
        return replace(block, text=text, kind=kind)

    def _note_block(self, text: str, label: str, flow: TextFlow) -> RawBlock:
        match = _NOTE_START.match(text)
        if flow.mark:
            label, text = flow.mark, text[len(opening(flow.mark)) :].lstrip()
        elif match and not label:
            label, text = match[1], text[match.end() :]
        key, self._key = self._key, ""
        return RawBlock(text=_BACK.sub("", text), kind=BlockKind.FOOTNOTE, label=label.strip(".()"), key=key)


def _rows(node: Node) -> list[Node]:
    """The rows of a table, and whatever else stands between them."""
    found: list[Node] = []
    for child in node.children:
        if isinstance(child, str):
            found += [Node("div", {}, [child], node, node.depth + 1)] if child.strip() else []
        elif child.tag in {"tbody", "thead", "tfoot"} and not is_invisible(child):
            found += _rows(child)
        elif child.tag not in {COMMENT, "colgroup", "col"}:
            found.append(child)
    return found


def _heading_tag(node: Node | None) -> str:
    while node is not None and (node.tag not in BLOCK or node.tag in {"div", "center"}):
        node = node.parent
    return node.tag if node is not None and node.tag in _HEADINGS else ""


def _is_paragraph(node: Node) -> bool:
    """Whether a box holds the words of one paragraph and nothing else, as one beside others."""
    inner = (child.tag for child in node.children if isinstance(child, Node))
    return node.tag == "div" and not any(tag in BLOCK or tag == "br" for tag in inner)


def _look(node: Node) -> str:
    """The inline element that holds all words of a block (italics, small print), empty where none does."""
    held = [child for child in node.children if not isinstance(child, str) or child.strip()]
    if len(held) != 1 or not isinstance(held[0], Node) or held[0].tag in BLOCK or held[0].tag == "a":
        return ""
    return f"{held[0].tag} {held[0].get('class')} {held[0].get('size')}"


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
        return "" if is_labelled(plain_text(item)[:40].strip()) else "•"
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
