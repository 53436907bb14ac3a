"""A document to be laid out, and the texts a perfect importer would give back."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
UDHR = Path(__file__).parents[2].parent / "shared" / "data" / "udhr"
_UDHR_FILES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "cmn_hans", "ar": "arb"}
MARK = re.compile(r"\*(\d)\*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doc:
    """One document: `paragraphs` holds text with `*n*` for footnote marks and "# " for headings."""

    language: str
    title: str
    paragraphs: tuple[str, ...]
    footnotes: tuple[str, ...] = ()
    organisation: str = ""
    distribution: str = ""
    place: str = ""
    symbol: str = TEXTS["symbol"]
    numbered: bool = False

    def wanted(self) -> list[str]:
        """Title, headings, paragraphs and place as a reader would type them."""
        plain = [MARK.sub("", p).removeprefix("# ") for p in self.paragraphs]
        return [text for text in (self.title, *plain, self.place) if text]


def invented(language: str, *, numbered: bool = False) -> Doc:
    """The invented statement of that language."""
    text = TEXTS[language]
    return Doc(
        language=language,
        title=text["title"],
        paragraphs=tuple(text["paragraphs"]),
        footnotes=tuple(text["footnotes"]),
        organisation=text["organisation"],
        distribution=text["distribution"],
        place=text["place"],
        numbered=numbered,
    )


def declaration(language: str) -> Doc | None:
    """The Universal Declaration as a longer document, None where the data is missing."""
    path = UDHR / f"{_UDHR_FILES[language]}.xml"
    if not path.exists():
        return None
    root = ET.parse(path).getroot()
    space = "{http://efele.net/udhr}"
    paragraphs = []
    for element in root.iter():
        text = " ".join((element.text or "").split())
        if element.tag == space + "title" and element is not root.find(space + "title") and text:
            paragraphs.append("# " + text)
        elif element.tag == space + "para" and text:
            paragraphs.append(text)
    title = " ".join((root.findtext(space + "title") or "").split())
    return Doc(language=language, title=title, paragraphs=tuple(paragraphs))
