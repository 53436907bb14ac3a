"""What a file is, by its first bytes and then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

from p5diff.errors import InputError

_HEAD = 4096
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n")
_BINARY = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Office document (.doc, .xls)",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"SQLite format": "a database",
    b"%!PS": "a PostScript document",
}
_OLE = b"\xd0\xcf\x11\xe0"
_WORD_STREAMS = ("WordDocument", "EncryptedPackage")
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
}


def sniff(data: bytes, *, name: str) -> str:
    """The format (a key of `IMPORTERS`). Raises `InputError` for a known format that is not read."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip(data, name)
    if head.startswith(_OLE) and any(name.encode("utf-16-le") in data for name in _WORD_STREAMS):
        return "docx"  # whose reader tells an old .doc from an encrypted file, and names the remedy
    for magic, what in _BINARY.items():
        if head.startswith(magic):
            raise _not_read(name, what)
    return _text_format(head, name)


def _text_format(head: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) or _SUFFIXES.get(suffix) == "html":
        return "html"
    start = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    return "markdown" if _FRONT_MATTER.match(start) else "plain"


def _zip(data: bytes, name: str) -> str:
    if b"word/" in data:
        return "docx"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        raise _not_read(name, "an OpenDocument text (.odt)")
    raise _not_read(name, "a zip archive that is not a DOCX document")


def _not_read(name: str, what: str) -> InputError:
    return InputError(
        "format-not-read",
        f"{name} is {what}",
        cause="p5diff reads plain text, Markdown, HTML, DOCX and PDF",
        hint="open it in its program and save it as DOCX, PDF or plain text (UTF-8)",
    )
