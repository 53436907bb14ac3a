"""What the styles of an OpenDocument text say: looks of words, headings, automatic numbers."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from typing import NamedTuple

from p5diff.ingest.readers.docx.numbering import FORMATS, lettered, roman
from p5diff.ingest.readers.lineage import lineage
from p5diff.ingest.readers.xml import every, find, get, local, whole

_TITLES = {"Title": 1, "Subtitle": 2}
"""Names that office programs give the styles of a title in the file, whatever the language of the program."""
_FORMS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": lettered,
    "A": lambda n: lettered(n).upper(),
    "i": lambda n: roman(n).lower(),
    "I": roman,
    "": lambda n: "",
    "一, 二, 三, ...": FORMATS["chineseCounting"],
    "أ, ب, ت, ...": FORMATS["arabicAlpha"],
    "أ, ب, ج, ...": FORMATS["arabicAbjad"],
    "а, б, .., аа, аб, ...": FORMATS["russianLower"],
    "А, Б, .., Аа, Аб, ...": FORMATS["russianUpper"],
}
"""`style:num-format` → how a number is written."""


class StyleLook(NamedTuple):
    """Looks that matter to reading; None where neither style nor parents say."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    bold: bool | None = None
    centred: bool | None = None
    kept_with_next: bool | None = None
    outline: int | None = None
    title: int | None = None
    """The level of a document's title that the style is of, or is made after."""

    def over(self, parent: StyleLook) -> StyleLook:
        """These looks where they say something, else those of the parent."""
        return StyleLook._make(other if own is None else own for own, other in zip(self, parent, strict=True))


class Level(NamedTuple):
    """How a list prints the labels of one of its levels."""

    bullet: bool = False
    form: str = "1"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class OdfStyles:
    """All styles of a document by family and name, and its list styles."""

    def __init__(self, roots: Iterable[ET.Element]) -> None:
        self._styles: dict[tuple[str, str], ET.Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self._known: dict[tuple[str, str], StyleLook] = {}
        for root in roots:
            for element in every(root, "style", "list-style", "outline-style"):
                if local(element) == "style":
                    self._styles[get(element, "family"), get(element, "name")] = element
                elif local(element) == "list-style":
                    self._lists[get(element, "name")] = _levels(element)
                else:
                    self.outline = _levels(element)

    def look(self, family: str, name: str) -> StyleLook:
        """The looks of a style, with what it inherits."""
        for own, parent in lineage((family, name), self._parent, self._known):
            look = _look(self._styles[own])._replace(title=_TITLES.get(own[1]))
            self._known[own] = look.over(self._look_of(parent))
        return self._look_of((family, name))

    def _look_of(self, key: tuple[str, str]) -> StyleLook:
        """The looks of a style that is known; of one that the file lacks, what its name tells."""
        return self._known.get(key) or StyleLook(title=_TITLES.get(key[1]))

    def _parent(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """The style on which one is based; None for an unknown one."""
        element = self._styles.get(key)
        return None if element is None else (key[0], get(element, "parent-style-name"))

    def contents(self, name: str) -> bool:
        """Whether a paragraph style is one of a table of contents."""
        return name.startswith(("Contents_20_", "Contents "))

    def levels(self, name: str) -> dict[int, Level]:
        """The levels of a list style, from 1; empty for an unknown one."""
        return self._lists.get(name, {})


def _look(element: ET.Element) -> StyleLook:
    text, paragraph = find(element, "text-properties"), find(element, "paragraph-properties")
    level = get(element, "default-outline-level")
    look = StyleLook(outline=outline if (outline := whole(level, -1)) >= 0 else None)
    if text is not None:
        display, position = get(text, "display"), get(text, "text-position")
        strike = get(text, "text-line-through-style") or get(text, "text-line-through-type")
        weight = get(text, "font-weight")
        look = look._replace(
            hidden=display == "none" if display else None,
            struck=strike != "none" if strike else None,
            raised=_is_raised(position) if position else None,
            bold=weight == "bold" or whole(weight, 0) >= 600 if weight else None,
        )
    if paragraph is not None:
        align, keep = get(paragraph, "text-align"), get(paragraph, "keep-with-next")
        look = look._replace(
            centred=align == "center" if align else None, kept_with_next=keep == "always" if keep else None
        )
    return look


def _is_raised(position: str) -> bool:
    """`super 58%`, `33% 58%`: raised; `sub 58%`, `-14% 58%`, `0% 100%`: not."""
    first = position.split(maxsplit=1)[0]
    return first == "super" or (
        first.endswith("%")
        and first[:-1].strip("+").replace(".", "").isdigit()
        and first not in {"0%", "+0%"}
    )


def _levels(element: ET.Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for inner in element:
        number = get(inner, "level")
        if level := whole(number, 0):
            start, shown = get(inner, "start-value"), get(inner, "display-levels")
            found[level] = Level(
                bullet=local(inner) in {"list-level-style-bullet", "list-level-style-image"},
                form=get(inner, "num-format"),
                prefix=get(inner, "num-prefix"),
                suffix=get(inner, "num-suffix"),
                start=whole(start, 1),
                shown=whole(shown, 1),
            )
    return found


class Counter:
    """Counts the labels of one list (or of the headings), level by level."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self.levels = levels
        self._counts: dict[int, int] = {}

    def label(self, level: int, restart: int | None = None) -> str:
        """The label of the next item at a level (from 1), as printed."""
        here = self.levels.get(level)
        if here is None:
            return "" if self.levels else "•"
        self._counts[level] = restart if restart is not None else self._counts.get(level, here.start - 1) + 1
        for deeper in [other for other in self._counts if other > level]:
            del self._counts[deeper]
        if here.bullet:
            return "•"
        numbers = []
        for place in range(max(1, level - here.shown + 1), level + 1):
            form = self.levels.get(place, here)
            count = self._counts.get(place, form.start)
            numbers.append(_FORMS.get(form.form, str)(count))
        shown = ".".join(number for number in numbers if number)
        return f"{here.prefix}{shown}{here.suffix}".strip() if shown else ""
