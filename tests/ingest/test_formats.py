"""Formats besides plain text, web pages, DOCX and PDF: told apart, read, or refused with a remedy."""
# ruff: noqa: E501  (markup is easier to read unbroken)

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import compare_texts, ingest, load
from p5diff.errors import InputError
from p5diff.ingest import read_bytes
from p5diff.ingest.readers import doc, epub, legal, mail, odt, rtf
from p5diff.ingest.sniff import sniff
from p5diff.model.source import BlockKind, RawText
from tests.ingest.blocks import aside

OFFICE = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
)


def flat(body: str, styles: str = "") -> RawText:
    return odt.parse(OFFICE.format(body=body, styles=styles).encode(), name="x.fodt")


def texts(raw: RawText) -> list[str]:
    return [f"{b.label} {b.text}".strip() for b in raw.blocks if b.is_text]


def notes(raw: RawText) -> list[tuple[str, str]]:
    """Label and text of every note that some sentence calls."""
    called = {call.key for b in raw.blocks for call in b.calls}
    return [(b.label, b.text) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE and b.key in called]


def style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def test_open_document_words_that_are_no_text_are_set_aside() -> None:
    styles = (
        style("S", 'style:text-line-through-style="solid"')
        + style("H", 'text:display="none"')
        + style("U", 'style:text-position="super 58%"')
    )
    raw = flat(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>'
        '<text:p>The <text:change text:change-id="c1"/>new <text:span text:style-name="S">struck </text:span>'
        '<text:span text:style-name="H">hidden </text:span>10<text:span text:style-name="U">6</text:span> lamps'
        "<office:annotation><dc:creator>A</dc:creator><text:p>a remark</text:p></office:annotation>.</text:p>",
        styles,
    )
    assert texts(raw) == ["The new 10⁶ lamps."]
    assert aside(raw) == [
        ("deleted text", "old"),
        ("struck text", "struck"),
        ("hidden text", "hidden"),
        ("comment", "a remark"),
    ]


def test_open_document_lists_are_counted_as_printed() -> None:
    levels = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('x', '')}{item.format('y', '')}</text:list>"
    raw = flat(
        f'<text:list text:style-name="L">{item.format("c", inner)}{item.format("d", "<text:p>more</text:p>")}</text:list><text:p>Between.</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item.format("e", "")}</text:list>'
        f'<text:list text:style-name="B">{item.format("z", "")}</text:list>',
        levels,
    )
    assert texts(raw) == ["3. c", "(a) x", "(b) y", "4. d", "more", "Between.", "5. e", "• z"]


def test_open_document_tables_notes_boxes_and_spaces() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    raw = flat(
        '<text:h text:outline-level="2">Lamps</text:h><text:p>Five<text:s text:c="2"/>lamps'
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Of oil.</text:p></text:note-body></text:note>'
        " shine.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box><svg:desc>A lamp</svg:desc></draw:frame></text:p>"
        f"<table:table><table:table-row>{cell.format('2031')}{cell.format('7')}</table:table-row></table:table>"
    )
    assert texts(raw) == ["Lamps", "Five lamps shine.", "In a box.", "2031 | 7"]
    assert notes(raw) == [("1", "Of oil.")]
    assert aside(raw) == [("alternative text", "A lamp")]


RTF = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}{\f2\fcharset2 Symbol;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}"


def rich(body: str) -> RawText:
    return rtf.parse((RTF + body + "}").encode("latin-1"), name="x.rtf")


def test_rich_text_is_read_in_every_way_it_writes_letters() -> None:
    raw = rich(
        r"\pard\s1 Lamps\par\pard\plain {\f1 \'cb\'e0\'ec\'ef\'fb} d\'e9j\'e0 \u1083?\u1072? {\uc2\u28783\'b5\'c6} \u-10179?\u-8704? "
        r"\emdash\lquote x\rquote\~{\f2\'b3}5 {\*\unknown no}\{b\}\line c\par "
    )
    assert (raw.blocks[0].kind, raw.blocks[0].level) == (BlockKind.HEADING, 1)
    assert texts(raw) == ["Lamps", "Лампы déjà ла 灯 😀 —‘x’\u00a0≥5 {b}\nc"]


