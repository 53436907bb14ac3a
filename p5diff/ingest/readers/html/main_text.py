"""Find the part of a page that holds the statement.

The good text of a page is what stands in paragraphs of some length that are not mostly links.
The main part is the smallest element that holds nearly all of it, after parts that call
themselves menus, footers or sidebars are set aside. Preferring too much to too little, it never
has to guess which of several paragraphs belong to the statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from p5diff.ingest.readers.html.looks import HIDDEN
from p5diff.ingest.readers.html.names import Named, named
from p5diff.ingest.readers.html.tree import BLOCK, COMMENT, Node
from p5diff.language.script import HAN

NOT_TEXT = frozenset("head script style meta link title embed".split())
"""What holds words for programs, or for the frame around a page, which are read elsewhere."""
INVISIBLE = NOT_TEXT | frozenset(
    "template noscript applet audio video canvas svg select datalist textarea button iframe".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary dt".split())
_ASIDE_TAGS = frozenset({"nav", "aside", "form", "menu", "dialog"})
_ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "search", "banner", "menu", "dialog", "alert"}
)
_SITE_WORDS = re.compile(
    r"©|\(c\)|copyright|all rights reserved|tous droits réservés|derechos reservados|права защищены|版权所有"
    r"|حقوق النشر|جميع الحقوق|cookie|javascript|privacy|tel\.?:|e-?mail:|@",
    re.IGNORECASE,
)
"""Words of a site about itself, in the six languages."""
_NEVER_ASIDE = frozenset("html body main article p a span b i strong em td tr".split())
_NEVER_LINE = frozenset("html body main article h1 h2 h3 h4 h5 h6 tr".split())
_LONGEST_LINE = 200
"""Letters of the longest line of a page about its text: who wrote it, when, under which subjects."""
_HOUR = re.compile(r"(?<!\d)\d{1,2}[:h]\d\d(?!\d)")
_NEVER_MAIN = frozenset({"p", "ul", "ol", "li", "blockquote", "header", "footer"})
"""Parts of a text: what stands beside them is text as well, however short its paragraphs are."""
_FEW_LINKS = 0.2
"""The share of linked letters up to which a header or footer is no menu."""
_GOOD_LENGTH = 40
"""Letters of a block that is text: menus and captions are mostly shorter, paragraphs longer."""
_HAN_WEIGHT = 3
"""Letters that a Han character counts for: a text takes about a third of the characters in Chinese."""
_HAN = re.compile(f"[{HAN}]")
_MOST_LINKS = 0.4
"""Share of a block that may be links: lists of links lie well above, paragraphs with references below."""
_MAIN_HOLDS = 0.6
"""Share of a page's good text from which the element called main is believed [0, 1]: a page may call so what
is only its lead."""
_ENOUGH = 0.9
"""Share of the good text that the part chosen must hold; with less, the whole page is kept."""


_BESIDE = 0.25
"""Share of the words of the part chosen that may stand beside it, in no link and with nothing of a site:
dates and labels. With more, they are text as well, however short the lines are."""


@dataclass(slots=True)
class Weight:
    """How much text is in an element: all of it, in links, and in good paragraphs. Chinese
    characters count threefold, for they say as much as three letters."""

    text: int = 0
    links: int = 0
    good: int = 0

    def add(self, other: Weight) -> None:
        """Add a child's figures."""
        self.text += other.text
        self.links += other.links
        self.good += other.good


def is_invisible(node: Node) -> bool:
    """Whether a browser shows nothing of this element."""
    if node.tag == "button":  # the heading of a part that is folded is pressed to open it
        return HIDDEN in node.looks or not _inside(node, _HEADINGS)
    return node.tag in INVISIBLE or HIDDEN in node.looks


_CLAUSE = 12
"""Letters of the shortest clause of a preamble that a header may open with ("Recalling the Treaty,")."""
_CLAUSE_ENDS = frozenset(",;:،؛，；：")
_SENTENCE_ENDS = frozenset(".。؟?!")
_NUMBERED = re.compile(r"[(（]?(\d{1,3})[.)）、](?!\d)")
"""The number of a paragraph, with its mark."""


