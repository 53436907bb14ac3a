"""Markdown inside a paragraph: marks removed, content kept; what is struck out or a remark set aside."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from p5diff.ingest.readers.flow import TextFlow
from p5diff.ingest.readers.raised import superscript
from p5diff.model.setaside import SetAsideReason
from p5diff.text.characters import BULLETS

_CODE = re.compile(r"(`{1,3})([^`]{1,2000})\1")
_COMMENT = re.compile(r"<!--(?:(?!-->).){0,5000}-->", re.S)
_TAG = re.compile(
    r"</?(?:sup|sub|b|i|em|strong|u|span|br|p|div|a|font|small|cite|q|blockquote|center|mark|ins|del|s|abbr)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_GONE = re.compile(
    r"<(del|s|strike)(?:\s[^<>]{0,300})?>(.{0,3000}?)</\1>"
    r"|<(span|font|p|b)\s[^<>]{0,200}line-through[^<>]{0,200}>(.{0,3000}?)</\3>",
    re.I | re.S,
)
_SUP = re.compile(r"<sup(?:\s[^<>]{0,300})?>(.{0,200}?)</sup>", re.I | re.S)
_RAISED = re.compile(
    r"<(span|font|small|a)\s[^<>]{0,200}vertical-align:\s?super[^<>]{0,200}>(.{0,200}?)</\1>", re.I | re.S
)
_CARETS = re.compile(
    r"(?<=[\w)])\^(?:([-−+]?\w{1,6})|\[([-−+]?\w{1,6})\]\([^()\s]{0,200}\))\^(?![^\W\u3400-\u9fff])"
)
"""Raised as Pandoc writes it: 10^6^, 2031^[2](#n2)^. Chinese goes on behind it without a space."""
_TILDES = re.compile(r"(?<=[A-Za-z])(?<!~)~(\d{1,3})~(?!~)")
_FORMULA = re.compile(r"(?<![\\$\w])\$(?=[^\s$])([^$\n]{1,200}?)(?<=[^\s\\])\$(?![\d$])")
_POWER = re.compile(r"\^(?:\{([^{}]{1,40})\}|([\w+-]))")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]{1,500})>")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{0,1000})\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,200}\")?\)")
_REFERENCE = re.compile(r"\[([^\[\]]{1,1000})\] ?\[([^\[\]]{0,200})\]")
_SHORT_REFERENCE = re.compile(r"\[([^\[\]]{1,200})\](?![\[(:])")
_NOTE = re.compile(r"\[\^([^\[\]\s]{1,60})\]")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)((?:(?!\1).){1,5000}?)(?<=\S)\1", re.S)
_STAR = re.compile(r"(?<![\w\\*])\*(?=[^\s*])([^*]{1,5000}?)(?<=[^\s\\])\*(?!\*)")
_UNDERLINE = re.compile(r"(?<![\w\\_])_(?=[^\s_])([^_]{1,5000}?)(?<=[^\s\\])_(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,2000})~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~\"'$^@&=:;,/?%])")
_HARD_BREAK = re.compile(rf"(?:\\|<br ?/?>|  (?=\n {{0,3}}(?:[{BULLETS}–—] |[(（]?\w{{1,3}}[.)）])))\n")
"""A break of the author's. Two spaces at a line's end are one before an item, and where all lines of the
paragraph but the last have them: wrapped texts have them on a line by accident."""
_SPACED_END = re.compile(r"(?<! ) {2,20}\n")

_PIECE = re.compile("\ufdd2([a-z])([^\ufdd2\ufdd3]*)\ufdd3")
_BREAK = "\ufdd4"
"""The place of a break that the author made (`<br>`): a line's end in the file is none."""
_RESERVED = re.compile("[\ufdd2-\ufdd4]")


def plain(text: str, *, links: frozenset[str] = frozenset()) -> str:
    """The text of inline Markdown; `links` are the names that the document defines.

    >>> plain("the 21<sup>st</sup> **Century** [Treaty](https://x.org) of *all* [Parties]")
    'the 21st Century Treaty of all [Parties]'
    """
    flow = TextFlow()
    fill(flow, text, links=links, notes={})
    return flow.text


