"""Which marks of a page call which notes: links that lead there and back, whatever they are named."""

from __future__ import annotations

import re
from urllib.parse import unquote

from p5diff.ingest.readers.html.tree import BLOCK, Node

_MARK = re.compile(r"[\[(]?\s{0,9}(?:\d{1,3}|[*†‡§]{1,4}|[a-z]{1,2}|[ivx]{1,5})\s{0,9}[\])]?\Z")
_NOTE_LINK = re.compile(r"(?:fn|note|ftn|edn|cite|nb|sdfoot)", re.IGNORECASE)
_NOTE_ROLES = frozenset({"doc-noteref", "noteref"})


class Notes:
    """The notes of a page: `calls` leads from a link (`id(node)`) to the key of its note, `notes`
    from the element that holds a note to its key."""

    def __init__(self, root: Node) -> None:
        self.calls: dict[int, str] = {}
        self.notes: dict[int, str] = {}
        self._order: dict[int, int] = {}
        self._targets: dict[str, Node] = {}
        self._names: dict[int, frozenset[str]] = {}
        self._leading: dict[int, frozenset[str]] = {}
        self._met: dict[tuple[int, int], bool] = {}
        links: list[Node] = []
        stack, count = [root], 0
        while stack:
            node = stack.pop()
            self._order[id(node)] = count = count + 1
            for name in (node.get("id"), node.get("name") if node.tag == "a" else ""):
                if name:
                    self._targets.setdefault(name, node)
            if node.tag == "a" and node.get("href").startswith("#"):
                links.append(node)
            stack += reversed([child for child in node.children if isinstance(child, Node)])
        for link in links:
            self._pair(link)

    def _pair(self, link: Node) -> None:
        key = unquote(link.get("href")[1:])
        target = self._targets.get(key)
        text = link.content().strip()
        if target is None or not _MARK.match(text):
            return
        holder = _holder(target)
        if self._order[id(target)] <= self._order[id(link)] or holder is None or id(holder) in _above(link):
            return
        if self._leads_back(holder, link) or _is_reference(link, key):
            self.calls[id(link)] = key
            self.notes.setdefault(id(holder), key)

    def _leads_back(self, holder: Node, link: Node) -> bool:
        """Whether a link inside the note leads to the mark, or to what holds the mark."""
        back = self._led_to(holder)
        node: Node | None = link
        while node is not None and (node is link or node.tag not in BLOCK):
            names = self._named(node)
            pair = (id(node), id(holder))
            if pair not in self._met:
                self._met[pair] = not names.isdisjoint(back)
            if self._met[pair]:
                return True
            node = node.parent
        return False

    def _named(self, node: Node) -> frozenset[str]:
        """The names of an element and of the anchors in it; looked for once, for a paragraph may hold
        thousands of marks."""
        if id(node) not in self._names:
            anchors = (
                c.get("id") or c.get("name") for c in node.children if isinstance(c, Node) and c.tag == "a"
            )
            self._names[id(node)] = frozenset({node.get("id"), node.get("name"), *anchors} - {""})
        return self._names[id(node)]

    def _led_to(self, holder: Node) -> frozenset[str]:
        """What the links inside a note lead to; looked for once, for thousands of marks may call one note."""
        if id(holder) not in self._leading:
            found, stack = set(), [holder]
            while stack:
                inner = stack.pop()
                if inner.tag == "a":
                    found.add(unquote(inner.get("href"))[1:])
                stack += [child for child in inner.children if isinstance(child, Node)]
            self._leading[id(holder)] = frozenset(found)
        return self._leading[id(holder)]


def _is_reference(link: Node, key: str) -> bool:
    """Whether a link says itself that it leads to a note, or is raised and named so."""
    if link.get("epub:type") in _NOTE_ROLES or link.get("role").lower() in _NOTE_ROLES:
        return True
    raised = (link.parent is not None and link.parent.tag == "sup") or any(
        isinstance(child, Node) and child.tag == "sup" for child in link.children
    )
    return bool(_NOTE_LINK.search(key)) and (raised or link.content().strip().startswith("["))


def _holder(target: Node) -> Node | None:
    """The block that a note's anchor stands in or is."""
    node: Node | None = target
    while node is not None and node.tag not in BLOCK:
        node = node.parent
    return (
        None if node is None or node.tag in {"body", "html", "main", "article", "table", "ol", "ul"} else node
    )


def _above(node: Node) -> set[int]:
    found = set()
    above: Node | None = node
    while above is not None:
        found.add(id(above))
        above = above.parent
    return found