def calls_itself_aside(node: Node) -> bool:
    """Whether tag, role, class or id say that this is no main text."""
    if node.tag in _ASIDE_TAGS or node.get("role").lower() in _ASIDE_ROLES:
        return True
    if node.tag in _NEVER_ASIDE:
        return False
    aside = named(node.names) is Named.ASIDE
    if node.tag in {"header", "footer"}:
        return aside or not _holds_words(node)
    return aside


def _holds_words(node: Node) -> bool:
    """Whether a header or footer holds words of a text rather than of a site: it has no menu, few
    links and no notice, and a heading or paragraph of its own; one outside the article must
    hold more than a headline."""
    text, links, words, heads = 0, 0, 0, 0
    stack: list[tuple[Node | str, bool]] = [(node, False)]
    shown: list[str] = []
    while stack:
        item, linked = stack.pop()
        if isinstance(item, str):
            size = letters(item)
            text += size
            links += size if linked else 0
            clause = size >= _CLAUSE and item.rstrip()[-1:] in _CLAUSE_ENDS
            words += not linked and (size >= _GOOD_LENGTH or clause)
            shown.append(item)
            continue
        if item.tag in _ASIDE_TAGS:
            return False
        if item.tag not in INVISIBLE:
            heads += item.tag in {"h2", "h3", "h4", "h5", "h6"}
            linked = linked or is_link(item)
            stack += [(child, linked) for child in item.children]
    if not text or links > _FEW_LINKS * text or _SITE_WORDS.search("".join(shown)):
        return False
    return _inside(node, {"article", "main"}) or bool(heads and words) or words > 1 or _goes_on(node)


def _goes_on(node: Node) -> bool:
    """Whether a header or footer holds a part of the page's own sequence: a header that breaks off at a
    clause, the footer below such a header, or paragraphs whose numbers go on from one into the other."""
    page = _page(_body(node))
    start, end = page.spans.get(id(node), (0, 0))
    before, own, after = page.lines[:start], page.lines[start:end], page.lines[end:]
    if not own:
        return False
    if node.tag == "header":
        return bool(after) and (_open_clause(own[-1]) or _counts_on(page.lines, end))
    ends = own[-1][-1:] in _SENTENCE_ENDS and letters(own[-1]) >= _CLAUSE
    opened = page.head > 0 and _open_clause(page.lines[page.head - 1])
    return bool(before) and ((opened and ends) or _open_clause(before[-1]) or _counts_on(page.lines, start))


def _open_clause(line: str) -> bool:
    """Whether a line breaks off at a clause of a preamble: nothing but a text goes on after it."""
    return line[-1:] in _CLAUSE_ENDS and letters(line) >= _CLAUSE


def _counts_on(lines: Sequence[str], at: int) -> bool:
    """Whether a paragraph has the number after that of the last paragraph before it."""
    last, following = _NUMBERED.match(lines[at - 1]), _NUMBERED.match(lines[at])
    return bool(last and following and int(following[1]) == int(last[1]) + 1)


def _body(node: Node) -> Node:
    while node.parent is not None and node.tag != "body":
        node = node.parent
    return node


class _Page(NamedTuple):
    """The visible words of a page, a line for each block that holds words of its own; the lines of each
    header and footer by `id(node)`; and the end of the page's first header (0: none)."""

    lines: list[str]
    spans: dict[int, tuple[int, int]]
    head: int


