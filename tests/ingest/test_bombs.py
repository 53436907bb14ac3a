"""Archives made to exhaust a reader: each kind in each of the containers that p5diff unpacks itself.

Small ones, since what is tested is that the bound is asked before the work is done.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from p5diff import ingest
from p5diff.errors import P5DiffError
from p5diff.ingest import read_bytes

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"

Parts = list[tuple[str, bytes]]


def _docx(body: bytes, more: Parts) -> bytes:
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return _zip([
        ("[Content_Types].xml", f'<Types xmlns="{types}"><Override PartName="/word/document.xml" '
         f'ContentType="{kind}"/></Types>'.encode()),
        ("_rels/.rels", f'<Relationships xmlns="{relations}"><Relationship Id="r" Type="{_RELATION}" '
         'Target="word/document.xml"/></Relationships>'.encode()),
        ("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>'.encode() + body
         + b"</w:body></w:document>"),
        *more,
    ])  # fmt: skip


def _odt(body: bytes, more: Parts) -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    head = f'<office:document-content xmlns:office="{_OPEN}:office:1.0" xmlns:text="{_OPEN}:text:1.0">'
    content = f"{head}<office:body><office:text>".encode() + body
    content += b"</office:text></office:body></office:document-content>"
    return _zip([("mimetype", kind), ("content.xml", content), *more])


def _epub(body: bytes, more: Parts, chapters: int = 1) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine>'
        + '<itemref idref="c"/>' * chapters
        + "</spine></package>"
    )
    return _zip([
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.encode()),
        ("o.opf", book.encode()),
        ("c.xhtml", b'<html xmlns="http://www.w3.org/1999/xhtml"><body>' + body + b"</body></html>"),
        *more,
    ])  # fmt: skip


def _zip(parts: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


CONTAINERS: dict[str, tuple[Callable[[bytes, Parts], bytes], bytes, bytes]] = {
    "docx": (_docx, b"<w:p><w:r><w:t>The States met.</w:t></w:r></w:p>", b"w:sdt"),
    "odt": (_odt, b"<text:p>The States met.</text:p>", b"text:section"),
    "epub": (_epub, b"<p>The States met.</p>", b"div"),
}


def _twins(data: bytes) -> bytes:
    """The last part, listed 5,000 times more in the directory."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    end = data.rindex(b"PK\x05\x06")
    directory = data[archive.start_dir : end]
    directory += directory[directory.rindex(b"PK\x01\x02") :] * 5_000
    count = (len(archive.infolist()) + 5_000).to_bytes(2, "little")
    tail = data[end : end + 8] + count * 2 + len(directory).to_bytes(4, "little") + data[end + 16 :]
    return data[: archive.start_dir] + directory + tail


def _locked(data: bytes) -> bytes:
    """Every part marked as encrypted."""
    marked = bytearray(data)
    for sign, flag in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + flag] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


def _bomb(kind: str, container: str) -> bytes:
    make, paragraph, inner = CONTAINERS[container]
    opened, closed = b"<" + inner + b">", b"</" + inner + b">"
    match kind:
        case "packed":
            return make(paragraph * 1_500_000, [])
        case "beside":
            return make(paragraph, [("media/x.bin", b"\0" * 30_000_000)])
        case "comment":
            return make(paragraph + b"<!--" + b"x" * 30_000_000 + b"-->", [])
        case "parts":
            return make(paragraph, [(f"x/{n}.xml", b"<a/>") for n in range(3_000)])
        case "deep":
            return make(opened * 20_000 + paragraph + closed * 20_000, [])
        case "twins":
            return _twins(make(paragraph, []))
        case "locked":
            return _locked(make(paragraph, []))
        case "cut":
            whole = make(paragraph, [])
            return whole[: len(whole) * 2 // 3]
    raise AssertionError(kind)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("kind", ["packed", "beside", "comment", "parts", "deep", "twins", "locked", "cut"])
def test_an_archive_that_asks_for_much_is_refused(kind: str, container: str) -> None:
    with pytest.raises(P5DiffError) as caught:
        ingest.source(_bomb(kind, container), name=f"x.{container}", language="en")
    assert caught.value.hint


@pytest.mark.parametrize("container", CONTAINERS)
def test_names_in_an_archive_lead_nowhere(container: str) -> None:
    make, paragraph, _ = CONTAINERS[container]
    data = make(paragraph, [("../../evil", b"x"), ("/evil", b"x"), ("a" * 60_000, b"x")])
    assert "The States met." in ingest.source(data, name=f"x.{container}", language="en").stored


def test_a_chapter_that_is_named_again_and_again_is_read_once() -> None:
    """200,000 references to one page of three words would be read for minutes."""
    data = _epub(b"<p>The States met.</p>", [], chapters=20_000)
    assert [block.text for block in read_bytes(data, name="x.epub").blocks] == ["The States met."]
    assert ingest.source(data, name="x.epub", language="en").stored.count("States") == 1
