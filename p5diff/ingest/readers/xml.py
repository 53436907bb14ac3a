"""XML of strangers: parsed by the standard library, without document types, within bounds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from p5diff.errors import InputError
from p5diff.ingest.sandbox.unfolding import extent


class _XmlBuilder(ET.TreeBuilder):
    """Builds the tree; refuses a DOCTYPE (the door to all attacks by entities) and endless nesting."""

    def __init__(self, name: str, depth: int) -> None:
        super().__init__()
        self._name, self._limit, self._depth = name, depth, 0
        self._extent = extent()

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        if self._depth > self._limit:
            raise InputError(
                "xml-too-deep",
                f"{self._name} nests its elements more than {self._limit} deep",
                cause="no document does; such files are damaged, or made to exhaust a reader",
                hint="open it in its program and save it again, or save its text as plain text",
            )
        self._extent.piece(self._depth, 1 + len(attrs))
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise InputError(
            "xml-doctype",
            f"{self._name} declares a document type ({name})",
            cause="document types can make a reader fetch or unfold what nobody asked for",
            hint="if you trust the file, take the <!DOCTYPE …> line out of it and give it again",
        )


def parse_xml(data: bytes, *, name: str, depth: int) -> ET.Element:
    """The root element. Raises `InputError` for a DOCTYPE, too deep nesting, and what is no XML."""
    extent().foresee([data])
    parser = ET.XMLParser(target=_XmlBuilder(name, depth))
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise InputError(
            "xml-damaged",
            f"{name} is no sound XML",
            cause=str(error)[:300],
            hint="open it in the program that made it and save it again",
        ) from None
    return root


def local(element: ET.Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def get(element: ET.Element, name: str) -> str:
    """The value of an attribute by its local name, in any namespace; empty where there is none."""
    found = element.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


_LONGEST_NUMBER = 9
"""Digits of a number that a document states; none counts further, and Python reads only some thousands."""


def whole(text: str, default: int) -> int:
    """A whole number of an attribute, or the default for anything else.

    >>> whole("12", 1), whole("²", 1), whole("9" * 5_000, 1)
    (12, 1, 1)
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else default


def find(element: ET.Element, *path: str) -> ET.Element | None:
    """The first descendant along a path of local names."""
    found: ET.Element | None = element
    for name in path:
        found = None if found is None else next((e for e in found if local(e) == name), None)
    return found


def every(element: ET.Element, *names: str) -> Iterator[ET.Element]:
    """All descendants of these local names, and the element itself, in document order."""
    return (e for e in element.iter() if local(e) in names)


def mixed(element: ET.Element) -> Iterator[ET.Element | str]:
    """Texts and elements inside an element, in order."""
    if element.text:
        yield element.text
    for inner in element:
        yield inner
        if inner.tail:
            yield inner.tail


def words(element: ET.Element) -> str:
    """All text under an element, white space squeezed."""
    return " ".join("".join(element.itertext()).split())