def fill(flow: TextFlow, text: str, *, links: frozenset[str], notes: Mapping[str, str]) -> None:
    """Add the text of inline Markdown to a paragraph. `notes` leads from the name of a note that
    the document defines to its key. A break that the author made becomes a vertical tab.

    >>> flow = Flow()
    >>> fill(flow, "10<sup>6</sup> ~~old~~ lamps[^a]", links=frozenset(), notes={"a": "k"})
    >>> [(block.text, block.calls) for block in flow.blocks()][0]
    ('10⁶ lamps', (NoteCall(key='k', at=9),))
    """
    at = 0
    text = _marked(_RESERVED.sub("\ufffd", text), links)
    for match in _PIECE.finditer(text):
        flow.add(text[at : match.start()])
        at = match.end()
        _add(flow, match[1], match[2].replace(_BREAK, " "), notes)
    flow.add(text[at:].replace(_BREAK, "\v"))


def _add(flow: TextFlow, kind: str, text: str, notes: Mapping[str, str]) -> None:
    if kind == "u":
        flow.raise_(text)
    elif kind == "n":
        if text in notes:
            flow.call(notes[text])
        else:
            flow.aside(text, SetAsideReason.NOTE_MARK)
    else:
        flow.aside(text, _REASONS[kind])


_REASONS = {
    "s": SetAsideReason.STRUCK,
    "d": SetAsideReason.DELETED,
    "c": SetAsideReason.COMMENT,
    "a": SetAsideReason.ALTERNATIVE,
}


def _piece(kind: str, text: str) -> str:
    """A piece that is not plain text, behind marks; those inside it go."""
    inner = _PIECE.sub(lambda m: m[2], text)
    return f"\ufdd2{kind}{_RESERVED.sub(' ', inner)}\ufdd3"


def _marked(text: str, links: frozenset[str]) -> str:
    """The text without the marks of Markdown, pieces that are not plain text behind marks of our own."""
    kept: list[str] = []
    text = _COMMENT.sub(lambda m: _piece("c", m.group()[4:-3]), text)
    text = _HARD_BREAK.sub(_BREAK, text)
    if len(_SPACED_END.findall(text)) == text.rstrip().count("\n"):
        text = _SPACED_END.sub(_BREAK, text)
    text = _CODE.sub(lambda m: _keep(kept, m.group(2)), text)
    text = _FORMULA.sub(lambda m: _keep(kept, _formula(m)), text)
    text = _ESCAPED.sub(lambda m: _keep(kept, m.group(1)), text)
    text = _GONE.sub(
        lambda m: _piece("d" if (m[1] or "").lower() == "del" else "s", m[2] or m[4] or ""), text
    )
    text = _SUP.sub(lambda m: _piece("u", m[1]), text)
    text = _RAISED.sub(lambda m: _piece("u", m[2]), text)
    text = _TILDES.sub(r"\1", _CARETS.sub(lambda m: _piece("u", m[1] or m[2]), text))
    text = _NOTE.sub(lambda m: _piece("n", m[1]), _AUTOLINK.sub(r"\1", text))
    text = _LINK.sub(r"\1", _IMAGE.sub(lambda m: _piece("a", m[1]), text))
    text = _REFERENCE.sub(
        lambda m: m.group(1) if _defined(m.group(2) or m.group(1), links) else m.group(), text
    )
    text = _SHORT_REFERENCE.sub(lambda m: m.group(1) if _defined(m.group(1), links) else m.group(), text)
    for pattern in (_STRONG, _STRONG):
        text = pattern.sub(r"\2", text)
    for pattern in (_STAR, _UNDERLINE):
        text = pattern.sub(r"\1", text)
    text = _STRUCK.sub(lambda m: _piece("s", m[1]), text)
    text = html.unescape(_TAG.sub(lambda m: _BREAK if m.group().lower().startswith("<br") else "", text))
    return re.sub("\ue000(\\d{1,9})\ue001", lambda m: _kept(kept, m), text)


def _formula(match: re.Match[str]) -> str:
    """A formula between dollars that holds a power or a command; money and the rest stays as it is."""
    inner = match[1]
    if not re.search(r"[\^_\\]", inner):
        return match.group()
    inner = inner.replace("\\times", "×").replace("\\cdot", "·").replace("\\,", " ").replace("\\%", "%")
    return _POWER.sub(lambda m: superscript(m[1] or m[2]), inner)


def _keep(kept: list[str], text: str) -> str:
    """Put literal text out of reach of the marks, behind a private character."""
    kept.append(text)
    return f"\ue000{len(kept) - 1}\ue001"


def _kept(kept: list[str], match: re.Match[str]) -> str:
    number = int(match.group(1))
    return kept[number] if number < len(kept) else match.group()


def _defined(name: str, links: frozenset[str]) -> bool:
    return " ".join(name.lower().split()) in links