def test_rich_text_notes_tables_and_what_is_no_text() -> None:
    raw = rich(
        r"{\header Head\par}\pard A{\super\chftn}{\footnote\pard {\super\chftn} Of oil.} lamp, 10{\super 6}, {\strike old}{\v hid}{\deleted gone}new"
        r"{\*\annotation a remark}.\par{\pntext 1.\tab}Item{\field{\*\fldinst HYPERLINK x}{\fldrslt  here}}.\par"
        r"\trowd\pard\intbl 2031\cell 7\cell\row\trowd\pard\intbl 2032\cell\cell\row\pard End.\par"
    )
    assert texts(raw) == ["A lamp, 10⁶, new.", "1. Item here.", "2031 | 7", "2032", "End."]
    assert notes(raw) == [("1", "Of oil.")]
    assert aside(raw) == [
        ("header", "Head"), ("struck text", "old"), ("hidden text", "hid"), ("deleted text", "gone"),
        ("comment", "a remark"), ("instruction", "HYPERLINK x"),
    ]  # fmt: skip


MESSAGE = (
    "Return-Path: <a@b>\r\nFrom: The Press Office <press@example.org>\r\nSubject: =?utf-8?q?Joint_statement_=E2=80=93_lamps?=\r\nDate: Mon, 4 May 2031 10:00:00 +0000\r\n"
    "MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{body}"
)


def test_a_message_is_read_as_what_it_holds() -> None:
    body = "The Parties met in Bern =E2=80=93 on 4 May 2031. They agreed to light the lamps=\r\n of the harbour.\r\n"
    raw = read_bytes(
        MESSAGE.format(kind="text/plain; charset=utf-8", coding="quoted-printable", body=body).encode(),
        name="x",
    )
    assert raw.format == "mail"
    assert (
        "".join(texts(raw)).strip()
        == "The Parties met in Bern – on 4 May 2031. They agreed to light the lamps of the harbour."
    )
    assert dict(raw.properties) == {"published": "2031-05-04", "title": "Joint statement – lamps"}
    assert ("metadata", "Subject: Joint statement – lamps") in aside(raw)


def _said(body: str) -> RawText:
    return mail.parse(
        MESSAGE.format(kind="text/plain; charset=utf-8", coding="8bit", body=body).encode(), name="x"
    )


def test_the_signature_of_a_message_is_none_of_its_text() -> None:
    raw = _said("Мы встретились.\r\n\r\n-- \r\nКанцелярия\r\nтел. 2-14\r\n")
    assert [text.strip() for text in texts(raw)] == ["Мы встретились."]
    assert ("carrier", "-- \nКанцелярия\nтел. 2-14") in aside(raw)


@pytest.mark.parametrize(
    "body",
    [
        "We met.\r\n\r\n--\r\nWe met again.\r\n",
        "-- \r\nWe met.\r\n",
        "We met.\r\n> -- \r\n> The office\r\n",
        "We met.\r\n-- \r\n" + "They agreed.\r\n" * 12,
    ],
    ids=["a dash alone", "nothing above", "of somebody quoted", "more than a signature"],
)
def test_what_only_looks_like_a_signature_stays(body: str) -> None:
    assert [reason for reason, _ in aside(_said(body)) if reason == "carrier"] == []


def test_flowed_lines_of_a_message_are_joined() -> None:
    raw = mail.parse(
        MESSAGE.format(
            kind="text/plain; format=flowed", coding="7bit", body="One \r\nline.\r\nAnother.\r\n"
        ).encode(),
        name="x",
    )
    assert texts(raw) == ["One line.\nAnother."]


def test_a_saved_page_is_read_with_its_style_sheet() -> None:
    parts = (
        b"--B\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + '<html><body><h1>Заявление</h1><p class="x">Старое.</p><p>Государства зажгли лампы в порту.</p></body></html>'.encode(
            "cp1251"
        )
        + b"\r\n--B\r\nContent-Type: text/css\r\n\r\n.x { display: none }\r\n--B--\r\n"
    )
    head = MESSAGE.format(kind='multipart/related; boundary="B"', coding="8bit", body="").encode()
    raw = read_bytes(head + parts, name="p.mht")
    assert texts(raw) == ["Заявление", "Государства зажгли лампы в порту."]
    assert ("hidden text", "Старое.") in aside(raw)


def test_a_message_without_a_text_names_what_it_holds() -> None:
    attached = "--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=lamps.pdf\r\n\r\nx\r\n--B--\r\n"
    with pytest.raises(InputError, match="without a text") as caught:
        mail.parse(
            MESSAGE.format(kind='multipart/mixed; boundary="B"', coding="7bit", body=attached).encode(),
            name="x",
        )
    assert "lamps.pdf" in caught.value.cause


def book(**chapters: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>',
        )
        items = "".join(
            f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters
        )
        spine = "".join(f'<itemref idref="{n}"/>' for n in chapters)
        archive.writestr(
            "o/c.opf",
            f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Lamps</dc:title><dc:language>en-GB</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>',
        )
        for name, body in chapters.items():
            archive.writestr(
                f"o/{name}.xhtml",
                f'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>',
            )
    return out.getvalue()


