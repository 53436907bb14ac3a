"""Files made to exhaust a reader, built small and in memory."""

from __future__ import annotations

import io
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(stream: bytes, *, filters: str = "/FlateDecode") -> bytes:
    """A one-page PDF whose content stream is `stream`, already packed."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters.encode(), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer << /Size 6 /Root 1 0 R >>\n")
    out.write(b"startxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def spaces(megabytes: int) -> bytes:
    """So many megabytes of spaces, packed."""
    packer = zlib.compressobj(9)
    block = b" " * 2**20
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # stands alone, so it may be repeated
    return first + again * (megabytes - 1) + packer.flush()


def docx(document: str | bytes, **parts: str | bytes) -> bytes:
    """A DOCX of a body (or a whole document part) and other parts (`numbering`, `styles` …)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
        relations = "".join(
            f'<Relationship Id="r{n}" Target="{name}.xml" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name.rstrip("0123456789")}"/>'
            for n, name in enumerate(parts)
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{relations}</Relationships>'
        )
    return out.getvalue()


def part(root: str, content: str) -> str:
    """A part with the usual namespaces."""
    spaces_ = (
        f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    return f"<w:{root} {spaces_}>{content}</w:{root}>"


def body(content: str) -> str:
    """A whole document part around body content."""
    return part("document", f"<w:body>{content}</w:body>")
