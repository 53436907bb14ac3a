"""Markdown inside a paragraph: marks removed, content kept."""

from __future__ import annotations

import html
import re

_CODE = re.compile(r"(`{1,3})([^`]{1,2000})\1")
_COMMENT = re.compile(r"<!--(?:(?!-->).){0,5000}-->", re.S)
_TAG = re.compile(
    r"</?(?:sup|sub|b|i|em|strong|u|span|br|p|div|a|font|small|cite|q|blockquote|center|mark|ins|del|s|abbr)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]{1,500})>")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{0,1000})\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,200}\")?\)")
_REFERENCE = re.compile(r"\[([^\[\]]{1,1000})\] ?\[([^\[\]]{0,200})\]")
_SHORT_REFERENCE = re.compile(r"\[([^\[\]]{1,200})\](?![\[(:])")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)((?:(?!\1).){1,5000}?)(?<=\S)\1", re.S)
_STAR = re.compile(r"(?<![\w\\*])\*(?=[^\s*])([^*]{1,5000}?)(?<=[^\s\\])\*(?!\*)")
_UNDERLINE = re.compile(r"(?<![\w\\_])_(?=[^\s_])([^_]{1,5000}?)(?<=[^\s\\])_(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,2000})~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~\"'$^@&=:;,/?%])")
_HARD_BREAK = re.compile(r"(?:\\|<br ?/?>)\n")


def plain(text: str, *, links: frozenset[str] = frozenset()) -> str:
    """The text of inline Markdown; `links` are the names that the document defines.

    >>> plain("the 21<sup>st</sup> **Century** [Treaty](https://x.org) of *all* [Parties]")
    'the 21st Century Treaty of all [Parties]'
    """
    text = _COMMENT.sub("", _HARD_BREAK.sub("\n", text))
    kept: list[str] = []
    text = _CODE.sub(lambda m: _keep(kept, m.group(2)), text)
    text = _ESCAPED.sub(lambda m: _keep(kept, m.group(1)), text)
    text = _NOTE.sub("", _AUTOLINK.sub(r"\1", text))
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _REFERENCE.sub(
        lambda m: m.group(1) if _defined(m.group(2) or m.group(1), links) else m.group(), text
    )
    text = _SHORT_REFERENCE.sub(lambda m: m.group(1) if _defined(m.group(1), links) else m.group(), text)
    for pattern in (_STRONG, _STRONG):
        text = pattern.sub(r"\2", text)
    for pattern in (_STAR, _UNDERLINE, _STRUCK):
        text = pattern.sub(r"\1", text)
    text = html.unescape(_TAG.sub(lambda m: "\n" if m.group().lower().startswith("<br") else "", text))
    return re.sub("\ue000(\\d{1,9})\ue001", lambda m: _kept(kept, m), text)


def _keep(kept: list[str], text: str) -> str:
    """Put literal text out of reach of the marks, behind a private character."""
    kept.append(text)
    return f"\ue000{len(kept) - 1}\ue001"


def _kept(kept: list[str], match: re.Match[str]) -> str:
    number = int(match.group(1))
    return kept[number] if number < len(kept) else match.group()


def _defined(name: str, links: frozenset[str]) -> bool:
    return " ".join(name.lower().split()) in links
