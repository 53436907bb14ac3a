"""One document with all that formats write differently: headings, lists, tables, notes, figures.

Each writer gives the same document in one format; `wanted` is what every reader must make of it.
The texts are those of the invented statement in six languages.
"""
# ruff: noqa: E501  (markup is easier to read unbroken)

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.documents.model import Doc, invented
from tests.documents.office import flat_odt

_NUMBERS = ("2029", "1 250", "7,5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """The parts: a title, a paragraph with two note marks and powers, a list of two kinds, a table."""

    language: str
    title: str
    heading: str
    first: str
    second: str
    notes: tuple[str, str]
    items: tuple[str, ...]
    bullets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    struck: str

    def wanted(self) -> list[str]:
        """Label and text of every block of text, in reading order."""
        return [
            self.title,
            self.first,
            self.heading,
            f"{self.second} 10⁶ km²",
            *(f"{mark} {text}" for mark, text in zip(("(a)", "(b)"), self.items, strict=True)),
            *(f"• {text}" for text in self.bullets),
            *(" | ".join(row) for row in self.rows),
        ]


def rich(language: str) -> Rich:
    """The document in a language."""
    doc = invented(language)
    body = [p.replace("*1*", "").replace("*2*", "") for p in doc.paragraphs]
    texts = [p for p in body if not p.startswith("# ")]
    heads = [p[2:] for p in body if p.startswith("# ")]
    return Rich(
        language=language,
        title=doc.title,
        heading=heads[0],
        first=texts[0],
        second=texts[1],
        notes=(doc.footnotes[0], doc.footnotes[1]),
        items=(texts[2], heads[1]),
        bullets=(doc.place, doc.organisation),
        rows=((heads[0], heads[1], doc.place), _NUMBERS),
        struck=heads[1],
    )


def page(doc: Rich, *, sheet: str = "") -> str:
    """As a web page."""
    table = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in doc.rows)
    notes = "".join(
        f'<p id="n{i}"><a href="#r{i}">{i}</a> {escape(t)}</p>' for i, t in enumerate(doc.notes, 1)
    )
    mark = '<sup><a id="r{0}" href="#n{0}">{0}</a></sup>'
    items = "".join(f"<p>({label}) {escape(t)}</p>" for label, t in zip("ab", doc.items, strict=True))
    return (
        f'<!DOCTYPE html><html lang="{doc.language}"><head><meta charset="utf-8"><title>{escape(doc.title)}</title>{sheet}</head><body>'
        f"<h1>{escape(doc.title)}</h1><p>{escape(doc.first)}{mark.format(1)}</p><h2>{escape(doc.heading)}</h2>"
        f"<p><s>{escape(doc.struck)}</s>{escape(doc.second)}{mark.format(2)} 10<sup>6</sup> km<sup>2</sup></p>{items}"
        f"<ul>{''.join(f'<li>{escape(b)}</li>' for b in doc.bullets)}</ul><table>{table}</table>{notes}</body></html>"
    )


def html(doc: Rich) -> bytes:
    return page(doc).encode()


def markdown(doc: Rich) -> bytes:
    rows = ["| " + " | ".join(row) + " |" for row in doc.rows]
    return (
        f"# {doc.title}\n\n{doc.first}[^1]\n\n## {doc.heading}\n\n~~{doc.struck}~~{doc.second}[^b] 10<sup>6</sup> km^2^\n\n"
        + "".join(f"({label}) {t}\n\n" for label, t in zip("ab", doc.items, strict=True))
        + "".join(f"* {b}\n" for b in doc.bullets)
        + f"\n{rows[0]}\n|---|---|---|\n{rows[1]}\n\n[^1]: {doc.notes[0]}\n[^b]: {doc.notes[1]}\n"
    ).encode()


def saved(doc: Rich) -> bytes:
    """A page as a browser saves it whole (.mht)."""
    head = 'From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    return head.encode() + html(doc) + b"\r\n--B--\r\n"


def book(doc: Rich) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "c.opf",
            '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        )
        archive.writestr("a.xhtml", page(doc))
    return out.getvalue()


def tei(doc: Rich) -> bytes:
    rows = "".join("<row>" + "".join(f"<cell>{escape(c)}</cell>" for c in row) + "</row>" for row in doc.rows)
    note = '<note n="{}" place="foot">{}</note>'
    bullets = "".join(f'<item n="•">{escape(b)}</item>' for b in doc.bullets)
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:lang="{doc.language}"><body><head>{escape(doc.title)}</head>'
        f"<p>{escape(doc.first)}{note.format(1, escape(doc.notes[0]))}</p><div><head>{escape(doc.heading)}</head>"
        f'<p><hi rend="strikethrough">{escape(doc.struck)}</hi>{escape(doc.second)}{note.format(2, escape(doc.notes[1]))} 10<hi rend="super">6</hi> km<hi rend="super">2</hi></p>'
        f'<list><item n="(a)">{escape(doc.items[0])}</item><item n="(b)">{escape(doc.items[1])}</item></list>'
        f"<list>{bullets}</list><table>{rows}</table></div></body></text></TEI>"
    ).encode()


def flat(doc: Rich) -> bytes:
    """As flat OpenDocument, from which LibreOffice makes the other office formats."""
    base = flat_odt(Doc(language=doc.language, title="@TITLE@", paragraphs=(), symbol=""))
    cell = '<table:table-cell office:value-type="string"><text:p text:style-name="Body">{}</text:p></table:table-cell>'
    rows = "".join(
        "<table:table-row>" + "".join(cell.format(escape(c)) for c in row) + "</table:table-row>"
        for row in doc.rows
    )
    note = '<text:note text:id="n{0}" text:note-class="footnote"><text:note-citation>{0}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{1}</text:p></text:note-body></text:note>'
    item = '<text:list-item><text:p text:style-name="Body">{}</text:p></text:list-item>'
    up = '<text:span text:style-name="Up">{}</text:span>'
    body = (
        f'<text:p text:style-name="Body">{escape(doc.first)}{note.format(1, escape(doc.notes[0]))}</text:p>'
        f'<text:h text:style-name="Head" text:outline-level="2">{escape(doc.heading)}</text:h>'
        f'<text:p text:style-name="Body"><text:span text:style-name="Gone">{escape(doc.struck)}</text:span>{escape(doc.second)}{note.format(2, escape(doc.notes[1]))} 10{up.format(6)} km{up.format(2)}</text:p>'
        f'<text:list text:style-name="Letters">{"".join(item.format(escape(t)) for t in doc.items)}</text:list>'
        f'<text:list text:style-name="Bullets">{"".join(item.format(escape(t)) for t in doc.bullets)}</text:list>'
        f'<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>{rows}</table:table><text:p text:style-name="Body"/>'
    )
    styles = (
        '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="Gone" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>'
        '<text:list-style style:name="Letters"><text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
        '<style:page-layout style:name="pm">'
    )
    made = base.replace('<style:page-layout style:name="pm">', styles, 1).replace(
        "@TITLE@", escape(doc.title)
    )
    made = made.replace("</office:text>", body + "</office:text>")
    table = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version='
    return made.replace("office:version=", table, 1).encode()


WRITERS: dict[str, Callable[[Rich], bytes]] = {
    "html": html, "md": markdown, "mht": saved, "epub": book, "xml": tei, "fodt": flat,
}  # fmt: skip
"""Ending of the file → what writes it."""
