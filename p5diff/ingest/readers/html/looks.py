"""How a page makes its elements look, as far as reading depends on it: hidden, struck out, raised.

Tags, attributes, `style` and the page's own style sheets are asked. Of style sheets, selectors of
tags, classes, ids and descendants are understood; a rule with any other selector is left alone, so
that nothing is taken for hidden or struck that may not be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from p5diff.ingest.readers.html.tree import BLOCK, Node
from p5diff.ingest.sandbox.unfolding import extent
from p5diff.memo import memo

HIDDEN, STRUCK, DELETED, RAISED = "hidden", "struck", "deleted", "raised"
_COMMENT = re.compile(r"/\*.{0,20000}?\*/", re.S)
_BRACE = re.compile(r"[{}]")
_ODD = re.compile(r"[^\w.#*-]")
"""What stands in a selector that is more than a tag, classes and an id."""
_PART = re.compile(r"[.#]?[\w-]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.I)
_SHOWN = re.compile(r"display\s*:\s*(?!none)[a-z-]+|visibility\s*:\s*visible", re.I)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,100}line-through", re.I)
_LENGTH = r"(?:0?\.[2-9]\d*r?em|[1-9][\d.]*r?em|(?:[3-9]|\d\d)[\d.]*(?:p[xt]|%))"
"""How high words stand that are raised: less only mends their line."""
_RAISED = re.compile(
    rf"vertical-align\s*:\s*(?:super|text-top|{_LENGTH})|font-variant(?:-position)?\s*:\s*super", re.I
)
_MOVED_UP = re.compile(rf"(?<![\w-])(?:top\s*:\s*-|bottom\s*:\s*){_LENGTH}", re.I)
_SMALL = re.compile(r"font-size|mso-text-raise", re.I)
_TAGS = {"s": STRUCK, "strike": STRUCK, "del": DELETED, "sup": RAISED}
_SCREENS = re.compile(r"\b(?:print|speech|max-width|max-height)\b", re.I)


class _Rule(NamedTuple):
    """Elements on the way to the one meant (outermost first), and what becomes of it."""

    chain: tuple[tuple[str, ...], ...]
    effects: frozenset[str]


def dress(root: Node, sheets: str = "") -> None:
    """Set `looks` of every element under `root`, by its own style sheets and `sheets` beside it."""
    rules: dict[str, list[_Rule]] = {}
    stack, tried = [root], extent()
    for rule in chain(_sheet(sheets), _rules(root)):
        tried.piece(0)
        rules.setdefault(rule.chain[-1][-1], []).append(rule)
    while stack:
        node = stack.pop()
        found = _own(node) | _from_above(node)
        for rule in _asked(node, rules):
            tried.piece(len(rule.chain) * node.depth, 1)
            if not rule.effects <= found and _matches(node, rule.chain):
                found |= rule.effects
        if HIDDEN in found and _SHOWN.search(node.get("style")) and "hidden" not in node.attributes:
            found.discard(HIDDEN)
        if found:
            node.looks = frozenset(found)
        stack += (child for child in node.children if isinstance(child, Node))


def _from_above(node: Node) -> set[str]:
    """A link or other words inside raised ones stand as high as they do: `<sup><a>2</a></sup>`."""
    above = node.parent
    raised = above is not None and RAISED in above.looks and above.tag not in BLOCK
    return {RAISED} if raised and node.tag not in BLOCK and node.tag != "sub" else set()


def _asked(node: Node, rules: dict[str, list[_Rule]]) -> Iterator[_Rule]:
    """The rules whose last word names the element: its tag, its id, or one of its classes."""
    if rules:
        for name in (node.tag, "*", "#" + node.get("id"), *("." + c for c in _classes(node.get("class")))):
            yield from rules.get(name, ())


def _own(node: Node) -> set[str]:
    found = _effects(node.get("style")) if "style" in node.attributes else set()
    if node.tag in _TAGS:
        found.add(_TAGS[node.tag])
    if "hidden" in node.attributes or node.get("aria-hidden").lower() == "true":
        found.add(HIDDEN)
    return found


def _effects(declarations: str) -> set[str]:
    looks = ((HIDDEN, _HIDDEN), (STRUCK, _STRUCK), (RAISED, _RAISED))
    found = {effect for effect, pattern in looks if pattern.search(declarations)}
    if _MOVED_UP.search(declarations) and _SMALL.search(declarations):
        found.add(RAISED)  # set small and moved up, as word processors write raised words
    return found


def _rules(root: Node) -> Iterator[_Rule]:
    stack = [root]
    while stack:
        node = stack.pop()
        if node.tag == "style" and not _SCREENS.search(node.get("media")):
            yield from _sheet("".join(child for child in node.children if isinstance(child, str)))
        stack += reversed([child for child in node.children if isinstance(child, Node)])


def _sheet(text: str) -> Iterator[_Rule]:
    """Rules that hide, strike or raise; those for print or for small screens are left alone."""
    text = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
    at, around = 0, [""]
    for brace in _BRACE.finditer(text):
        chunk, at = text[at : brace.start()], brace.end()
        if brace[0] == "{":
            around.append(chunk.rpartition(";")[2].strip())
        elif len(around) > 1:
            selectors = around.pop()
            if not selectors.startswith("@") and not any(_SCREENS.search(outer) for outer in around):
                yield from _rule(selectors, frozenset(_effects(chunk)))


def _rule(selectors: str, effects: frozenset[str]) -> Iterator[_Rule]:
    for selector in selectors.split(",") if effects else ():
        compounds = selector.split()
        if compounds and not any(_ODD.search(part) for part in compounds):
            yield _Rule(tuple(_words(part) for part in compounds), effects)


def _words(compound: str) -> tuple[str, ...]:
    """The tag, classes and ids that a compound selector names; tags are told in small letters."""
    return tuple(part if part[0] in ".#" else part.lower() for part in _PART.findall(compound)) or ("*",)


def _matches(node: Node, chain: tuple[tuple[str, ...], ...]) -> bool:
    if not _fits(node, chain[-1]):
        return False
    wanted = len(chain) - 2
    above = node.parent
    while wanted >= 0 and above is not None:
        wanted -= _fits(above, chain[wanted])
        above = above.parent
    return wanted < 0


_MANY = 4_096
"""Values of `class` kept apart; a page has some hundreds."""


@memo(_MANY)
def _classes(value: str) -> frozenset[str]:
    return frozenset(value.split())


def _fits(node: Node, parts: tuple[str, ...]) -> bool:
    for part in parts:
        if part[0] == ".":
            if part[1:] not in _classes(node.get("class")):
                return False
        elif part[0] == "#":
            if part[1:] != node.get("id"):
                return False
        elif part not in {"*", node.tag} and part.lower() != node.tag:
            return False
    return True
