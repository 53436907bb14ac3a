"""Books (.epub): the chapters in their order, read as web pages; notes may stand in another chapter."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from p5diff.errors import InputError
from p5diff.ingest.readers.archive import Archive
from p5diff.ingest.readers.xml import every, get, parse_xml, words
from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import read_in_child
from p5diff.ingest.sandbox.unfolding import extent
from p5diff.language import primary_tag
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText

if TYPE_CHECKING:
    from p5diff.ingest.readers.html.tree import Node

_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """The book's text, in a limited child process. Raises `InputError` for what is no book."""
    return read_in_child("epub", data, name=name, limits=limits)


def parse(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    from p5diff.ingest.readers.html.page import read_whole
    from p5diff.ingest.readers.html.tree import Node

    archive = Archive(data, name=name, limits=limits)
    package, folder = _package(archive)
    root = Node("#document")
    sheets: dict[str, str] = {}
    contents: list[Node] = []
    spine = list(_spine(package, folder))
    extent().foresee(archive.part(path) or b"" for path, _ in spine)
    for path, is_contents in spine:
        page = _page(archive, path)
        if page is None:
            continue
        for where in _sheets(page, path):
            if where not in sheets:
                sheets[where] = (archive.part(where) or b"").decode("utf-8", "replace")
        page.tag, page.parent = "div", root
        (contents if is_contents else root.children).append(page)
    found = read_whole(root, name=name, limits=limits, sheets="\n".join(sheets.values()))
    aside = (
        RawBlock(text=text, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.NAVIGATION)
        for page in contents
        if (text := _text(page))
    )
    return replace(found, format="epub", blocks=(*found.blocks, *aside), properties=tuple(_stated(package)))


def _package(archive: Archive) -> tuple[ET.Element, str]:
    """The book's list of parts, and the folder that its paths start from."""
    container = archive.part("META-INF/container.xml")
    path = ""
    if container is not None:
        root = parse_xml(container, name=archive.name, depth=archive.limits.depth)
        path = next((get(e, "full-path") for e in every(root, "rootfile")), "")
    content = archive.part(path)
    if content is None:
        raise InputError(
            "epub-damaged",
            f"{archive.name} is no readable EPUB",
            cause="the list of its chapters is missing",
            hint="open it in a reader for books and save its text, or ask for another copy",
        )
    return parse_xml(content, name=archive.name, depth=archive.limits.depth), posixpath.dirname(path)


def _spine(package: ET.Element, folder: str) -> Iterator[tuple[str, bool]]:
    """Paths of the chapters in reading order, and whether one is the table of contents."""
    items = {get(item, "id"): item for item in every(package, "item")}
    # A book names each chapter once (EPUB 3.3, spine and manifest); one that repeats them, under one name
    # or several, would be read without end.
    seen: set[str] = set()
    for name in dict.fromkeys(get(reference, "idref") for reference in every(package, "itemref")):
        item = items.get(name)
        if item is not None and get(item, "media-type") in _PAGES:
            path = posixpath.normpath(posixpath.join(folder, unquote(get(item, "href"))))
            if path not in seen:
                seen.add(path)
                yield path, "nav" in get(item, "properties").split()


def _page(archive: Archive, path: str) -> Node | None:
    """The tree of a chapter, its anchors named so that they are unique in the book."""
    from p5diff.ingest.readers.html.charset import decode_page
    from p5diff.ingest.readers.html.facts import elements
    from p5diff.ingest.readers.html.tree import parse_tree

    content = archive.part(path)
    if content is None:
        return None
    text, _, _ = decode_page(content, name=f"{archive.name}, {path}")
    page = parse_tree(text, name=archive.name, depth=archive.limits.depth, closes=True)  # EPUB 3.3: XHTML
    for node in elements(page):
        if node.get("id"):
            node.attributes["id"] = f"{path}#{node.get('id')}"
        href = node.get("href")
        target, mark, anchor = href.partition("#")
        if node.tag == "a" and mark and ":" not in target:
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            node.attributes["href"] = f"#{where}#{anchor}"
    return page


def _sheets(page: Node, path: str) -> Iterator[str]:
    """Paths of the style sheets that a chapter names."""
    from p5diff.ingest.readers.html.facts import elements

    for node in elements(page):
        if node.tag == "link" and "stylesheet" in node.get("rel").lower():
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(node.get("href"))))


def _text(page: Node) -> str:
    from p5diff.ingest.readers.html.inline import plain_text

    return " ".join(plain_text(page).split())


def _stated(package: ET.Element) -> Iterator[tuple[str, str]]:
    """Title, language and day of publication that the book states."""
    wanted = {"title": "title", "language": "language", "date": "published"}
    seen: dict[str, str] = {}
    for element in every(package, *wanted):
        seen.setdefault(wanted[element.tag.rpartition("}")[2]], words(element))
    if "language" in seen:
        seen["language"] = primary_tag(seen["language"])
    if "published" in seen:
        seen["published"] = seen["published"][:10]
    yield from sorted((key, value) for key, value in seen.items() if value)
