"""Archives made to exhaust a reader: each kind in each of the containers that p5diff unpacks itself.

Small ones, since what is tested is that the bound is asked before the work is done.
"""

from __future__ import annotations

import importlib
import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from p5diff import ingest
from p5diff.errors import InputError, P5DiffError
from p5diff.ingest import read_bytes
from p5diff.ingest.readers import archive, mail
from p5diff.ingest.readers.docx import package
from p5diff.ingest.readers.flow import TextFlow
from p5diff.ingest.sandbox.limits import Limits
from p5diff.ingest.sandbox.unfolding import Extent, counting

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


@pytest.mark.parametrize("said", [3, 65_535])
def test_a_directory_is_counted_before_it_is_read(said: int) -> None:
    """Of 900,000 parts the library made as many values, 500 MB, before their number could be asked; and an
    archive may say a smaller one."""

    def refused(cause: str) -> InputError:
        raise AssertionError(cause)

    data = b"PK\x03\x04" + (b"PK\x01\x02" + b"\0" * 42) * 20_001
    end = b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, said, said, len(data) - 4, 4, 0)
    with pytest.raises(P5DiffError, match="larger than p5diff reads") as caught:
        archive.opened(data + end, "x.docx", Limits(), refused, refused)
    assert "20,001 parts" in (caught.value.cause or "")


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


def _flat(body: bytes, more: Parts) -> bytes:
    names = "".join(f' xmlns:{n}="{_OPEN}:{n}:1.0"' for n in ("office", "text", "table"))
    head = f'<office:document{names} office:mimetype="application/vnd.oasis.opendocument.text">'
    tail = b"</office:text></office:body></office:document>"
    return f"{head}<office:body><office:text>".encode() + body + tail


def _page(body: bytes, more: Parts) -> bytes:
    return b"<!doctype html><html><head><title>T</title></head><body>" + body + b"</body></html>"


def _message(body: bytes, more: Parts) -> bytes:
    return b"From: a@example.org\nSubject: T\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + _page(
        body, more
    )


def _tei(body: bytes, more: Parts) -> bytes:
    return b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>' + body + b"</body></text></TEI>"


def _akoma(body: bytes, more: Parts) -> bytes:
    space = b"http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    return b'<akomaNtoso xmlns="' + space + b'"><act><body>' + body + b"</body></act></akomaNtoso>"


def _rtf(body: bytes, more: Parts) -> bytes:
    return b"{\\rtf1\\ansi " + body + b"}"


