"""Law 9: nothing vanishes: text and set-aside pieces together are the characters of the source.

Every word of a generated document is its own, so that each can be counted on the way out: it is
either in the text or among what was set aside, and stands there once. (White space apart, and
line-end hyphens, which a named step takes out.)
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import ingest
from p5diff.errors import InputError
from p5diff.ingest.layout.recovery import from_raw
from p5diff.ingest.readers import epub, mail, odt, rtf
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, NoteCall, RawBlock, RawText, Source
from tests.cases import cases
from tests.ingest.docx.test_docx import load

LAW = "Nothing vanishes: text + set aside = the characters of the source."

_LETTERS = "abcdeABC ,.;:12() йцуЖ 中文。 كلم ¿ñé #\\|/\n"
_texts = st.text(_LETTERS, min_size=1, max_size=60)
_kinds = st.sampled_from(list(BlockKind))
_blocks = st.lists(
    st.builds(
        RawBlock,
        text=_texts,
        kind=_kinds,
        level=st.integers(0, 3),
        label=st.sampled_from(["", "1.", "(a)", "•"]),
        page=st.integers(0, 3),
        reason=st.none() | st.sampled_from(SetAsideReason),
    ).map(lambda b: b if b.kind is not BlockKind.LINES else RawBlock(text=b.text, kind=b.kind)),
    min_size=1,
    max_size=8,
)


def characters(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFC", text).split()))


def came_out(source: Source) -> str:
    """Everything that a source holds, as text or set aside."""
    text = "".join(s.label * (s.number == 1) + s.text for p in source.paragraphs for s in p.sentences)
    return text + "".join(piece.label + piece.text for piece in source.set_aside)


@cases(50)
@given(_blocks, st.sampled_from(["en", "zh", "ru", "ar", "fr", "es"]))
def test_whatever_a_reader_emits_is_text_or_set_aside(blocks: list[RawBlock], language: str) -> None:
    """Law 9 for the layout of any blocks, in every language."""
    made = from_raw(RawText(blocks=tuple(blocks), format="test"), language=language)
    given_ = "".join(block.label * bool(block.text.strip()) + block.text for block in blocks)
    lost = characters(given_) - characters(came_out(made))
    # "#" marks a heading in lines of plain text, and "\" is an escape there
    assert not [char for char in lost if char not in "#\\"], (lost, made.stored, made.set_aside)
    assert not [c for c in characters(came_out(made)) - characters(given_) if c not in "#\\"]


def words(count: int) -> list[str]:
    return [f"Word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count)]


def each_once(source: Source, wanted: list[str]) -> None:
    found = Counter(re.findall(r"Word[a-z]{2}", came_out(source)))
    assert found == Counter(wanted), (source.stored, source.set_aside)


_PAGE = "<!DOCTYPE html><html lang='en'><body><main>{}</main></body></html>"
_HTML = [
    "<p>{0} {1}.</p>",
    "<h2>{0}</h2>",
    "<ul><li>{0}</li><li>{1}</li></ul>",
    "<ol><li>{0}.</li><li>{1}.</li></ol>",
    "<table><tr><td>{0}</td><td>{1}</td></tr></table>",
    "<p>{0} <del>{1}</del> stays.</p>",
    "<p>{0} <s>{1}</s> stays.</p>",
    "<p>{0} <ins>{1}</ins> stays.</p>",
    "<p>{0} <span style='text-decoration: line-through'>{1}</span> stays.</p>",
    "<p>{0} <span style='display:none'>{1}</span> stays.</p>",
    "<div>{0}<br>{1}</div>",
    "<blockquote>{0} {1}.</blockquote>",
    "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
    "<header><p>{0} {1}.</p></header>",
    "<footer>{0} {1}</footer>",
    "<nav><a href='/'>{0}</a> <a href='/x'>{1}</a></nav>",
    "<pre>{0}\n{1}</pre>",
    "<figure><figcaption>{0} {1}</figcaption></figure>",
]
_MARKDOWN = [
    "{0} {1}.",
    "## {0} {1}",
    "* {0}\n* {1}",
    "1. {0}.\n2. {1}.",
    "| {0} | {1} |\n|---|---|",
    "{0} ~~{1}~~ stays.",
    "> {0} {1}.",
    "{0} {1}.\n\n---",
    "*{0}* and **{1}** stay.",
]
_PLAIN = [
    "{0} {1}.",
    "{0}\n{1}.",
    "{0}:\n\n{1};",
    "\f{0} {1}.",
    "- 3 -\n\n{0} {1}.",
    "{0},\n\n{1},",
    "CD/{0}/1\n\n{1}.",
    "    {0} {1}.",
    "* * *\n\n{0} {1}",
]


def _check(parts: list[str], name: str, frame: str = "{}") -> None:
    named = words(2 * len(parts))
    body = "\n\n".join(part.format(*named[2 * n : 2 * n + 2]) for n, part in enumerate(parts))
    wanted = [word for word in named if word in body]
    try:
        made = ingest.source(frame.format(body).encode(), name=name, language="en")
    except InputError as error:
        assert error.slug in ("no-text", "html-no-text"), error
        return
    each_once(made, wanted)


@cases(30)
@given(st.lists(st.sampled_from(_HTML), min_size=1, max_size=7))
def test_each_word_of_a_page_comes_out_once(parts: list[str]) -> None:
    """Law 9 for HTML."""
    _check(parts, "page.html", _PAGE)


@cases(30)
@given(st.lists(st.sampled_from(_MARKDOWN), min_size=1, max_size=7))
def test_each_word_of_markdown_comes_out_once(parts: list[str]) -> None:
    """Law 9 for Markdown."""
    _check(parts, "page.md")


@cases(30)
@given(st.lists(st.sampled_from(_PLAIN), min_size=1, max_size=7))
def test_each_word_of_plain_text_comes_out_once(parts: list[str]) -> None:
    """Law 9 for plain text."""
    _check(parts, "page.txt")


_DOCX = [
    "<w:p><w:r><w:t>{0} {1}.</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{0} </w:t></w:r><w:del><w:r><w:delText>{1}</w:delText></w:r></w:del></w:p>",
    "<w:p><w:ins><w:r><w:t>{0} {1}.</w:t></w:r></w:ins></w:p>",
    "<w:p><w:r><w:t>{0} </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>{1}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{0} </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{1}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{0}</w:t><w:br/><w:t>{1}</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
]


@cases(20)
@given(st.lists(st.sampled_from(_DOCX), min_size=1, max_size=7))
def test_each_word_of_a_word_file_comes_out_once(parts: list[str]) -> None:
    """Law 9 for DOCX."""
    wanted = words(2 * len(parts))
    body = "".join(part.format(*wanted[2 * n : 2 * n + 2]) for n, part in enumerate(parts))
    each_once(from_raw(load(body), language="en"), wanted)


_ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_ODT_FRAME = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document {_ODT_SPACES} office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
    '<style:style style:name="K" style:family="text"><style:text-properties'
    ' style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
    "</office:automatic-styles><office:body><office:text>{tracked}{body}</office:text></office:body>"
    "</office:document>"
)
_ODT = [
    "<text:p>{0} {1}.</text:p>",
    '<text:h text:outline-level="2">{0} {1}</text:h>',
    "<text:list><text:list-item><text:p>{0}</text:p></text:list-item><text:list-item><text:p>{1}</text:p>"
    "</text:list-item></text:list>",
    "<table:table><table:table-row><table:table-cell><text:p>{0}</text:p></table:table-cell>"
    "<table:table-cell><text:p>{1}</text:p></table:table-cell></table:table-row></table:table>",
    '<text:p>{0} <text:span text:style-name="K">{1}</text:span> stays.</text:p>',
    '<text:p>{0} <text:span text:style-name="H">{1}</text:span> stays.</text:p>',
    '<text:p>{0}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>{1}.</text:p></text:note-body></text:note> stays.</text:p>",
    "<text:p>{0} <office:annotation><dc:creator>x</dc:creator><text:p>{1}</text:p></office:annotation>stays."
    "</text:p>",
    "<text:p>{0}<text:line-break/>{1}.</text:p>",
    "<text:p>{0}<text:tab/>{1}<text:s text:c='3'/>stays.</text:p>",
]
_RTF = [
    "{0} {1}.\\par ",
    "{0} {{\\strike {1}}} stays.\\par ",
    "{0} {{\\deleted {1}}} stays.\\par ",
    "{0} {{\\v {1}}} stays.\\par ",
    "{0} {{\\super 2}} {1}.\\par ",
    "{0}\\line {1}.\\par ",
    "{0}{{\\super\\chftn}}{{\\footnote\\pard {{\\super\\chftn}} {1}.}} stays.\\par ",
    "\\trowd\\cellx900\\cellx1800 \\intbl {0}\\cell \\intbl {1}\\cell\\row \\pard ",
    "{{\\b {0}}} {{\\i {1}}} stay.\\par ",
    "{{\\pntext 1.\\tab}}{0} {1}.\\par ",
]


def _odt(parts: list[str], named: list[str]) -> RawText:
    body = "".join(part.format(*named[2 * n : 2 * n + 2]) for n, part in enumerate(parts))
    return odt.parse(_ODT_FRAME.format(tracked="", body=body).encode(), name="a.fodt")


def _rtf(parts: list[str], named: list[str]) -> RawText:
    body = "".join(part.format(*named[2 * n : 2 * n + 2]) for n, part in enumerate(parts))
    return rtf.parse(("{\\rtf1\\ansi " + body + "}").encode(), name="a.rtf")


def _epub(parts: list[str], named: list[str]) -> RawText:
    """The parts in two chapters."""
    made = [part.format(*named[2 * n : 2 * n + 2]) for n, part in enumerate(parts)]
    half = (len(made) + 1) // 2
    chapters = ["".join(made[:half]), "".join(made[half:]) or "<p>The end.</p>"]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="c.opf"/></rootfiles></container>',
        )
        items = "".join(
            f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(2)
        )
        spine = "".join(f'<itemref idref="c{n}"/>' for n in range(2))
        packed.writestr(
            "c.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>{items}</manifest>'
            f"<spine>{spine}</spine></package>",
        )
        for n, chapter in enumerate(chapters):
            packed.writestr(
                f"{n}.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>'
            )
    return epub.parse(target.getvalue(), name="a.epub")


def _mail(parts: list[str], named: list[str], kind: str) -> RawText:
    body = "\n\n".join(part.format(*named[2 * n : 2 * n + 2]) for n, part in enumerate(parts))
    head = "From: a@b.example\nTo: c@d.example\nSubject: Words\nMIME-Version: 1.0\n"
    head += f"Content-Type: {kind}; charset=utf-8\n\n"
    return mail.parse((head + body).encode(), name="a.eml")


def _whole(raw: RawText, parts: list[str], named: list[str]) -> None:
    wanted = [
        w
        for n, part in enumerate(parts)
        for w in named[2 * n : 2 * n + 2]
        if w in part.format(*named[2 * n : 2 * n + 2])
    ]
    each_once(from_raw(raw, language="en"), wanted)


@cases(20)
@given(st.lists(st.sampled_from(_ODT), min_size=1, max_size=7))
def test_each_word_of_an_open_document_comes_out_once(parts: list[str]) -> None:
    """Law 9 for OpenDocument."""
    named = words(2 * len(parts))
    _whole(_odt(parts, named), parts, named)


def test_what_was_deleted_under_tracking_comes_out_once() -> None:
    """Law 9 for tracked deletions of OpenDocument, which stand apart from their place."""
    tracked = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info/>'
        "<text:p>Wordab</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = '<text:p>Wordaa <text:change text:change-id="c"/>stays.</text:p><text:p>Wordac.</text:p>'
    raw = odt.parse(_ODT_FRAME.format(tracked=tracked, body=body).encode(), name="a.fodt")
    made = from_raw(raw, language="en")
    each_once(made, ["Wordaa", "Wordab", "Wordac"])
    assert [i.reason for i in made.set_aside if "Wordab" in i.text] == [SetAsideReason.DELETED]


@cases(20)
@given(st.lists(st.sampled_from(_RTF), min_size=1, max_size=7))
def test_each_word_of_rich_text_comes_out_once(parts: list[str]) -> None:
    """Law 9 for RTF."""
    named = words(2 * len(parts))
    _whole(_rtf(parts, named), parts, named)


@cases(15)
@given(st.lists(st.sampled_from(_HTML), min_size=2, max_size=7))
def test_each_word_of_an_electronic_book_comes_out_once(parts: list[str]) -> None:
    """Law 9 for EPUB."""
    named = words(2 * len(parts))
    try:
        raw = _epub(["<p>The States met here for two long days.</p>", *parts], ["", "", *named])
    except InputError as error:
        assert error.slug in ("no-text", "epub-no-text", "html-no-text"), error
        return
    _whole(raw, parts, named)


@cases(20)
@given(st.lists(st.sampled_from(_PLAIN), min_size=1, max_size=7))
def test_each_word_of_a_message_comes_out_once(parts: list[str]) -> None:
    """Law 9 for messages in plain text."""
    named = words(2 * len(parts))
    _whole(_mail(parts, named, "text/plain"), parts, named)


@cases(15)
@given(st.lists(st.sampled_from(_HTML), min_size=1, max_size=7))
def test_each_word_of_a_page_in_a_message_comes_out_once(parts: list[str]) -> None:
    """Law 9 for messages that are web pages."""
    named = words(2 * len(parts))
    try:
        raw = _mail(["<p>The States met here for two long days.</p>", *parts], ["", "", *named], "text/html")
    except InputError as error:
        assert error.slug in ("no-text", "html-no-text", "mail-no-text"), error
        return
    _whole(raw, parts, named)


@pytest.mark.parametrize("name", ["odt", "rtf", "epub", "mail"])
def test_a_file_of_every_part_is_whole(name: str) -> None:
    parts = {"odt": _ODT, "rtf": _RTF, "epub": _HTML, "mail": _PLAIN}[name]
    named = words(2 * len(parts))
    made = {"odt": _odt, "rtf": _rtf, "epub": _epub}.get(name)
    raw = made(parts, named) if made else _mail(parts, named, "text/plain")
    _whole(raw, parts, named)


@pytest.mark.parametrize("format_", ["txt", "html", "md"])
def test_a_document_of_every_part_is_whole(format_: str) -> None:
    parts = {"txt": _PLAIN, "html": _HTML, "md": _MARKDOWN}[format_]
    frame = _PAGE if format_ == "html" else "{}"
    _check(parts, f"page.{format_}", frame)


def test_a_note_leads_to_the_sentence_that_calls_it() -> None:
    """The sentence in which the mark stood, also where the label and other sentences go before."""
    text = "We met. We noted the report. We left."
    raw = RawText(
        blocks=(
            RawBlock(text="Statement", kind=BlockKind.HEADING, level=1),
            RawBlock(text=text, label="1.", calls=(NoteCall("n2", text.index(" We left")),)),
            RawBlock(text="We thank all.", label="2.", calls=(NoteCall("n1", 13),)),
            RawBlock(text="See LC/1.", kind=BlockKind.FOOTNOTE, label="1", key="n1"),
            RawBlock(text="See LC/2.", kind=BlockKind.FOOTNOTE, label="2", key="n2", page=3),
            RawBlock(text="a remark", kind=BlockKind.SET_ASIDE, reason=SetAsideReason.COMMENT),
            RawBlock(text="LC/9", kind=BlockKind.SET_ASIDE, reason=SetAsideReason.HEADER, page=2),
        ),
        format="test",
    )
    made = from_raw(raw, language="en")
    assert [(a.label, a.sentence, a.place) for a in made.set_aside] == [
        ("1", "p2.1", "footnote 1"),
        ("2", "p1.2", "footnote 2"),
        ("", "", "paragraph 2"),
        ("", "", "page 2"),
    ]
