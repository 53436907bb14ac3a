"""Which encoding a web page is in: byte order mark, server, the page's own word, then a guess."""

from __future__ import annotations

import codecs
import re

from p5diff.ingest.decode import decode, refuse_binary, stated
from p5diff.model.alignment import Note

_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:\-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:\-]{2,40})""")
_HEAD = 4096
"""Bytes: HTML asks for the declaration in the first 1,024; some pages put comments before it."""
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "iso8859-6": "iso8859-6",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
}
"""What browsers really use for a label: the wider encoding that pages of that label are in."""


def decode_page(
    data: bytes, *, name: str, encoding: str = "", charset: str = ""
) -> tuple[str, str, tuple[Note, ...]]:
    """Text, encoding and notes. A label that the bytes contradict is set aside with a note.

    Raises `InputError` (with the byte offset) where no encoding fits, or the given one does not.
    """
    if encoding:
        return decode(data, encoding=encoding, name=name)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name=name)
    labels = [label for label in (charset, declared(data)) if label]
    for label in labels:
        known = python_name(label)
        try:
            if known:
                text = data.decode(known)
                refuse_binary(text, data, name)
                return text, known, ()
        except UnicodeDecodeError:
            continue
    text, found, notes = decode(data, name=name)
    if not labels:
        return text, found, notes
    message = f"the page says it is {labels[0]}, but its bytes are not; read as {found}"
    return text, found, (Note(slug="encoding-contradicted", message=message), *notes)


def declared(data: bytes) -> str:
    """The encoding that the page names in its head, or nothing."""
    head = data[:_HEAD]
    match = _META.search(head) or _XML.search(head)
    return match[1].decode("ascii") if match else ""


def python_name(label: str) -> str:
    """Python's codec for a label as browsers understand it; empty if there is none.

    >>> python_name("GB2312"), python_name("windows-1256")
    ('gb18030', 'cp1256')
    """
    name = stated(label)
    if name.startswith("utf-16"):
        return "utf-8"  # the label itself was read as ASCII
    return "" if name.startswith(("utf-7", "utf-32")) else _WIDER.get(name, name)