READ_HERE: dict[str, tuple[str, Callable[[bytes, Parts], bytes], bytes, bytes]] = {
    "docx": ("docx", _docx, b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>", b"<w:p/>"),
    "odt": ("odt", _odt, b"<text:p>%d</text:p>", b"<text:p/>"),
    "fodt": ("fodt", _flat, b"<text:p>%d</text:p>", b"<text:p/>"),
    "epub": ("epub", _epub, b"<p>%d</p>", b"<b/>"),
    "html": ("html", _page, b"<p>%d</p>", b"<b></b>"),
    "mail": ("eml", _message, b"<p>%d</p>", b"<b></b>"),
    "tei": ("xml", _tei, b"<p>%d</p>", b"<p/>"),
    "akoma": ("xml", _akoma, b"<p>%d</p>", b"<p/>"),
    "rtf": ("rtf", _rtf, b"%d\\par ", b"\\b "),
}
"""Every format that is unfolded: the ending, how it is made, a paragraph, and the smallest piece."""


_BOUNDS = Limits(blocks=40, characters=4_000, pieces=3_000, depths=60_000)


@pytest.mark.parametrize("form", READ_HERE)
@pytest.mark.parametrize("what", ["paragraphs", "pieces", "characters", "nothing"])
def test_a_document_that_unfolds_to_more_than_any_is_refused_while_it_is_read(form: str, what: str) -> None:
    """Not by its processor time, nor by the size of the reader's answer: the error names what is too much."""
    suffix, make, paragraph, piece = READ_HERE[form]
    body = b"".join(paragraph % n for n in range(30))
    match what:
        case "paragraphs":
            body = b"".join(paragraph % n for n in range(41))
        case "pieces":
            body += piece * 3_000
        case "characters":
            body = body.replace(b"7", b"word " * 810)
    reader = importlib.import_module(
        ingest.IMPORTERS[form.replace("fodt", "odt").replace("tei", "legal").replace("akoma", "legal")]
    )
    data = make(body, [])
    if what == "nothing":
        assert sum(block.is_text for block in reader.read(data, name="x", limits=_BOUNDS).blocks) >= 30
        return
    with pytest.raises(P5DiffError) as caught:
        reader.read(data, name=f"x.{suffix}", limits=_BOUNDS)
    assert caught.value.slug == "input-too-large"
    assert "elements" in caught.value.cause if what == "pieces" else what in caught.value.cause


@pytest.mark.parametrize("form", sorted(READ_HERE.keys() - {"rtf"}))
def test_too_many_elements_are_refused_before_a_tree_is_made(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that a book, a Word file or a message begins are counted in its bytes."""
    _, make, paragraph, piece = READ_HERE[form]
    reader = importlib.import_module(
        ingest.IMPORTERS[form.replace("fodt", "odt").replace("tei", "legal").replace("akoma", "legal")]
    )
    grown: list[int] = []
    monkeypatch.setattr(Extent, "piece", lambda self, depth, count=1: grown.append(count))
    with counting("x", _BOUNDS), pytest.raises(P5DiffError, match="larger than") as caught:
        reader.parse(make(paragraph % 1 + piece * 3_000, []), name="x", limits=_BOUNDS)
    assert caught.value.slug == "input-too-large" and "elements" in caught.value.cause
    assert sum(grown) < 60  # the small parts that come first: styles, lists of parts


@pytest.mark.parametrize(
    ("form", "inner"), [("odt", b"text:section"), ("tei", b"div"), ("html", b"div"), ("docx", b"w:sdt")]
)
def test_what_stands_too_deep_too_often_is_refused(form: str, inner: bytes) -> None:
    """Few elements, each within the depth that is allowed, and every one far down."""
    _, make, paragraph, _ = READ_HERE[form]
    deep = b"<" + inner + b">"
    body = deep * 100 + b"".join(paragraph % n for n in range(600)) + deep.replace(b"<", b"</") * 100
    reader = importlib.import_module(ingest.IMPORTERS["legal" if form == "tei" else form])
    bounds = Limits(pieces=100_000, depths=50_000)
    if form == "docx":  # whose parts are added up from some size on
        body = body.replace(b"</w:sdt>" * 100, (paragraph % 1) * 17_000 + b"</w:sdt>" * 100)
    with pytest.raises(P5DiffError) as caught:
        reader.read(make(body, []), name="x", limits=bounds)
    assert caught.value.slug == "input-too-large"
    assert "levels" in caught.value.cause


def test_what_a_document_names_again_and_again_counts_each_time() -> None:
    """A deletion, a cell, a label that is written once and shown as often as somebody likes."""
    region = (
        b'<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>gone</text:p>'
        b"</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = (
        region + b"<text:p>We agree.</text:p>" + b'<text:p>a<text:change text:change-id="c"/></text:p>' * 20
    )
    found = ingest.read_bytes(_odt(body, []), name="x.odt").blocks
    assert [block.text for block in found].count("gone") == 1

    cell = b'<table:table-cell table:number-columns-repeated="9"><text:p>a</text:p></table:table-cell>'
    rows = b"<table:table>" + (b"<table:table-row>" + cell + b"</table:table-row>") * 9 + b"</table:table>"
    flat = _flat(rows, [])
    reader = importlib.import_module(ingest.IMPORTERS["odt"])
    assert len(reader.read(flat, name="x", limits=Limits(blocks=90)).blocks) == 9
    often = rows.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="999999999">')
    for more in (flat, _flat(often, [])):
        with pytest.raises(P5DiffError) as caught:
            reader.read(more, name="x", limits=Limits(blocks=70))
        assert "paragraphs" in caught.value.cause


def test_a_book_reads_a_chapter_and_a_sheet_once_whatever_they_are_called() -> None:
    kind = 'media-type="application/xhtml+xml"'
    items = "".join(f'<item id="i{n}" href="{"./" * n}c.xhtml" {kind}/>' for n in range(30))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(30))
    package = '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
    book = f"{package}<manifest>{items}</manifest><spine>{spine}</spine></package>"
    sheet = b'<link rel="stylesheet" href="s.css"/>'
    page = b"<html><head>" + sheet * 20 + b'</head><body><p>We agree.</p><p class="h">No.</p></body></html>'
    with zipfile.ZipFile(io.BytesIO(_epub(b"", []))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts |= {"o.opf": book.encode(), "c.xhtml": page, "s.css": b".h { display: none }"}
    assert ingest.source(_zip(list(parts.items())), name="x.epub", language="en").stored == "We agree.\n"


@pytest.mark.parametrize("number", ["9" * 5_000, "²", "-1", "1e9", ""])
def test_a_number_that_is_none_is_left_alone(number: str) -> None:
    body = (
        f'<text:h text:outline-level="{number}">Title</text:h><text:list>'
        f'<text:list-item text:start-value="{number}">'
        f'<text:p>We<text:s text:c="{number}"/>agree.</text:p></text:list-item></text:list>'
    ).encode()
    assert "We agree." in ingest.source(_odt(body, []), name="x.odt", language="en").stored


def test_a_thousand_notes_of_one_paragraph_keep_their_places() -> None:
    """And are looked at once each: the place of a mark is counted on, not counted anew."""
    flow = TextFlow()
    for n in range(1_000):
        flow.add(f"word{n} ")
        flow.call(f"n{n}")
        flow.raise_("2")
    block = flow.blocks()[0]
    assert [call.key for call in block.calls if call.key.startswith("n")] == [f"n{n}" for n in range(1_000)]
    assert block.text.startswith("word0 word1 word2")
    assert all(
        block.text[: call.at].endswith(f"word{call.key[1:]}") for call in block.calls if call.key[0] == "n"
    )


@pytest.mark.parametrize(
    "empty",
    [
        '<div style="display: none"/>',
        "<sup/>",
        "<b/>",
        '<a id="p1"/>',
        '<span hidden=""/>',
        "<del/>",
        "<h1/>",
    ],
)
def test_an_element_of_a_book_that_is_closed_at_once_holds_nothing(empty: str) -> None:
    """A book is XML: what follows `<div/>` stands beside it, where a browser would put it inside."""
    body = f"<p>{empty}The States met in Geneva.</p>{empty}<p>They agreed on this.</p>".encode()
    made = ingest.source(_epub(body, []), name="x.epub", language="en")
    assert made.stored == "The States met in Geneva.\n\nThey agreed on this.\n"


def test_notes_in_notes_in_notes_are_refused() -> None:
    """Each would be written out again in all those around it."""
    inside = b"{\\footnote a" * 1_000 + b"}" * 1_000
    with pytest.raises(P5DiffError) as caught:
        ingest.read_bytes(_rtf(b"We agree." + inside + b"\\par", []), name="x.rtf")
    assert caught.value.slug == "rtf-damaged"
    few = b"{\\footnote a" * 3 + b"}" * 3
    assert (
        ingest.read_bytes(_rtf(b"We agree." + few + b"\\par", []), name="x.rtf").blocks[0].text == "We agree."
    )


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ("Subject: " + "=?utf-8?q?=41?= " * 7_000, "a field of its head"),
        (
            "Content-Type: text/plain;" + "".join(f" charset*{n}=u;" for n in range(8_000)),
            "a field of its head",
        ),
        ("X-A: " + "\n ".join(["x" * 60] * 2_000), "a field of its head"),
        (
            "Content-Type: multipart/related; boundary=b\n\n" + "--b\n\nx\n" * 2_100 + "--b--",
            "it holds more parts",
        ),
    ],
    ids=["words", "pieces", "folded", "parts"],
)
def test_a_message_is_bounded_before_its_fields_and_parts_are_read(head: str, asked: str) -> None:
    """26 MB of encoded words took 2 GB; a value in 200,000 pieces, and 100,000 parts, the reader's 30 s."""
    data = f"From: a@b\nMIME-Version: 1.0\n{head}\n\nThe States met.\n"
    with pytest.raises(InputError) as caught:
        mail.parse(data.encode(), name="x.eml")
    assert asked in (caught.value.cause or "")


def test_the_text_of_a_message_is_found_behind_any_number_of_parts() -> None:
    picture = "--b\nContent-Type: image/png\n\nx\n"
    head = "From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    text = "--b\nContent-Type: text/plain\n\nThe States met.\n--b--\n"
    assert (
        mail.parse((head + picture * 700 + text).encode(), name="x.eml").blocks[-1].text == "The States met."
    )


def test_messages_in_each_other_without_end_are_refused_in_plain_words() -> None:
    data = "MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 1_000 + "The States met.\n"
    with pytest.raises(InputError) as caught:
        mail.parse(("From: a@b\n" + data).encode(), name="x.eml")
    assert caught.value.cause == "its parts stand in each other hundreds of levels deep"


def test_elements_in_each_other_without_end_are_refused_in_plain_words() -> None:
    with pytest.raises(InputError) as caught:
        package._tree(b"<a>" * 300 + b"</a>" * 300, "word/document.xml", "x.docx")
    assert caught.value.cause == "word/document.xml: it nests its elements more than 256 deep"


def test_every_rule_of_a_style_sheet_is_asked() -> None:
    """Words that the last of many rules hides are no text."""
    sheet = "".join(f".x{n} {{display: none}}" for n in range(4_000))
    page = f"<style>{sheet}.last {{display: none}}</style><p>We agree.</p><p class=last>Not said.</p>"
    assert ingest.source(page.encode(), name="x.html", language="en").stored == "We agree.\n"
