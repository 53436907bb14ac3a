"""The zip file around the parts, the same bytes for the same parts, and text made safe for XML."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from p5diff.text.visible import visible

_EPOCH = 315532800
"""1980-01-01, the first moment a zip file can name: what is dated here has no other date."""
_FIRST = "[Content_Types].xml"
_NOT_XML = re.compile("[\ufffe\uffff]")


def stamp() -> datetime:
    """The date that everything in the file carries: SOURCE_DATE_EPOCH, else a fixed one."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isascii() and given.isdigit() else _EPOCH
    return datetime.fromtimestamp(min(max(seconds, _EPOCH), 4354819198), tz=UTC)


def iso(date: datetime) -> str:
    """The date as Word writes it."""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def xml_text(text: str) -> str:
    """Text for XML content or an attribute in double quotes: escaped, and hidden or forbidden
    characters spelled out.
    """
    shown = _NOT_XML.sub(lambda m: f"<U+{ord(m.group()):04X}>", visible(text))
    return escape(shown, {'"': "&quot;"})


def plain_run(text: str) -> str:
    """A run of text without properties."""
    return f'<w:r><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'


def package(parts: Mapping[str, str], *, date: datetime | None = None) -> bytes:
    """The parts as one zip file: content types first, the others by name, all dated the same."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    moment = (date or stamp()).timetuple()[:6]
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, date_time=moment)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name].encode("utf-8"))
    return buffer.getvalue()
