"""What a file is, by its first bytes and then by its name."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from p5diff.errors import InputError

_HEAD = 4096
"""Bytes: every format that is told by its bytes shows itself here."""
_LEAD = r"\s*(?:<\?[^>]{0,300}\?>\s*){0,5}(?:<!--.{0,1000}?-->\s*){0,20}"
_HTML = re.compile(_LEAD + r"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FRAGMENT = re.compile(
    _LEAD + r"<(?:p|div|h[1-6]|table|article|section|main|center|ul|ol|blockquote|font|span)"
    r"(?:\s[^<>]{0,500})?>",
    re.I | re.S,
)
"""A piece of a web page, saved without its frame."""
_ROOT = re.compile(
    _LEAD + r"(?:<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,2000}\])?[^>]{0,100}>\s*)?"
    r"<(?:([A-Za-z_][\w.-]{0,60}):)?([A-Za-z_][\w.-]{0,60})[\s/>]",
    re.I | re.S,
)
_RTF_WORD = re.compile(r"\\(pard|par|plain|f|fs|lang|q[lcrj]|[bi]|li|sa|sb)-?\d{0,5}(?![A-Za-z])")
_RTF_LEAST = 2
"""Words of control, of which one ends or opens a paragraph, that no plain text holds by chance."""
_TAG = re.compile(r"<[A-Za-z/!?][^<>]{0,300}>")
_LEGAL = frozenset({"akomantoso", "tei", "teicorpus", "tei.2"})
_KNOWN = {
    "rss": "a news feed",
    "feed": "a news feed",
    "svg": "a picture (SVG)",
    "package": "a Word document in flat XML",
    "worddocument": "a Word document in the XML of 2003",
    "workbook": "a spreadsheet",
    "urlset": "a site map",
}
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n")
_MAIL_HEAD = re.compile(
    r"(?:From |(?:From|To|Cc|Date|Subject|Sender|Received|Return-Path|Delivered-To|Message-ID|MIME-Version"
    r"|Content-Type|Snapshot-Content-Location|Reply-To|X-[\w-]{1,40}|DKIM-Signature|ARC-[\w-]{1,40}):)",
    re.I,
)
_MAIL_FIELD = re.compile(
    r"^(?:From|To|Date|Subject|Message-ID|MIME-Version|Content-Type|Received)[ \t]*:", re.I | re.M
)
_MAIL_SURE = re.compile(
    r"^(?:MIME-Version|Message-ID|Received|Content-Type|Content-Transfer-Encoding)[ \t]*:", re.I | re.M
)
_BINARY = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Office document that holds no Word text (.xls, .ppt, .msg)",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"SQLite format": "a database",
    b"%!PS": "a PostScript document",
    b"AT&TFORM": "a DjVu document",
    b"\\documentclass": "a LaTeX source",
}
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED, _WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAVE_AS = "open it in its program and save it as DOCX, ODT, PDF or plain text (UTF-8)"


def sniff(data: bytes, *, name: str) -> str:
    """The format (a key of `IMPORTERS`). Raises `InputError` for a known format that is not read."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip(data, name)
    if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_OLE) and _ENCRYPTED in data:
        return "docx"  # whose reader names the remedy for an encrypted file
    if head.startswith(_OLE) and _WORD in data:
        return "doc"
    for magic, what in _BINARY.items():
        if head.startswith(magic):
            raise not_read(name, what)
    return _text_format(_decoded(head), name)


def _decoded(head: bytes) -> str:
    """The beginning as far as ASCII goes: markup and field names are ASCII in every encoding."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if head[:1] == b"\x00" or head[1:2] == b"\x00":
        return head.decode("utf-16-be" if head[:1] == b"\x00" else "utf-16-le", "replace")
    return head.decode("latin-1")


def _text_format(start: str, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if _HTML.match(start) or _SUFFIXES.get(suffix) == "html":
        return "html"
    if _is_mail(start) or (_SUFFIXES.get(suffix) == "mail" and _MAIL_HEAD.match(start)):
        return "mail"
    if _SUFFIXES.get(suffix) == "markdown":
        return "markdown"
    if _FRAGMENT.match(start):
        return "html"
    root = _ROOT.match(start) if start.lstrip().startswith("<") else None
    if root and not _is_lone(root, start):
        return _markup(start, root, name)
    words = set(_RTF_WORD.findall(start))
    if len(words) >= _RTF_LEAST and words & {"par", "pard"}:
        raise not_read(name, "a piece of a Rich Text file, without the head that says how to read it")
    return "markdown" if _FRONT_MATTER.match(start) else "plain"


def _is_lone(root: re.Match[str], start: str) -> bool:
    """Whether what looks like an element is the only one: words in angle brackets on top of a plain text, as
    typists write them ("<embargoed until noon>"). An element has attributes, an end, or others below it."""
    tags = _TAG.findall(start)
    return root[2].lower() not in _KNOWN.keys() | _LEGAL and len(tags) == 1 and not {"=", "/"} & set(tags[0])


def _is_mail(start: str) -> bool:
    """Whether a text begins with the head of a message: fields, one of them such as no letter has."""
    if not _MAIL_HEAD.match(start):
        return False
    top = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    return len(_MAIL_FIELD.findall(top)) > 1 and _MAIL_SURE.search(top) is not None


def _markup(start: str, root: re.Match[str], name: str) -> str:
    """The format of a text that begins with an element: read, or refused by its name."""
    element = root[2].lower()
    if element in _LEGAL:
        return "legal"
    if element in {"document", "document-content"} and "opendocument" in start:
        return "odt"
    raise not_read(name, _KNOWN.get(element, f"XML of a kind that p5diff does not know (<{root[2]}>)"))


def _zip(data: bytes, name: str) -> str:
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"mimetypeapplication/epub+zip" in data[:200]:
        return "epub"
    if b"mimetypeapplication/vnd.oasis.opendocument." in data[:200]:
        raise not_read(name, "an OpenDocument file that is no text (a spreadsheet, say)")
    if b"word/" in data:
        return "docx"
    if b"META-INF/container.xml" in data:
        return "epub"
    if b"content.xml" in data and b"META-INF/manifest.xml" in data:
        return "odt"
    raise not_read(name, "a zip archive that is no document p5diff reads")


def not_read(name: str, what: str) -> InputError:
    """The error for a known format that is not read."""
    return InputError(
        "format-not-read",
        f"{name} is {what}",
        cause="p5diff reads plain text, Markdown, HTML, DOCX, DOC, ODT, RTF, EPUB, e-mail, Akoma Ntoso, "
        "TEI and PDF",
        hint=SAVE_AS,
    )
