"""A small tree of a web page, forgiving as browsers are, with a bound on its depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from p5diff.errors import InputError
from p5diff.ingest.sandbox.unfolding import extent

COMMENT = "#comment"
"""The tag of a comment, which holds its text."""
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont frame keygen".split()
)
BLOCK = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section "
    "summary table tbody td tfoot th "
    "thead tr ul caption".split()
)
_ENDS: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"tr", "td", "th", "thead", "tbody"}),
    "option": frozenset({"option"}),
    "rt": frozenset({"rt", "rp"}),
    "rp": frozenset({"rt", "rp"}),
}
"""An opening tag that ends open ones of these kinds (their end tags may be left out)."""
_SCOPES: dict[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol", "menu", "dir"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "tr": frozenset({"table"}),
    "td": frozenset({"table"}),
    "th": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "option": frozenset({"select"}),
    "rt": frozenset({"ruby"}),
    "rp": frozenset({"ruby"}),
}
_INLINE_SCOPE = frozenset({"table", "td", "th", "li", "div", "body", "section", "article"})


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag, attributes and children (elements and texts)."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    parent: Node | None = None
    depth: int = 0
    looks: frozenset[str] = frozenset()
    """How the element looks, as far as reading depends on it (see `looks`)."""

    def get(self, name: str) -> str:
        """The attribute's value, empty if there is none."""
        return self.attributes.get(name, "")

    @property
    def names(self) -> str:
        """Class, id and role as they are written."""
        return f"{self.get('class')} {self.get('id')} {self.get('role')}"

    @property
    def signature(self) -> str:
        """Class, id and role in lower case: what a page's author called this part."""
        return self.names.lower()

    def content(self, without: Callable[[Node], bool] | None = None, *, parted: bool = False) -> str:
        """All that is written under the element, white space as in the page: comments and programs among it,
        or less the elements inside that are to be left out. `parted` puts a space between two blocks, whose
        words would else be one."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            elif item is self or without is None or not without(item):
                if parted and item is not self and (item.tag in BLOCK or item.tag == "br"):
                    parts.append(" ")
                    stack.append(" ")
                stack += reversed(item.children)
        return "".join(parts)


class _HtmlBuilder(HTMLParser):
    def __init__(self, name: str, depth: int, *, closes: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#document")
        self._open = [self.root]
        self._name, self._limit, self._closes = name, depth, closes
        self._extent = extent()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._extent.piece(len(self._open), 1 + len(attrs))
        if tag in _ENDS:
            self._close_until(_ENDS[tag], _SCOPES[tag])
        if tag in BLOCK:
            self._close_until(frozenset({"p"}), _INLINE_SCOPE - {"p"})
        node = Node(
            tag, {key: value or "" for key, value in reversed(attrs)}, [], self._open[-1], len(self._open)
        )
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)
            if len(self._open) > self._limit:
                raise self._too_deep()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._closes and self._open[-1].tag == tag:  # browsers ignore the slash of <div/> in a web page
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in {"br", "p"} and not any(node.tag == tag for node in self._open):
            self._open[-1].children.append(Node(tag, {}, [], self._open[-1], len(self._open)))
            return
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return
            if self._open[index].tag in {"table", "td", "body"} and tag not in BLOCK:
                return  # a stray </b> inside a cell does not close one outside of it

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self._extent.piece(len(self._open))
        self._open[-1].children.append(Node(COMMENT, {}, [data], self._open[-1], len(self._open)))

    def unknown_decl(self, data: str) -> None:
        if data.startswith("CDATA["):
            self.handle_data(data[6:])

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """A marked section that the standard library knows nothing of ends, as in a browser, at
        the next `>`; the library itself would give up with an `AssertionError`."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            end = self.rawdata.find(">", i)
            return end + 1 if end >= 0 else len(self.rawdata)

    def _close_until(self, tags: frozenset[str], scope: frozenset[str]) -> None:
        """Close the innermost open element of these kinds, unless a scope stands before it."""
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in tags:
                del self._open[index:]
                return self._close_until(tags, scope)
            if self._open[index].tag in scope:
                return None
        return None

    def _too_deep(self) -> InputError:
        return InputError(
            "html-too-deep",
            f"{self._name} nests its elements more than {self._limit} deep",
            cause="no page for readers does; such files are damaged, or made to exhaust a reader",
            hint="copy the statement's text into a plain text file and give that",
        )


def parse_tree(text: str, *, name: str, depth: int, closes: bool = False) -> Node:
    """The page's tree; `closes`: it is XML, in which `<div/>` is an element that holds nothing. Raises
    `InputError` when elements nest deeper than `depth`."""
    extent().foresee([text.encode("utf-8", "replace")])
    builder = _HtmlBuilder(name, depth, closes=closes)
    builder.feed(text)
    builder.close()
    return builder.root