def test_a_book_is_read_chapter_by_chapter_with_notes_from_another() -> None:
    raw = read_bytes(
        book(
            one='<h1>Lamps</h1><p>They shine<sup><a id="r1" href="notes.xhtml#n1">1</a></sup> at night.</p>',
            two="<p>Short.</p>",
            notes='<p id="n1"><a href="one.xhtml#r1">1</a> Of oil.</p>',
        ),
        name="x.epub",
    )
    assert texts(raw) == ["Lamps", "They shine at night.", "Short."]
    assert notes(raw) == [("1", "Of oil.")]
    assert dict(raw.properties) == {"title": "Lamps", "language": "en"}


def test_akoma_ntoso_gives_labels_headings_and_notes() -> None:
    raw = read_bytes(
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><x/></meta><preface><p><docTitle>Act on lamps</docTitle></p></preface>'
        b"<body><article><num>Article 1</num><heading>Aims</heading><paragraph><num>1.</num><content><p>Lamps<authorialNote marker='2'><p>Of oil.</p></authorialNote> "
        b"<del>may</del><ins>shall</ins> shine 10<sup>6</sup> times:</p></content><list><point><num>(a)</num><content><p>red;</p></content></point></list></paragraph></article>"
        b"<article><num>Article 2</num><content><p>Nothing.</p></content></article></body></act></akomaNtoso>",
        name="x.xml",
    )
    assert texts(raw) == [
        "Act on lamps",
        "Article 1 Aims",
        "1. Lamps shall shine 10⁶ times:",
        "(a) red;",
        "Article 2",
        "Nothing.",
    ]
    assert notes(raw) == [("2", "Of oil.")]
    assert aside(raw) == [("deleted text", "may")]


def test_tei_gives_headings_items_rows_and_notes() -> None:
    raw = legal.parse(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt><title>Lamps</title></titleStmt></teiHeader><text><body><head>On lamps</head><fw>LHC/1</fw>'
        b'<p>The <choice><sic>Stats</sic><corr>States</corr></choice> light 10<hi rend="superscript">6</hi> lamps<note n="1" place="foot">Of oil.</note>.</p>'
        b'<div><head>Scope</head><list><item n="(a)">red</item></list><table><row><cell>2031</cell><cell>7</cell></row></table></div></body></text></TEI>',
        name="x.xml",
    )
    assert texts(raw) == ["On lamps", "The States light 10⁶ lamps.", "Scope", "(a) red", "2031 | 7"]
    assert [b.level for b in raw.blocks if b.kind is BlockKind.HEADING] == [1, 2]
    assert notes(raw) == [("1", "Of oil.")]
    assert aside(raw) == [("metadata", "Lamps"), ("running head", "LHC/1"), ("alternative text", "Stats")]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"{\\rtf1 x}", "x.txt", "rtf"),
        (b"<p>One.</p><p>Two.</p>", "x.txt", "html"),
        ("<html><p>x".encode("utf-16"), "x", "html"),
        (b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n\nText.", "x", "mail"),
        (b"From: Geneva\nTo: all\n\nDear colleagues, subject: lamps.", "x.txt", "plain"),
        (b"Subject: lamps\n\nDear colleagues.", "x.txt", "plain"),
        (b'<?xml version="1.0"?>\n<!-- c -->\n<a:akomaNtoso xmlns:a="x"/>', "x", "legal"),
        (b"<TEI/>", "x", "legal"),
        (b"< 5 per cent of the lamps\n", "x.txt", "plain"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "x", "odt"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "x", "epub"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "x", "doc"),
    ],
)  # fmt: skip
def test_a_format_is_told_by_what_the_file_holds(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name=name) == kind


@pytest.mark.parametrize(
    "first", ["<embargoed until noon>", "<заявление>", "<Statement>", "<communique commun>"]
)
def test_words_in_angle_brackets_on_top_of_a_plain_text_are_words(first: str) -> None:
    text = f"{first}\n\nThe two sides agreed to report.\n"
    assert sniff(text.encode(), name="x.txt") == "plain"
    assert first in "\n".join(block.text for block in read_bytes(text.encode(), name="x.txt").blocks)


