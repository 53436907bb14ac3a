"""The zip file of an OpenDocument text: its type first and uncompressed, as the standard wants."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

MIMETYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def package(parts: Mapping[str, str], date: datetime) -> bytes:
    """The parts and a manifest that lists them, all dated the same."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in sorted(parts)
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{_MANIFEST}" '
        'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
        f'manifest:media-type="{MIMETYPE}"/>{entries}</manifest:manifest>'
    )
    files = [("mimetype", MIMETYPE), *sorted(parts.items()), ("META-INF/manifest.xml", manifest)]
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, text in files:
            entry = ZipInfo(name, date_time=date.timetuple()[:6])
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))
    return buffer.getvalue()