@lru_cache(maxsize=1)
def _page(body: Node) -> _Page:
    lines: list[str] = []
    spans: dict[int, tuple[int, int]] = {}
    words: list[str] = []
    head = 0
    stack: list[tuple[Node | str, bool]] = [(body, False)]
    while stack:
        item, done = stack.pop()
        if isinstance(item, str):
            words.append(item)
            continue
        if not done and (is_invisible(item) or item.tag == COMMENT or item.tag in _ASIDE_TAGS):
            continue
        if item.tag in BLOCK:
            if line := " ".join("".join(words).split()):
                lines.append(line)
            words.clear()
        if done:
            if id(item) in spans:
                spans[id(item)] = (spans[id(item)][0], len(lines))
            if item.tag == "header" and not head and not _inside(item, {"article"}):
                head = len(lines)
            continue
        if item.tag in {"header", "footer"}:
            spans[id(item)] = (len(lines), len(lines))
        stack += [(item, True)] if item.tag in BLOCK else []
        stack += [(child, False) for child in reversed(item.children)]
    return _Page(lines, spans, head)


def weigh(root: Node) -> dict[int, Weight]:
    """The weight of every visible element, by `id(node)`."""
    weights: dict[int, Weight] = {}
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            weights[id(node)] = _weight(node, weights)
        elif not is_invisible(node) and node.tag != COMMENT:
            stack.append((node, True))
            stack += [(child, False) for child in node.children if isinstance(child, Node)]
    return weights


def _weight(node: Node, weights: dict[int, Weight]) -> Weight:
    total = Weight()
    own = 0
    for child in node.children:
        if isinstance(child, str):
            own += letters(child)
        elif found := weights.get(id(child)):
            total.add(found)
            own += found.text if child.tag not in BLOCK else 0
    total.text += sum(letters(child) for child in node.children if isinstance(child, str))
    if is_link(node):
        total.links = total.text
    # a text counts once, in the block that holds it directly; links around it do not make it good
    if node.tag in BLOCK and own >= _GOOD_LENGTH and total.links <= _MOST_LINKS * total.text:
        total.good = max(total.good, min(own, total.text)) if total.good < own else total.good + own
    return total


def letters(text: str) -> int:
    """The length of a text without white space, Chinese characters counted threefold."""
    bare = "".join(text.split())
    return len(bare) + (_HAN_WEIGHT - 1) * len(_HAN.findall(bare))


def find_main(root: Node, weights: dict[int, Weight]) -> tuple[Node, float]:
    """The element that holds the statement, and its share of the page's good text."""
    aside = _aside_ids(root, weights)
    good = {key: weight.good for key, weight in weights.items()}
    words = {key: weight.text - weight.links for key, weight in weights.items()}
    for node in _walk(root, weights):
        if id(node) in aside:
            _take_off(node, good)
            _take_off(node, words)
    whole = good.get(id(root), 0)
    main = _called_main(root, weights, good, aside) or root
    total = good.get(id(main), 0)
    while total:
        best = max(
            (c for c in main.children if isinstance(c, Node) and id(c) in good and id(c) not in aside),
            key=lambda child: good[id(child)],
            default=None,
        )
        if best is None or good[id(best)] < _ENOUGH * total or best.tag in _NEVER_MAIN or _has_peer(best):
            break
        if _words_beside(best, words, aside) > _BESIDE * words[id(best)]:
            break
        main = best
    return main, (good.get(id(main), 0) / whole if whole else 1.0)


def _words_beside(best: Node, words: dict[int, int], aside: Set[int]) -> int:
    """Letters beside a part of a page, in no link and no menu, in elements that say nothing of a site."""
    beside = best.parent.children if best.parent is not None else []
    return sum(
        words[id(other)]
        for other in beside
        if isinstance(other, Node) and other is not best and words.get(id(other)) and id(other) not in aside
        if not _SITE_WORDS.search(other.content())
    )


def _has_peer(node: Node) -> bool:
    """Whether a box that holds its words itself stands before one of the same kind that ends a sentence:
    both are paragraphs, however short the second is."""
    if node.parent is None or any(isinstance(c, Node) and c.tag in BLOCK for c in node.children):
        return False
    beside = [child for child in node.parent.children if isinstance(child, Node)]
    return any(_is_sentence_like(other, node) for other in beside[beside.index(node) + 1 :])


