"""The same documents as web pages, in the shapes in which ministries publish."""
# ruff: noqa: E501  (markup is easier to read unbroken)

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.documents.model import MARK, Doc

_LINKS = "".join(
    f'<li><a href="/p{n}">{word}</a></li>'
    for n, word in enumerate(("Home", "News", "About us", "Contact"), 1)
)
_TEASERS = "".join(
    f'<li><a href="/n{n}">The minister opened the {what} of the coast in the presence of many guests</a></li>'
    for n, what in enumerate(("museum", "library", "harbour", "school"), 1)
)


def _head(doc: Doc, charset: str, extra: str = "") -> str:
    direction = ' dir="rtl"' if doc.language == "ar" else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{doc.language}"{direction}><head><meta charset="{charset}">'
        f"<title>{escape(doc.title)} | Ministry of Light</title>{extra}"
        '<script>var menu = "not a word of this is text";</script><style>.x { color: red }</style></head>'
    )


def _text(doc: Doc, text: str, *, notes: str = "") -> str:
    return MARK.sub(lambda m: notes.replace("#N", m[1]), escape(text, quote=False))


def wordpress(doc: Doc) -> bytes:
    """A blog engine: header with menu, entry content with footnotes, sharing, related posts, footer."""
    mark = '<sup><a href="#_ftn#N" name="_ftnref#N">[#N]</a></sup>'
    body = "".join(
        f"<h3>{escape(p[2:])}</h3>" if p.startswith("# ") else f"<p>{_text(doc, p, notes=mark)}</p>\n"
        for p in doc.paragraphs
    )
    foot = "".join(
        f'<p><a href="#_ftnref{n}" name="_ftn{n}">[{n}]</a> {escape(t)}</p>'
        for n, t in enumerate(doc.footnotes, 1)
    )
    return (
        f'{_head(doc, "utf-8")}<body class="single"><header class="site-header"><nav class="main-navigation"><ul>{_LINKS}</ul></nav></header>'
        f'<div id="page" class="site"><div class="breadcrumbs"><a href="/">Home</a> / <a href="/n">News</a></div>'
        f'<main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{escape(doc.title)}</h1></header>'
        f'<div class="entry-content">{body}<p style="text-align: right">{escape(doc.place)}</p><hr><div class="footnotes">{foot}</div></div>'
        f'<div class="sharedaddy share-buttons"><span>Share this</span> <a href="#t">Tweet</a></div></article></main>'
        f'<aside class="widget-area"><h2>Latest</h2><ul>{_TEASERS}</ul></aside></div>'
        "<footer><p>Copyright of the Ministry of Light, which answers letters on every day of the week but Sunday.</p></footer></body></html>"
    ).encode()


def div_soup(doc: Doc) -> bytes:
    """No semantic element at all; headings are bold lines; a cookie banner; loose text between breaks."""
    lines = []
    for paragraph in doc.paragraphs:
        if paragraph.startswith("# "):
            lines.append(f"<div><div><b>{escape(paragraph[2:])}</b></div></div>")
        else:
            lines.append(f'<div class="c3"><span>{_text(doc, paragraph)}</span></div>')
    return (
        f'{_head(doc, "utf-8")}<body><div class="w1"><div class="topmenu menu"><div><a href="/">Home</a></div><div><a href="/x">News</a></div></div>'
        f'<div class="w2"><div class="w3"><div class="hd"><b>{escape(doc.title)}</b></div><div class="c1"><div class="c2">{"".join(lines)}'
        f"<div>{escape(doc.place)}</div></div></div></div>"
        f'<div class="rightcol"><div><ul>{_TEASERS}</ul></div></div></div>'
        '<div class="cookie-banner">This page keeps small files on your machine, as nearly every page does, and asks you to agree.</div>'
        "</div></body></html>"
    ).encode()


def layout_table(doc: Doc) -> bytes:
    """A page of the year 2003: nested tables, fonts, end tags left out, a national encoding."""
    charset = {"ru": "windows-1251", "zh": "gb2312", "ar": "windows-1256"}.get(doc.language, "windows-1252")
    body = "".join(
        f"<p><b>{escape(p[2:])}</b>\n"
        if p.startswith("# ")
        else f"<P ALIGN=justify><FONT SIZE=2>{_text(doc, p)}</FONT>\n"
        for p in doc.paragraphs
    )
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{escape(doc.title)}</title></head>'
        f'<body bgcolor=white><table width=100%><tr><td colspan=2><a href="/">Ministry</a> | <a href="/map">Map</a>'
        f'<tr><td width=150 valign=top><a href="/1">Press</a><br><a href="/2">Speeches</a><br><a href="/3">Visits</a>'
        f"<td><table><tr><td><center><h1>{escape(doc.title)}</h1></center>{body}<p align=right>{escape(doc.place)}</table>"
        '<tr><td colspan=2><font size=1><a href="/c">Contact</a> &copy; Ministry of Light</font></table></body></html>'
    )
    return page.encode(charset if charset != "gb2312" else "gb18030", "xmlcharrefreplace")


def breaks_only(doc: Doc) -> bytes:
    """An editor that knows no paragraphs: one block, lines parted by breaks, indents as wide spaces."""
    indent = "\u3000\u3000" if doc.language == "zh" else "&nbsp;&nbsp;&nbsp;&nbsp;"
    lines = [
        f"{indent}<strong>{escape(p[2:])}</strong>" if p.startswith("# ") else indent + _text(doc, p)
        for p in doc.paragraphs
    ]
    lines.append(indent + escape(doc.place))
    return (
        f'{_head(doc, "utf-8")}<body><div class="header"><div class="nav"><a href="/">Home</a> <a href="/zcjd">Policy</a></div></div>'
        f'<div class="content"><div class="dqwz">You are here: <a href="/">Home</a> &gt; <a href="/n">News</a></div><h1>{escape(doc.title)}</h1>'
        f'<div class="time">2031-05-09 08:00</div><div class="TRS_Editor">{"<br>".join(lines)}</div></div>'
        f'<div class="xgxw"><h3>More</h3><ul>{_TEASERS}</ul></div><div class="foot">Ministry of Light, No. 1 Harbour Street. All rights reserved by law.</div></body></html>'
    ).encode()


SHAPES: dict[str, Callable[[Doc], bytes]] = {
    "wordpress": wordpress,
    "div-soup": div_soup,
    "layout-table": layout_table,
    "breaks-only": breaks_only,
}
"""Name of the shape → the page's bytes."""
