"""A report page taken apart: every element with its attributes, and both texts as the views show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("meta link input br img hr".split())


@dataclass
class Node:
    """An element with its attributes and children (elements and text)."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> list[Node]:
        found = [self]
        for child in self.children:
            if isinstance(child, Node):
                found += child.walk()
        return found

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    def find(self, name: str) -> list[Node]:
        return [node for node in self.walk() if node.has(name)]

    def text(self, drop: str = "") -> str:
        """Text without the apparatus (class x) and without elements called `drop`."""
        if self.has("x") or self.tag == drop:
            return ""
        return "".join(c if isinstance(c, str) else c.text(drop) for c in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(page: str) -> Node:
    """The page as a tree; fails on elements that are not closed in order."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def side_text(page: Node, side: str) -> list[str]:
    """The paragraphs of one side of the side-by-side view."""
    cells = [cell for cell in page.find("side")[0].find("t") if cell.attributes["data-side"] == side]
    return [p.text() for cell in cells for p in cell.walk() if p.tag in ("p", "h3")]


def inline_text(page: Node, drop: str) -> list[str]:
    """The paragraphs of the inline view without what `drop` (`ins` or `del`) holds."""
    gone = {"ins": "insert", "del": "delete"}[drop]
    result, current = [], ""
    for cell in page.find("inline")[0].find("t"):
        current += "".join(p.text(drop) for p in cell.walk() if p.tag in ("p", "h3"))
        if cell.attributes["data-mark"] != gone:
            result.append(current)
            current = ""
    assert not current
    return result
