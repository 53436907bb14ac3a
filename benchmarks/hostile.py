"""What the worst documents cost: for each format, small files that ask for as much as they can.

Each is made in memory and given to the reader as a file would be. Printed are the processor time and the
largest process, and what came of it: a text, or the error that a person reads. See
docs/benchmarks/security.md.

    python -m benchmarks.hostile [FORMAT …] [--kind KIND]
"""

# ruff: noqa: E501, PLW0108  (markup is easier to read unbroken; each document is made when it is asked for)

from __future__ import annotations

import argparse
import base64
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SIZE = 9_900_000
"""Bytes of the largest part: just below what an archive may unpack to without being asked for its ratio."""
BIG = 39_000_000
"""The same for a part that is not easy to pack: just below the largest part that is read."""
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Format:
    """How a format writes the things that every format has. `{}` stands for a number that differs each time."""

    def __init__(
        self,
        make: Callable[[str], bytes],
        *,
        paragraph: str,
        span: tuple[str, str],
        raised: tuple[str, str],
        struck: tuple[str, str],
        box: tuple[str, str],
        items: tuple[str, str],
        row: tuple[str, str],
        cell: tuple[str, str],
        table: tuple[str, str],
        note: str,
        attribute: str,
        most: int = SIZE,
        big: int = BIG,
    ) -> None:
        self.make, self.paragraph, self.note, self.attribute = make, paragraph, note, attribute
        self.span, self.raised, self.struck, self.box, self.items = span, raised, struck, box, items
        self.row, self.cell, self.table, self.most, self.big = row, cell, table, most, big

    def fill(self, piece: str, most: int) -> str:
        """The piece again and again, to `most` bytes, each with a number of its own."""
        return "".join(piece.replace("{}", str(n)) for n in range(most // (len(piece) + 5)))

    def p(self, inner: str) -> str:
        """A paragraph around what stands inside one."""
        return self.paragraph.replace("{}", inner)


def _zip(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


def _names(*names: str) -> str:
    return " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in names)


def odt(body: str, styles: str = "", masters: str = "") -> bytes:
    """A packed OpenDocument text."""
    head = f"<office:document-content {_names('office', 'text', 'table', 'style')}>"
    content = (
        f"{head}<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{content}</office:text></office:body></office:document-content>",
    }
    if masters:
        parts["styles.xml"] = (
            f"<office:document-styles {_names('office', 'text', 'style')}><office:master-styles>{masters}"
            "</office:master-styles></office:document-styles>"
        )
    return _zip(parts)


def fodt(body: str) -> bytes:
    """A flat OpenDocument text."""
    return (
        f'<?xml version="1.0"?><office:document {_names("office", "text", "table", "style")} '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document>"
    ).encode()


def docx(body: str, **more: str) -> bytes:
    """A Word document, with parts such as `footnotes`."""
    base = "http://schemas.openxmlformats.org"
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{base}/officeDocument/2006/relationships/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(more)
    )
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{base}/package/2006/content-types"><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="r" '
            f'Type="{base}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{base}/package/2006/relationships">'
            f"{relations}</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
            **{f"word/{name}.xml": content for name, content in more.items()},
        }
    )


def html(body: str, head: str = "") -> bytes:
    """A web page."""
    page = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>{head}</head>'
    return f"{page}<body>{body}</body></html>".encode()


def epub(body: str, chapters: dict[str, str] | None = None, items: str = "", refs: str = "") -> bytes:
    """A book of one chapter, or of those given."""
    container = (
        f'<container xmlns="{_OPEN}:container"><rootfiles><rootfile full-path="o.opf" '
        'media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    pages = chapters if chapters is not None else {"c.xhtml": body}
    kind = 'media-type="application/xhtml+xml"'
    own = "".join(f'<item id="{n}" href="{n}" {kind}/>' for n in pages if n.endswith("xhtml"))
    spine = "".join(f'<itemref idref="{n}"/>' for n in pages if n.endswith("xhtml"))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        f"{own}{items}</manifest><spine>{spine}{refs}</spine></package>"
    )
    whole = {
        name: page
        if page.startswith("<html") or not name.endswith("xhtml")
        else f'<html xmlns="http://www.w3.org/1999/xhtml"><head></head><body>{page}</body></html>'
        for name, page in pages.items()
    }
    return _zip(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "o.opf": book, **whole}
    )


