"""Short words for WordprocessingML: local names and `w:` attributes, transitional or strict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Any) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The value of `w:name`, in either namespace of Word."""
    for space in _SPACES:
        if (value := element.get(space + name)) is not None:
            return str(value)
    return None


def child(element: Any, *path: str) -> Any | None:
    """The first descendant along a path of local names."""
    for name in path:
        element = next((inner for inner in element if local(inner) == name), None)
        if element is None:
            return None
    return element


def children(element: Any, name: str) -> Iterator[Any]:
    """The child elements of that local name."""
    return (inner for inner in element if local(inner) == name)


def value(element: Any, *path: str) -> str | None:
    """`w:val` of the first descendant along the path, None when either is missing."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def switch(element: Any, *path: str) -> bool | None:
    """An on/off property: None when absent, True when present without a value."""
    found = child(element, *path)
    return None if found is None else (attribute(found, "val") or "1") not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute, or the default for anything else."""
    try:
        return int(text or "")
    except ValueError:
        return default