def _is_sentence_like(other: Node, node: Node) -> bool:
    """Whether an element has the tag and names of another one and says one sentence, in no link, and nothing
    of a site."""
    text = other.content().strip()
    alike = other.tag == node.tag and other.names == node.names
    says = text[-1:] in _SENTENCE_ENDS and letters(text) >= _CLAUSE and not _SITE_WORDS.search(text)
    return alike and bool(text) and says and not any(True for _ in _links(other))


def _called_main(
    root: Node, weights: dict[int, Weight], good: dict[int, int], aside: Set[int]
) -> Node | None:
    """The one element that calls itself the main content, where it holds most of the page: a banner above it
    may be a paragraph like those of the text (HTML standard, 4.4.14: the dominant contents)."""
    called = [
        n
        for n in _walk(root, weights)
        if n.tag == "main" or n.attributes.get("role", "").strip().lower() == "main"
    ]
    outer = [n for n in called if not any(_holds(other, n) for other in called if other is not n)]
    if len(outer) != 1 or id(outer[0]) in aside:
        return None
    share = good.get(id(outer[0]), 0) / max(good.get(id(root), 0), 1)
    return outer[0] if share >= _MAIN_HOLDS else None


def _holds(outer: Node, inner: Node) -> bool:
    above = inner.parent
    while above is not None and above is not outer:
        above = above.parent
    return above is outer


def _walk(root: Node, weights: dict[int, Weight]) -> list[Node]:
    result, stack = [], [root]
    while stack:
        node = stack.pop()
        if id(node) in weights:
            result.append(node)
            stack += [child for child in node.children if isinstance(child, Node)]
    return result


def _aside_ids(root: Node, weights: dict[int, Weight]) -> set[int]:
    """The outermost elements that call themselves aside, unless they hold most of the page."""
    total = weights[id(root)].good
    found: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        weight = weights.get(id(node))
        if weight is None or node.tag == COMMENT:
            continue
        if calls_itself_aside(node) and weight.good <= 0.5 * total:
            found.add(id(node))
        else:
            stack += [child for child in node.children if isinstance(child, Node)]
    return found


def _take_off(node: Node, good: dict[int, int]) -> None:
    taken, above = good[id(node)], node.parent
    while taken and above is not None:
        good[id(above)] = max(0, good.get(id(above), 0) - taken)
        above = above.parent


def is_furniture(node: Node, weights: dict[int, Weight], main: Weight) -> bool:
    """Whether an element inside the main part is furniture: it says so, or it is a list of links."""
    weight = weights.get(id(node), Weight())
    if calls_itself_aside(node):
        return weight.good <= 0.3 * main.good or weight.good == 0
    if _is_line(node, weight):
        return True
    if node.tag in {"ul", "ol", "dl", "div", "table", "p"} and weight.text and weight.good == 0:
        several = sum(1 for _ in _links(node)) > 2
        return several and weight.links > 0.75 * weight.text
    return False


def _is_line(node: Node, weight: Weight) -> bool:
    """Whether an element calls itself a line of the page about the text, and is no longer than one."""
    if node.tag in _NEVER_LINE or not 0 < weight.text <= _LONGEST_LINE:
        return False
    what = named(node.names)
    if what is Named.STAMP:
        return node.tag not in {"span", "b", "i", "strong", "em"} and _HOUR.search(node.content()) is not None
    short = what is Named.ASIDE and node.tag in {"p", "td"}  # a longer one is a paragraph with a curious name
    return what is Named.LINE or short


def is_link(node: Node) -> bool:
    """Whether an element is a link: with an address, or waiting for a program to give it one. A named
    place in the text is none."""
    return node.tag == "a" and bool(node.get("href") or not (node.get("name") or node.get("id")))


def _links(node: Node) -> list[Node]:
    found: list[Node] = []
    stack = [node]
    while stack and len(found) < 4:
        inner = stack.pop()
        if is_link(inner) and not inner.get("href").startswith("#"):
            found.append(inner)
        stack += [child for child in inner.children if isinstance(child, Node)]
    return found


def _inside(node: Node, tags: Set[str]) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False