def mail(body: str) -> bytes:
    """A message that holds a page."""
    packed = base64.encodebytes(html(body)).decode()
    return (
        "From: a@example.org\nSubject: T\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: base64\n\n{packed}"
    ).encode()


def tei(body: str) -> bytes:
    """A TEI edition."""
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'.encode()


def akoma(body: str) -> bytes:
    """An act in Akoma Ntoso."""
    space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    return f'<akomaNtoso xmlns="{space}"><act><body>{body}</body></act></akomaNtoso>'.encode()


def rtf(body: str) -> bytes:
    """A Rich Text file."""
    return f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode()


def markdown(body: str) -> bytes:
    """Markdown with a title, so that it is taken for that."""
    return f"# Title\n\n{body}\n".encode()


_PAGE: dict[str, Any] = {
    "paragraph": "<p>{}</p>",
    "span": ("<b>", "</b>"),
    "raised": ("<sup>", "</sup>"),
    "struck": ("<s>", "</s>"),
    "box": ("<div>", "</div>"),
    "items": ("<ul><li>", "</li></ul>"),
    "row": ("<tr>", "</tr>"),
    "cell": ("<td>", "</td>"),
    "table": ("<table>", "</table>"),
    "note": '<a href="#n{}" id="r{}">{}</a><aside id="n{}"><a href="#r{}">{}</a> note {}</aside>',
    "attribute": ("<p data-a{}='x'>a</p>"),
}
_ODT: dict[str, Any] = {
    "paragraph": "<text:p>{}</text:p>",
    "span": ("<text:span>", "</text:span>"),
    "raised": ("<text:span text:style-name='s'>", "</text:span>"),
    "struck": ("<text:hidden-text text:string-value='x'>", "</text:hidden-text>"),
    "box": ("<text:section>", "</text:section>"),
    "items": ("<text:list><text:list-item>", "</text:list-item></text:list>"),
    "row": ("<table:table-row>", "</table:table-row>"),
    "cell": ("<table:table-cell>", "</table:table-cell>"),
    "table": ("<table:table>", "</table:table>"),
    "note": "<text:note text:id='n{}'><text:note-citation>{}</text:note-citation><text:note-body><text:p>note {}"
    "</text:p></text:note-body></text:note>",
    "attribute": "<text:p text:a{}='x'>a</text:p>",
}
_XML: dict[str, Any] = {
    "paragraph": "<p>{}</p>",
    "span": ("<hi>", "</hi>"),
    "raised": ("<hi rend='super'>", "</hi>"),
    "struck": ("<del>", "</del>"),
    "box": ("<div>", "</div>"),
    "items": ("<list><item>", "</item></list>"),
    "row": ("<row>", "</row>"),
    "cell": ("<cell>", "</cell>"),
    "table": ("<table>", "</table>"),
    "note": "<note n='{}'><p>note {}</p></note>",
    "attribute": "<p a{}='x'>a</p>",
}
FORMATS: dict[str, Format] = {
    "odt": Format(odt, **_ODT),
    "fodt": Format(fodt, **_ODT, most=BIG, big=49_000_000),
    "docx": Format(
        docx,
        paragraph="<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
        span=("</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>", "</w:t></w:r><w:r><w:t>"),
        raised=(
            "</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>",
            "</w:t></w:r><w:r><w:t>",
        ),
        struck=("</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>", "</w:t></w:r><w:r><w:t>"),
        box=("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        items=("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        row=("<w:tr>", "</w:tr>"),
        cell=("<w:tc>", "</w:tc>"),
        table=("<w:tbl>", "</w:tbl>"),
        note="</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t>",
        attribute="<w:p w:a{}='x'><w:r><w:t>a</w:t></w:r></w:p>",
    ),
    "html": Format(html, **_PAGE, most=BIG // 2, big=BIG),
    "epub": Format(epub, **_PAGE),
    "mail": Format(mail, **_PAGE, most=19_000_000, big=36_000_000),
    "tei": Format(tei, **_XML, most=BIG, big=49_000_000),
    "akn": Format(
        akoma,
        **{
            **_XML,
            "note": "<authorialNote marker='{}'><p>note {}</p></authorialNote>",
            "row": ("<tr>", "</tr>"),
            "cell": ("<td>", "</td>"),
            "raised": ("<sup>", "</sup>"),
            "box": ("<section><num>1</num>", "</section>"),
            "items": ("<point><num>(a)</num>", "</point>"),
        },
        most=BIG,
        big=49_000_000,
    ),
    "rtf": Format(
        rtf,
        paragraph="{}\\par ",
        span=("{\\b ", "}"),
        raised=("{\\super ", "}"),
        struck=("{\\strike ", "}"),
        box=("{", "}"),
        items=("{\\listtext 1.}", ""),
        row=("", "\\row "),
        cell=("\\intbl ", "\\cell "),
        table=("", "\\pard "),
        note="{\\footnote note {}\\par}",
        attribute="\\a{} a\\par ",
        most=BIG,
        big=49_000_000,
    ),
}


def documents(form: Format) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each kind of hostile document in this format, made when it is called."""

    def around(pair: tuple[str, str], inner: str = "a{}") -> str:
        return f"{pair[0]}{inner}{pair[1]}"

    def fill(piece: str, most: int | None = None) -> str:
        return form.fill(piece, form.most if most is None else most)

    def deep(pair: tuple[str, str], depth: int, inner: str) -> str:
        return pair[0] * depth + inner + pair[1] * depth

    paragraph = form.p("a{}")
    yield "paragraphs", lambda: form.make(fill(paragraph))
    yield "paragraphs, as many as fit", lambda: form.make(fill(paragraph, form.big))
    yield "empty paragraphs", lambda: form.make(fill(form.p("")) + paragraph)
    yield "one word", lambda: form.make(form.p("a" * form.most))
    yield "one paragraph of words", lambda: form.make(form.p(fill("w{} ")))
    yield "one paragraph of sentences", lambda: form.make(form.p(fill("We agree {}. ")))
    for name, pair in (("spans", form.span), ("raised", form.raised), ("struck", form.struck)):
        yield f"{name} in one paragraph", lambda pair=pair: form.make(form.p(fill(around(pair))))  # type: ignore[misc]
    yield "notes in one paragraph", lambda: form.make(form.p("a" + fill(form.note)))
    yield "a note a paragraph", lambda: form.make(fill(form.p("a{}" + form.note)))
    yield (
        "cells in one row",
        lambda: form.make(around(form.table, around(form.row, fill(around(form.cell, paragraph))))),
    )
    row = around(form.row, around(form.cell, paragraph) * 2)
    yield "rows", lambda: form.make(around(form.table, fill(row)))
    yield (
        "one cell of paragraphs",
        lambda: form.make(around(form.table, around(form.row, around(form.cell, fill(paragraph))))),
    )
    nest = ("".join(p[0] for p in (form.table, form.row, form.cell)),
            "".join(p[1] for p in (form.cell, form.row, form.table)))  # fmt: skip
    for depth in (100, 165):
        yield (
            f"tables {depth} deep",
            lambda depth=depth: form.make(  # type: ignore[misc]
                deep(nest, depth, fill(paragraph))
            ),
        )
        yield (
            f"lists {depth} deep",
            lambda depth=depth: form.make(  # type: ignore[misc]
                deep(form.items, depth, fill(paragraph))
            ),
        )
    yield (
        "boxes 500 deep, a paragraph in each",
        lambda: form.make(fill(deep(form.box, 490, paragraph), form.most)),
    )
    yield "spans 480 deep", lambda: form.make(fill(form.p(deep(form.span, 240, "a{}"))))
    yield "struck 480 deep", lambda: form.make(fill(form.p(deep(form.struck, 240, "a{}"))))
    yield "attributes of one element", lambda: form.make(fill_attributes(form.attribute, form.most))
    yield "attributes that differ", lambda: form.make(fill(form.attribute))
    if extra := _OWN.get(form.make.__name__):
        yield from extra()


def fill_attributes(pattern: str, most: int) -> str:
    """One element with as many attributes as fit."""
    head, found, tail = pattern.partition("a{}='x'")
    if not found:
        return "\\a1 " * (most // 4)
    prefix = head.split(" ")[-1]
    one = f"{prefix}a%d='x' "
    return head[: len(head) - len(prefix)] + "".join(one % n for n in range(most // 16)) + tail


def _odt_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    text = "<text:p>a%d</text:p>"
    region = (
        "<text:tracked-changes><text:changed-region text:id='c'><text:deletion>"
        + "".join(text % n for n in range(1_000))
        + "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    yield (
        "one deletion named 200,000 times",
        lambda: odt(region + "<text:p>a" + "<text:change text:change-id='c'/>" * 200_000 + "</text:p>"),
    )
    yield "spaces in one word", lambda: odt("<text:p>" + "a<text:s text:c='1000'/>" * 300_000 + "</text:p>")
    cell = "<table:table-cell table:number-columns-repeated='40'><text:p>a</text:p></table:table-cell>"
    yield (
        "cells repeated",
        lambda: odt(
            "<table:table>"
            + ("<table:table-row table:number-rows-repeated='40'>" + cell * 200 + "</table:table-row>") * 400
            + "</table:table>"
        ),
    )
    style = "<style:style style:name='s%d' style:family='paragraph' style:parent-style-name='s%d'/>"
    yield (
        "styles in a chain",
        lambda: odt(
            "".join(f"<text:p text:style-name='s{n}'>a</text:p>" for n in range(100_000)),
            "".join(style % (n, n + 1) for n in range(60_000)),
        ),
    )
    yield "master pages", lambda: odt(
        "<text:p>a</text:p>",
        masters="".join(f"<style:master-page><style:header><text:p>h{n}</text:p></style:header></style:master-page>"
                        for n in range(100_000)),
    )  # fmt: skip
    levels = "".join(
        f"<text:list-level-style-number text:level='{n}' style:num-format='i' text:display-levels='{n}' "
        "style:num-prefix='x'/>"
        for n in range(1, 400)
    )
    deep = "<text:list text:style-name='L'><text:list-item><text:p>a</text:p>"
    yield (
        "labels of all levels",
        lambda: odt(
            "".join((deep * 150 + "</text:list-item></text:list>" * 150) for _ in range(800)),
            f"<text:list-style style:name='L'>{levels}</text:list-style>",
        ),
    )
    yield "a number of a million digits", lambda: odt(
        "<text:list><text:list-item text:start-value='" + "9" * 1_000_000 + "'><text:p>a</text:p></text:list-item>"
        "</text:list><text:p>b<text:s text:c='" + "9" * 1_000_000 + "'/></text:p>"
    )  # fmt: skip


def _docx_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    def part(root: str, inner: str) -> str:
        return f'<w:{root} xmlns:w="{_WORD}">{inner}</w:{root}>'

    note = "<w:p><w:r><w:t>n</w:t></w:r></w:p>" * 1_000
    calls = "<w:r><w:footnoteReference w:id='1'/></w:r>" * 150_000
    yield (
        "one note named 150,000 times",
        lambda: docx(
            f"<w:p><w:r><w:t>a</w:t></w:r>{calls}</w:p>",
            footnotes=part("footnotes", f"<w:footnote w:id='1'>{note}</w:footnote>"),
        ),
    )
    yield (
        "one note for each paragraph",
        lambda: docx(
            "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='1'/></w:r></w:p>" * 90_000,
            footnotes=part("footnotes", f"<w:footnote w:id='1'>{note}</w:footnote>"),
        ),
    )
    styled = "<w:style w:type='paragraph' w:styleId='s%d'><w:basedOn w:val='s%d'/></w:style>"
    yield "styles in a chain", lambda: docx(
        "".join(f"<w:p><w:pPr><w:pStyle w:val='s{n}'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>" for n in range(80_000)),
        styles=part("styles", "".join(styled % (n, n + 1) for n in range(80_000))),
    )  # fmt: skip
    level = "<w:lvl w:ilvl='0'><w:numFmt w:val='lowerRoman'/><w:start w:val='999999999'/><w:lvlText w:val='{}'/></w:lvl>"
    label = "%1" * 30_000
    numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    yield "labels of 30,000 numbers", lambda: docx(
        numbered * 50_000,
        numbering=part("numbering", f"<w:abstractNum w:abstractNumId='1'>{level.replace('{}', label)}</w:abstractNum>"
                       "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"),
    )  # fmt: skip
    gap = "<w:trPr><w:gridBefore w:val='999999999'/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>"
    yield (
        "cells over a milliard of columns",
        lambda: docx(f"<w:tbl><w:tr>{gap}<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
    )


def _html_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    rules = "".join(f".c{n} b, .d{n} > i {{ display: none }}" for n in range(40_000))
    yield (
        "40,000 rules of style, 40,000 elements",
        lambda: html(
            "".join(f"<p class='c{n} d{n}'>a</p>" for n in range(40_000)), f"<style>{rules}</style>"
        ),
    )
    yield (
        "rules for everything",
        lambda: html("<p>a</p>" * 40_000, "<style>" + "p{display:none}" * 100_000 + "</style>"),
    )
    yield (
        "20,000 classes on one element",
        lambda: html(
            f"<p class='{' '.join(f'c{n}' for n in range(20_000))}'>a</p>" * 40, f"<style>{rules}</style>"
        ),
    )
    yield "links to one note", lambda: html("<p>a<a href='#n'>1</a></p>" * 100_000 + "<p id='n'>1 note</p>")
    yield "open b, closed p", lambda: html("<b>" * 400 + "<p></i>" * 800_000)
    yield "comments", lambda: html("<!-- a -->" * 900_000 + "<p>a</p>")
    yield "entities", lambda: html("<p>" + "&amp;" * 3_000_000 + "</p>")
    yield "an open comment again and again", lambda: html("<!-" * 3_000_000)
    yield "a broken tag again and again", lambda: html("<a b='" * 1_000_000)
    yield (
        "rows spanned",
        lambda: html("<table>" + "<tr><td rowspan=65534 colspan=1000>a</td></tr>" * 3_000 + "</table>"),
    )
    yield (
        "lists from a great number",
        lambda: html("<ol type=i start=999999999>" + "<li>a</li>" * 100_000 + "</ol>"),
    )


def _epub_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    kind = 'media-type="application/xhtml+xml"'
    chapter = "<p>We agree.</p>" * 1_000
    yield (
        "one chapter under 40,000 names",
        lambda: epub(
            "",
            {"c.xhtml": chapter},
            "".join(f'<item id="i{n}" href="c.xhtml" {kind}/>' for n in range(40_000)),
            "".join(f'<itemref idref="i{n}"/>' for n in range(40_000)),
        ),
    )
    sheet = "".join(f".c{n}{{color:red}}" for n in range(200_000))
    link = '<link rel="stylesheet" href="s.css"/>'
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head>{}</head><body><p>a</p></body></html>'
    yield (
        "one sheet for 1,500 chapters",
        lambda: epub("", {"s.css": sheet, **{f"{n}.xhtml": page.format(link) for n in range(1_500)}}),
    )
    yield (
        "one sheet named 50,000 times",
        lambda: epub("", {"s.css": sheet, "c.xhtml": page.format(link * 50_000)}),
    )
    yield (
        "tables of contents",
        lambda: epub(
            "",
            {"c.xhtml": "<p>a</p>"},
            "".join(f'<item id="i{n}" href="c.xhtml#{n}" properties="nav" {kind}/>' for n in range(50_000)),
            "".join(f'<itemref idref="i{n}"/>' for n in range(50_000)),
        ),
    )


def _mail_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    head = "From: a@example.org\nSubject: T\nMIME-Version: 1.0\n"
    yield (
        "200,000 parts",
        lambda: (
            head + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\na\n" * 200_000 + "--b--\n"
        ).encode(),
    )
    yield (
        "multiparts in one another",
        lambda: (
            head
            + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000))
            + "\nWe agree.\n"
        ).encode(),
    )
    yield (
        "addresses",
        lambda: (
            head + "To: " + ", ".join(f"a{n} <a{n}@example.org>" for n in range(100_000)) + "\n\nWe agree.\n"
        ).encode(),
    )
    yield "parentheses in an address", lambda: (head + "To: " + "(" * 200_000 + "\n\nWe agree.\n").encode()
    yield (
        "encoded words",
        lambda: (
            head.replace("Subject: T\n", "Subject: " + "=?utf-8?q?a?= " * 60_000 + "\n") + "\nWe agree.\n"
        ).encode(),
    )
    yield (
        "parameters",
        lambda: (
            head
            + "Content-Type: text/plain"
            + "".join(f"; a*{n}*=x" for n in range(30_000))
            + "\n\nWe agree.\n"
        ).encode(),
    )
    yield (
        "fields of the head",
        lambda: ("".join(f"X-{n}: a\n" for n in range(500_000)) + head + "\nWe agree.\n").encode(),
    )
    yield "quoted lines", lambda: (head + "\n" + "> > > a\nb\n" * 1_000_000).encode()
    yield (
        "flowed lines",
        lambda: (head + "Content-Type: text/plain; format=flowed\n\n" + "a \n" * 5_000_000).encode(),
    )
    yield (
        "a sheet beside a page, 400 times",
        lambda: (
            head
            + "Content-Type: multipart/related; boundary=b\n\n"
            + "--b\nContent-Type: text/css\n\n" * 400
            + "".join(f"--b\nContent-Type: text/css\n\n.c{n}{{display:none}}\n" for n in range(90))
            + "--b\nContent-Type: text/html\n\n<p>We agree.</p>\n--b--\n"
        ).encode(),
    )


def _tei_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for name, inside in (
        ("notes", "<note>"),
        ("choices", "<choice><sic>"),
        ("deletions", "<del>"),
        ("labels", "<label>"),
        ("heads", "<head>"),
        ("figures", "<figure>"),
        ("raised", "<hi rend='super'>"),
    ):
        closed = "".join(f"</{tag.split()[0]}>" for tag in reversed(inside.strip("<>").split("><")))
        depth = 480 // inside.count("<")
        yield (
            f"{name} {depth} deep",
            lambda i=inside, c=closed, d=depth: tei(  # type: ignore[misc]
                ("<p>a" + (i + "w") * d + ("v" + c) * d + "</p>")
                * (15_000_000 // (d * (len(i) + len(c) + 2)))
            ),
        )
    yield "one head around all", lambda: tei("<head>" * 480 + "<p>a</p>" * 400_000 + "</head>" * 480)


def _rtf_own() -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "groups 1,900 deep", lambda: rtf(("{" * 1_900 + "a" + "}" * 1_900) * 8_000)
    yield "notes in notes", lambda: rtf(("{\\footnote a" * 1_900 + "}" * 1_900) * 700)
    yield "letters of Unicode", lambda: rtf("\\u1076 ?" * 4_000_000)
    yield "bytes", lambda: rtf("\\'e4" * 9_000_000)
    yield "cells", lambda: rtf("\\trowd\\intbl " + "a\\cell " * 4_000_000 + "\\row ")
    yield "rows", lambda: rtf("\\trowd\\intbl a\\cell b\\cell\\row " * 1_000_000)
    yield (
        "fonts",
        lambda: rtf(
            "{\\fonttbl" + "".join(f"{{\\f{n}\\fcharset204 A;}}" for n in range(99_999)) + "}a\\par "
        ),
    )
    yield (
        "styles",
        lambda: rtf("{\\stylesheet" + "".join(f"{{\\s{n} a;}}" for n in range(99_999)) + "}a\\par "),
    )
    yield "headers", lambda: rtf("".join(f"{{\\header h{n}\\par}}" for n in range(500_000)) + "a\\par ")
    yield "open braces", lambda: rtf("{\\*\\a " * 1_990 + "a" * 10_000_000)


_OWN: dict[str, Callable[[], Iterator[tuple[str, Callable[[], bytes]]]]] = {
    "odt": _odt_own, "docx": _docx_own, "html": _html_own, "epub": _epub_own,
    "mail": _mail_own, "tei": _tei_own, "rtf": _rtf_own,
}  # fmt: skip

_RUN = """
import json, resource, sys, time
from p5diff import ingest
from p5diff.errors import P5DiffError
data = sys.stdin.buffer.read()
try:
    source = ingest.read_bytes(data, name=sys.argv[1]) if sys.argv[2] == "read" else ingest.source(data, name=sys.argv[1], language="en")
    said = f"read: {len(source.blocks) if sys.argv[2] == 'read' else len(source.paragraphs):,}"
except P5DiffError as error:
    said = f"{error.slug}: {error.cause}"
except BaseException as error:
    said = f"FAULT {type(error).__name__}: {error}"
own, child = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
json.dump([own.ru_utime + own.ru_stime, child.ru_utime + child.ru_stime, own.ru_maxrss // 1024, child.ru_maxrss // 1024, said], sys.stdout)
"""
_SUFFIX = {"mail": "eml", "tei": "xml", "akn": "xml"}


def main() -> None:
    """Print a line for each document, and the worst of each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=list(FORMATS))
    parser.add_argument("--kind", default="", help="only kinds whose name holds this")
    parser.add_argument("--size", type=float, default=1.0, help="share of the full size of the common kinds")
    parser.add_argument("--whole", action="store_true", help="lay the text out too, not only read it")
    arguments = parser.parse_args()
    for name in arguments.formats or FORMATS:
        worst = (0.0, 0)
        form = FORMATS[name]
        form.most, form.big = int(form.most * arguments.size), int(form.big * arguments.size)
        for kind, made in documents(form):
            if arguments.kind not in kind:
                continue
            data = made()
            seconds, memory, said = measure(data, name, whole=arguments.whole)
            worst = max(worst[0], seconds), max(worst[1], memory)
            print(
                f"{name:5} {kind:40} {len(data) / 1e6:6.2f} MB {seconds:6.1f} s {memory:5} MB  {said[:110]}",
                flush=True,
            )
        print(f"{name:5} worst: {worst[0]:.1f} s, {worst[1]} MB", flush=True)


def measure(data: bytes, name: str, *, whole: bool) -> tuple[float, int, str]:
    """Processor time of parent and child, megabytes of the larger of the two, and what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, f"x.{_SUFFIX.get(name, name)}", "whole" if whole else "read"],
        input=data, capture_output=True, check=False, cwd=ROOT,
    )  # fmt: skip
    if done.returncode:
        return 0.0, 0, f"CRASH {done.returncode} {done.stderr[-80:]!r}"
    own, child, own_memory, child_memory, said = json.loads(done.stdout)
    return own + child, max(own_memory, child_memory), said


if __name__ == "__main__":
    main()