@pytest.mark.parametrize(
    "data",
    [
        b"<rss version='2'><channel/></rss>", b"<svg xmlns='x'/>", b"<?xml version='1.0'?><unheardOf/>",
        b"<?mso-application progid='Word.Document'?><w:wordDocument/>", b"PK\x03\x04nothing of ours",
        b"\x89PNG\r\n", b"\\documentclass{article}",
        b"<DOCUMENT>\n<TYPE>8-K\nThe two sides agreed.", b"<thing/>", b"<thing xmlns='y'>\nOpen.",
        b"\\pard\\plain\\f0\\fs24 The wardens met.\\par\nThey left.\\par", b"{\\pard The wardens met.\\par}",
        b"The wardens met.\\par\\pard\\qj They left.", b"\\f1\\'d1\\'ec\\'ee\\par",
    ],
)  # fmt: skip
def test_markup_that_is_not_read_is_refused_and_never_stored(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name="x")
    assert caught.value.slug == "format-not-read"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI>&a;</TEI>', "xml-doctype"),
        (b"<TEI><p>cut off", "xml-damaged"),
        (b"<TEI>" + b"<p>" * 600 + b"x" + b"</p>" * 600 + b"</TEI>", "xml-too-deep"),
        (b"<TEI><p/></TEI>", "xml-no-text"),
        (b"{\\rtf1" + b"{" * 3000, "rtf-damaged"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "archive-damaged"),
        (
            OFFICE.format(styles="", body="").replace("office:text>", "office:spreadsheet>").encode(),
            "odt-no-text",
        ),
    ],
)
def test_what_is_damaged_or_dangerous_is_refused_with_a_remedy(data: bytes, slug: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name="x")
    assert caught.value.slug == slug
    assert caught.value.hint


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", b" " * 60_000_000)
    with pytest.raises(InputError) as caught:
        read_bytes(out.getvalue(), name="x.odt")
    assert caught.value.slug == "input-too-large"


def test_an_old_word_document_needs_an_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError) as caught:
        doc.read(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), name="x.doc")
    assert caught.value.slug == "doc-needs-office"


@given(st.text("{}\\'abpu*\n 019;é", max_size=200))
def test_any_rich_text_is_read_or_refused(noise: str) -> None:
    try:
        raw = rich(noise)
    except InputError as error:
        assert error.hint
        return
    assert all(block.text for block in raw.blocks)


@given(st.binary(max_size=300))
def test_any_message_is_read_or_refused(noise: bytes) -> None:
    for data in (noise, b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n" + noise):
        try:
            mail.parse(data, name="x")
        except InputError as error:
            assert error.hint


@given(st.binary(max_size=200))
def test_any_archive_is_read_or_refused(noise: bytes) -> None:
    for reader in (epub, odt):
        try:
            reader.parse(b"PK\x03\x04" + noise, name="x")
        except InputError as error:
            assert error.hint


def test_the_layout_of_a_printed_label_is_not_that_of_its_paragraph() -> None:
    raw = rich(r"\pard\plain\s1 {\listtext\pard\plain I.\tab}Lamps\par\pard Text.\par")
    first = raw.blocks[0]
    assert (first.kind, first.label, first.text) == (BlockKind.HEADING, "I.", "Lamps")


def test_what_is_compared_of_the_left_out_is_said_once(tmp_path: Path) -> None:
    page = "<p>States <s>{}</s> shall act now.</p><p>They met in the old harbour by the sea.</p><nav>{}</nav>"
    texts = [page.format(*words) for words in (("should", "Home"), ("might", "Start"))]
    comparison = compare_texts(*texts, language="en")
    said = " ".join(note.message for note in comparison.provenance.notes)
    assert "should" not in said and "might" not in said
    sides = [side for change in comparison.set_aside.changes for side in (change.before, change.after)]
    assert {side.text for side in sides if side} == {"should", "might"}
    path = tmp_path / "a.html"
    path.write_text(texts[0], "utf-8")
    assert "should" in " ".join(note.message for note in ingest.source(path).notes)


def test_the_title_that_stands_in_the_text_goes_before_the_name_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<title>Ministry, English</title><h1>Statement on harbours</h1><p>The States met by the sea.</p>",
        "utf-8",
    )
    assert load(path).meta.title() == "Statement on harbours"
    path.write_text("<title>Statement on harbours</title><p>The States met by the sea.</p>", "utf-8")
    assert load(path).meta.title() == "Statement on harbours"


@pytest.mark.parametrize("bound", ["MOST_LINES", "MOST_CHARACTERS"])
@pytest.mark.parametrize("kind", ["html", "xml"])
def test_more_paragraphs_than_any_statement_has_are_refused_in_every_format(
    bound: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from p5diff.ingest import extent

    page = "<p>We met in Oslo and agreed.</p>" * 30
    data = {
        "html": f"<html><body>{page}</body></html>",
        "xml": f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{page}</body></text></TEI>',
    }[kind].encode()
    assert len(read_bytes(data, name=f"a.{kind}").blocks) == 30
    monkeypatch.setattr(extent, bound, 20)
    with pytest.raises(InputError) as caught:
        read_bytes(data, name=f"a.{kind}")
    assert caught.value.slug == "input-too-large"
