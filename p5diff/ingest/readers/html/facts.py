"""What a page states about itself: title, date, address, language."""

from __future__ import annotations

import re

from p5diff.ingest.readers.html.inline import plain_text
from p5diff.ingest.readers.html.tree import Node
from p5diff.language import primary_tag

_META = {
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "articletitle": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date": "published",
    "dcterms.date": "published",
    "pubdate": "published",
    "publishdate": "published",
    "og:url": "url",
    "og:locale": "language",
    "og:site_name": "site",
}
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def facts_of(root: Node) -> dict[str, str]:
    """`title`, `published` (ISO date), `url`, `language`, `site`; the page's own order decides.

    The day a page was published is not the day a statement was adopted, so it is not `date`.
    """
    found: dict[str, str] = {}
    title = ""
    for node in elements(root):
        if node.tag == "meta":
            _from_meta(node, found)
        elif node.tag == "link" and "canonical" in node.get("rel").lower().split():
            found.setdefault("url", node.get("href").strip())
        elif node.tag == "html" and node.get("lang"):
            found.setdefault("language", node.get("lang"))
        elif node.tag == "title" and not title:
            title = " ".join(plain_title(node).split())
    found.setdefault("title", title)
    if language := found.pop("language", ""):
        found["language"] = primary_tag(language)
    return {key: value for key, value in found.items() if value}


def plain_title(node: Node) -> str:
    """The text of a `<title>`, which holds nothing but text."""
    return "".join(child for child in node.children if isinstance(child, str))


def headline(root: Node, title: str) -> Node | None:
    """The page's own headline: the first `h1` that shares its words with the stated title, else
    the only one."""
    found = [node for node in elements(root) if node.tag == "h1" and plain_text(node).strip()]
    fitting = [node for node in found if _alike(plain_text(node), title)]
    return fitting[0] if fitting else found[0] if len(found) == 1 else None


def _alike(one: str, other: str) -> bool:
    bare, whole = "".join(one.split()).lower(), "".join(other.split()).lower()
    return len(bare) > 4 and (bare in whole or whole in bare)


def _from_meta(node: Node, found: dict[str, str]) -> None:
    name = (node.get("property") or node.get("name") or node.get("itemprop")).lower()
    key, content = _META.get(name, ""), " ".join(node.get("content").split())
    if key == "published":
        match = _DATE.search(content)
        content = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
    if key and content:
        found.setdefault(key, content)


def elements(root: Node) -> list[Node]:
    """All elements of a page, in its order."""
    result, stack = [], [root]
    while stack:
        node = stack.pop()
        result.append(node)
        stack += [child for child in reversed(node.children) if isinstance(child, Node)]
    return result
