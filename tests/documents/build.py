"""Build every test document once: each text, language and layout in each format."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.documents.model import TEXTS, Doc, declaration, invented
from tests.documents.office import convert, flat_odt, soffice
from tests.documents.page import printed_html, weasy_pdf
from tests.documents.web import SHAPES

LANGUAGES = tuple(code for code in TEXTS if code != "symbol")
LAYOUTS = {"gaps": (1, False), "indents": (1, True), "columns": (2, True)}
"""Name → number of columns, and whether indents (or else gaps) tell paragraphs apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document in one format, with the text it was made from."""

    doc: Doc
    text: str
    layout: str
    maker: str
    format: str
    data: bytes

    @property
    def name(self) -> str:
        """For test ids and tables."""
        return f"{self.text}-{self.doc.language}-{self.layout}.{self.format}"


def documents(*, long: bool = False) -> Iterator[tuple[str, str, Doc]]:
    """Every text with the layouts it is set in; `long` adds the Universal Declaration."""
    for language in LANGUAGES:
        for layout in LAYOUTS:
            yield "invented", layout, invented(language, numbered=layout == "indents")
        whole = declaration(language) if long else None
        for layout in ("gaps", "columns"):
            if whole is not None:
                yield "declaration", layout, whole


def web_pages(*, long: bool = False) -> list[Made]:
    """Every text in each shape of web page; needs nothing installed."""
    return [
        Made(doc=_printed(doc, shape), text=text, layout=shape, maker="web", format="html", data=make(doc))
        for text, layout, doc in documents(long=long)
        if layout == "gaps"
        for shape, make in SHAPES.items()
    ]


def _printed(doc: Doc, shape: str) -> Doc:
    """Only one shape of page prints the footnotes."""
    return doc if shape == "wordpress" else replace(doc, footnotes=())


def weasy_documents(*, long: bool = False) -> list[Made]:
    """PDF files by WeasyPrint; empty where it is not installed."""
    if importlib.util.find_spec("weasyprint") is None:
        return []
    made = []
    for text, layout, doc in documents(long=long):
        columns, indented = LAYOUTS[layout]
        data = weasy_pdf(printed_html(doc, columns=columns, indented=indented))
        made.append(Made(doc=doc, text=text, layout=layout, maker="weasyprint", format="pdf", data=data))
    return made


def office_documents(folder: Path, *, long: bool = False) -> list[Made]:
    """PDF and DOCX files by LibreOffice, kept in `folder` for the next run; empty without it."""
    if soffice() is None:
        return []
    wanted = {
        f"{text}-{doc.language}-{layout}": (text, layout, doc) for text, layout, doc in documents(long=long)
    }
    sources = {
        name: flat_odt(doc, columns=LAYOUTS[layout][0], indented=LAYOUTS[layout][1])
        for name, (_, layout, doc) in wanted.items()
    }
    digest = hashlib.sha256("".join(sources.values()).encode()).hexdigest()[:16]
    made = []
    for target in ("pdf", "docx"):
        for name, data in _converted(sources, target, folder / digest).items():
            text, layout, doc = wanted[name]
            made.append(
                Made(doc=doc, text=text, layout=layout, maker="libreoffice", format=target, data=data)
            )
    return made


def _converted(sources: dict[str, str], target: str, folder: Path) -> dict[str, bytes]:
    paths = {name: folder / f"{name}.{target}" for name in sources}
    if all(path.exists() and path.stat().st_size for path in paths.values()):
        return {name: path.read_bytes() for name, path in paths.items()}
    return convert(sources, target, folder)
